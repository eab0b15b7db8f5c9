import { createHash, randomBytes } from 'node:crypto';
import type { z } from 'zod';
import type { receiveRebotes } from '#contract/suscripcion.ts';
import { audit } from '../core/audit.ts';
import type { Ctx } from '../core/context.ts';
import type { Db, Trx } from '../core/db/connect.ts';
import { transaction } from '../core/db/transaction.ts';
import { AppError } from '../core/errors.ts';
import { sameBytes } from '../core/keys.ts';
import { readMessageId } from '../emails/cabeceras.ts';
import { selectEntradas, selectMensaje, writeWebhookClave } from './rebotes.queries.ts';
import { registerRebote, settleRebote } from './registerRebote.ts';

const hashOf = (clave: string) => createHash('sha256').update(clave).digest('base64url');

/** A new shared secret, told only now: the database keeps its hash. The former one stops working. */
export async function createWebhook(trx: Trx, ctx: Ctx): Promise<string> {
  const clave = randomBytes(32).toString('base64url');
  await writeWebhookClave(trx, hashOf(clave));
  await audit(trx, ctx, { accion: 'CREAR_WEBHOOK', entidad: 'CORREO', entidadId: 1 });
  return clave;
}

/** Nobody may tell us of bounces by HTTP any more. Without a secret nothing changes. */
export async function removeWebhook(trx: Trx, ctx: Ctx): Promise<void> {
  if (!(await writeWebhookClave(trx, null))) return;
  await audit(trx, ctx, { accion: 'QUITAR_WEBHOOK', entidad: 'CORREO', entidadId: 1 });
}

/** @throws {AppError} CREDENCIALES_INVALIDAS unless the header brings the shared secret as Bearer. */
export async function checkWebhook(db: Db, authorization: string | undefined): Promise<void> {
  const { webhookClave } = await selectEntradas(db);
  const given = /^Bearer\s+(\S{1,200})$/i.exec(authorization ?? '')?.[1] ?? '';
  const same = sameBytes(Buffer.from(hashOf(given)), Buffer.from(webhookClave ?? hashOf('')));
  if (!webhookClave || !given || !same) {
    throw new AppError('CREDENCIALES_INVALIDAS', 'La clave para avisar de rebotes no es válida.');
  }
}

type Evento = z.output<typeof receiveRebotes.body>['eventos'][number];

/**
 * Takes in what another service tells of addresses, each on its own, so that sending all of them again after a
 * failure repeats nothing. Its word is believed, as it holds our secret.
 * @returns how many were new.
 */
export async function receiveEventos(
  db: Db,
  ctx: Ctx,
  secret: string,
  eventos: Evento[],
): Promise<number> {
  let nuevos = 0;
  for (const evento of eventos) {
    const { email, tipo, mensajeId, codigo = null, detalle = null } = evento;
    const id = mensajeId ? readMessageId(secret, mensajeId) : undefined;
    const registrado = await transaction(db, async (trx) => {
      const named = id === undefined ? undefined : await selectMensaje(trx, id);
      return registerRebote(trx, ctx, {
        huella: huellaDe(evento, ctx.now),
        tipo,
        codigo,
        detalle,
        via: 'WEBHOOK',
        mensaje: named?.email === email ? named : undefined,
        email,
        confiable: true,
      });
    });
    await settleRebote(db, registrado);
    if (registrado.nuevo) nuevos += 1;
  }
  return nuevos;
}

/** Of one that names no message, the day is part of it: a year later the same address may bounce again. */
function huellaDe({ email, tipo, mensajeId, codigo, detalle }: Evento, now: string): string {
  const which = mensajeId ?? `${now.slice(0, 10)}\n${codigo ?? ''}\n${detalle ?? ''}`;
  return hashOf(['webhook', email, tipo, which].join('\n'));
}
