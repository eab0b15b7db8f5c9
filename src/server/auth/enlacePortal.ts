import { createHash, randomBytes } from 'node:crypto';
import type { Trx } from '../core/db/connect.ts';
import {
  consumeVerificacion,
  deleteVencidas,
  deleteVerificacionesDe,
  insertVerificacion,
} from './verificacion.queries.ts';

const HOURS = 24;

/** Only the hash of a token is kept: whoever reads the table cannot enter with it. */
const identifierOf = (token: string) =>
  `portal:${createHash('sha256').update(token).digest('base64url')}`;

/** Whom a link lets in: that Cliente, while the address it was made for is still theirs. */
export type Portador = { clienteId: number; email: string };
const portadorText = ({ clienteId, email }: Portador) => `${clienteId} ${email}`;

/**
 * Makes a link that opens the portal once, within 24 hours, for a Cliente with that email. Whoever hands
 * it over must send it to that person: it proves the address.
 * @param input.now ISO 8601 UTC; `publicUrl` has no slash at the end.
 * @returns the whole link, and the instant from which it is worth nothing.
 */
export async function createEnlacePortal(
  trx: Trx,
  input: Portador & { now: string; publicUrl: string },
): Promise<{ url: string; venceEn: string }> {
  const { now, publicUrl } = input;
  const token = randomBytes(24).toString('base64url');
  const venceEn = new Date(Date.parse(now) + HOURS * 3_600_000).toISOString();
  await deleteVencidas(trx, now);
  await insertVerificacion(trx, {
    identifier: identifierOf(token),
    value: portadorText(input),
    expiresAt: venceEn,
    now,
  });
  return { url: `${publicUrl}/mi/entrar/${token}`, venceEn };
}

/** Takes a link out of use and tells whom it lets in; undefined when it was used, expired or made up. */
export async function consumeEnlacePortal(
  trx: Trx,
  token: string,
  now: string,
): Promise<Portador | undefined> {
  const value = await consumeVerificacion(trx, identifierOf(token), now);
  const space = value?.indexOf(' ') ?? -1;
  if (value === undefined || space < 1) return undefined;
  return { clienteId: Number(value.slice(0, space)), email: value.slice(space + 1) };
}

/** Takes every link of that person out of use. */
export async function revokeEnlacesPortal(trx: Trx, portador: Portador): Promise<void> {
  await deleteVerificacionesDe(trx, portadorText(portador));
}
