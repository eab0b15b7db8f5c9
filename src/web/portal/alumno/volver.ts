export type EntrarSearch = { volver?: string; cerrada?: true };

/** Where to go on after signing in: only a page of the portal, whatever the address says. `cerrada` tells that the account was just closed. */
export function entrarSearch(search: Record<string, unknown>): EntrarSearch {
  const { volver } = search;
  const known = typeof volver === 'string' && /^\/mi(\/[\w-]+)*$/.test(volver);
  return {
    ...(known && !volver.startsWith('/mi/entrar') ? { volver } : {}),
    ...(search.cerrada === true ? { cerrada: true } : {}),
  };
}
