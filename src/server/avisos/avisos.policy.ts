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

/** What is known of writing to a person about something. */
export type Alcance = {
  email: string | null;
  bloqueado: boolean;
  supresion: 'BAJA' | 'REBOTE' | 'RECLAMO' | 'MANUAL' | null;
  /** Whether the school sends that mail at all. */
  activo: boolean;
  /** Whether that mail stops for who unsubscribed. */
  comercial: boolean;
  /** Whether there is no server to send by: mail is built and reaches nobody. */
  local: boolean;
};

/**
 * By which ways a person is told something: by mail, and by a message that staff sends when mail does not reach
 * them. Who had their data blocked is told nothing, and who stopped what is promotional is not asked for favours
 * by another way either.
 */
export function viasPara(alcance: Alcance): { correo: boolean; aviso: boolean } {
  const { email, bloqueado, supresion, activo, comercial, local } = alcance;
  const stopped = comercial && supresion !== null && supresion !== 'REBOTE';
  if (bloqueado || stopped) return { correo: false, aviso: false };
  const reachable = supresion === null || supresion === 'BAJA';
  const correo = email !== null && activo && reachable;
  return { correo, aviso: !correo || local };
}
