import { createPublicKey, generateKeyPair } from 'node:crypto';
import { promisify } from 'node:util';
import { audit } from '../core/audit.ts';
import type { Ctx } from '../core/context.ts';
import type { Trx } from '../core/db/connect.ts';
import { seal, unseal } from '../core/keys.ts';
import { type CorreoRow, lockCorreo, writeCorreo } from './correo.queries.ts';
import { type RegistroDkim, registroDkim } from './dkim.policy.ts';
import { checkVersion } from './updateCorreo.ts';

const generate = promisify(generateKeyPair);

/** A new RSA key of 2048 bits as PKCS#8 PEM, made outside the event loop. */
export async function generateLlave(): Promise<string> {
  const { privateKey } = await generate('rsa', { modulusLength: 2048 });
  return privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();
}

/** The public half of a PEM key as DNS carries it; undefined when the text is no key. */
export function clavePublica(pem: string): string | undefined {
  try {
    return createPublicKey(pem).export({ type: 'spki', format: 'der' }).toString('base64');
  } catch {
    return undefined;
  }
}

/** What to publish for the key there is; null without one, or when its secret is another's by now. */
export function registroDe(row: CorreoRow, secret: string): RegistroDkim | null {
  const { dkimDominio, dkimSelector, dkimClave } = row;
  if (!dkimDominio || !dkimSelector || !dkimClave) return null;
  const publica = clavePublica(unseal(secret, dkimClave) ?? '');
  return publica ? registroDkim(dkimDominio, dkimSelector, publica) : null;
}

/**
 * Signs with a new key from now on; `pem` is kept sealed with `secret`.
 * @throws {AppError} CONFLICTO_VERSION
 */
export async function createDkim(
  trx: Trx,
  ctx: Ctx,
  secret: string,
  input: { dominio: string; selector: string; version: number; pem: string },
): Promise<void> {
  const antes = await lockCorreo(trx);
  checkVersion(antes, input.version);
  const despues = { dkimDominio: input.dominio, dkimSelector: input.selector };
  await writeCorreo(trx, antes, { ...despues, dkimClave: seal(secret, input.pem) }, ctx.now);
  await audit(trx, ctx, {
    accion: 'CREAR_DKIM',
    entidad: 'CORREO',
    entidadId: 1,
    antes,
    despues,
  });
}

/** Stops signing and forgets the key. Without one, nothing changes. */
export async function removeDkim(trx: Trx, ctx: Ctx): Promise<void> {
  const antes = await lockCorreo(trx);
  if (!antes.dkimClave) return;
  const despues = { dkimDominio: null, dkimSelector: null };
  await writeCorreo(trx, antes, { ...despues, dkimClave: null }, ctx.now);
  await audit(trx, ctx, {
    accion: 'QUITAR_DKIM',
    entidad: 'CORREO',
    entidadId: 1,
    antes,
    despues,
  });
}
