/** Where in the conversation it went wrong. */
export type Fase = 'CONEXION' | 'SESION' | 'REMITENTE' | 'DESTINATARIO' | 'DATOS';

/** A refusal: its reply code (RFC 5321) and enhanced status code (RFC 3463), as far as there was a reply. */
type Fallo = { fase: Fase; codigo: number | null; estado: string | null; incierto: boolean };

/**
 * What follows when a server did not take a message.
 * - REINTENTAR: later, up to MAX_INTENTOS times.
 * - FALLIDO: never; `suprimir` when the address itself does not exist.
 * - PAUSAR: the sender is at fault: the campaign stops and says why; the message waits. One of no campaign goes later.
 * - TRANSPORTE: nobody's message is at fault: all wait until the server can be used again.
 * - INCIERTO: it may have arrived: one more try at most.
 */
export type Consecuencia =
  | { tipo: 'REINTENTAR' | 'PAUSAR' | 'TRANSPORTE' | 'INCIERTO' }
  | { tipo: 'FALLIDO'; suprimir: boolean };

export const MAX_INTENTOS = 5;

/** By reply codes (RFC 5321 4.2) and enhanced status codes (RFC 3463: X.1 addressing, X.7 security or policy). */
export function consecuenciaDe({ fase, codigo, estado, incierto }: Fallo): Consecuencia {
  if (incierto) return { tipo: 'INCIERTO' };
  if (fase === 'SESION')
    return { tipo: codigo !== null && codigo >= 500 ? 'PAUSAR' : 'TRANSPORTE' };
  if (fase === 'CONEXION') return { tipo: 'TRANSPORTE' };
  // The server takes nothing now, from anyone.
  if (codigo === 421) return { tipo: 'TRANSPORTE' };
  if (codigo === null || codigo < 500) return { tipo: 'REINTENTAR' };
  if (codigo === 530 || codigo === 535 || estado?.startsWith('5.7.')) return { tipo: 'PAUSAR' };
  if (fase === 'REMITENTE') return { tipo: 'PAUSAR' };
  return { tipo: 'FALLIDO', suprimir: fase === 'DESTINATARIO' && esDireccion(estado) };
}

/** 5.1.x speaks of the address; 5.1.7 and 5.1.8 of the sender's. */
function esDireccion(estado: string | null): boolean {
  if (estado === null) return false;
  return estado.startsWith('5.1.') && estado !== '5.1.7' && estado !== '5.1.8';
}

const MINUTE_MS = 60_000;

/**
 * How long a message waits after so many tries, in ms: 1, 4, 16 and 64 minutes, a fifth more or less, so that
 * those that failed together do not come back together.
 * @param chance from 0 to 1.
 */
export function esperaDe(intentos: number, chance: number): number {
  const base = MINUTE_MS * 4 ** (Math.max(1, intentos) - 1);
  return Math.round(base * (0.8 + 0.4 * chance));
}

/** How long all wait after the server could not be used so many times in a row, in ms: from 2 s to a minute. */
export function esperaDeTransporte(fallos: number, chance: number): number {
  const base = Math.min(2_000 * 2 ** (Math.max(1, fallos) - 1), MINUTE_MS);
  return Math.round(base * (0.8 + 0.4 * chance));
}
