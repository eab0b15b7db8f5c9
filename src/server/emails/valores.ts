import { createToken } from './token.ts';

/** Where the links of a message lead: each is signed for it alone. */
export type Enlaces = { baja: string; preferencias: string; ver: string };

/** The addresses that every message may carry. `publicUrl` has no slash at the end. */
export function enlacesDe(secret: string, publicUrl: string, emailId: number): Enlaces {
  const to = (purpose: 'baja' | 'preferencias' | 'ver') =>
    `${publicUrl}/correo/${purpose}/${createToken(secret, purpose, emailId)}`;
  return { baja: to('baja'), preferencias: to('preferencias'), ver: to('ver') };
}

/**
 * What Liquid sees of one message: the values its content shares, its own, the address it goes to, and its links.
 */
export function valoresDe(
  comunes: Record<string, unknown>,
  fila: { email: string; datos: Record<string, unknown> },
  enlaces: Enlaces,
): Record<string, unknown> & { enlaces: Enlaces } {
  const cliente = { ...asRecord(comunes.cliente), ...asRecord(fila.datos.cliente) };
  return { ...comunes, ...fila.datos, cliente: { ...cliente, email: fila.email }, enlaces };
}

function asRecord(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
}
