/** Where to go after signing in: only places of this app, since the address comes from the URL. */
export function safeReturn(volver: string | undefined): string {
  return volver && /^\/app(?:[/?#]|$)/.test(volver) ? volver : '/app';
}
