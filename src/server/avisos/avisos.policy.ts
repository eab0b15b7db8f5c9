/** Whether a message still waits to be sent; one that expired is no longer worth it. Instants are ISO 8601 UTC. */
export function isPendiente(
  aviso: { enviadoEn: string | null; descartadoEn: string | null; venceEn: string | null },
  now: string,
): boolean {
  if (aviso.enviadoEn !== null || aviso.descartadoEn !== null) return false;
  return aviso.venceEn === null || aviso.venceEn > now;
}

/** The whole message: its words, and its link on a line of its own where every program makes it a link. */
export function textoCompleto(texto: string, url: string | null): string {
  return url ? `${texto}\n${url}` : texto;
}
