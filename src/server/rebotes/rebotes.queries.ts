import { sql } from 'kysely';
import type { Db, Trx } from '../core/db/connect.ts';
import type { TipoRebote } from './rebote.policy.ts';

export type Via = 'BUZON' | 'WEBHOOK' | 'ARCHIVO';
export type NuevoRebote = {
  /** The same for the same report, however often and by whatever way it comes. */
  huella: string;
  tipo: TipoRebote;
  email: string | null;
  emailLogId: number | null;
  codigo: string | null;
  detalle: string | null;
  via: Via;
};

/** @returns its id, or undefined when it was already here. */
export async function insertRebote(
  trx: Trx,
  rebote: NuevoRebote,
  now: string,
): Promise<number | undefined> {
  const row = await trx
    .insertInto('rebote')
    .values({ ...rebote, creadoEn: now })
    .onConflict((oc) => oc.column('huella').doNothing())
    .returning('id')
    .executeTakeFirst();
  return row?.id;
}

export type MensajeEnviado = {
  id: number;
  email: string;
  clienteId: number | null;
  campanaId: number | null;
};

export function selectMensaje(db: Db | Trx, id: number): Promise<MensajeEnviado | undefined> {
  return db
    .selectFrom('emailLog')
    .select(['id', 'email', 'clienteId', 'campanaId'])
    .where('id', '=', id)
    .executeTakeFirst();
}

/** Writes beside a message that it came back or was complained of, the first time it did. */
export async function markMensaje(
  trx: Trx,
  mensaje: MensajeEnviado,
  tipo: 'REBOTE' | 'RECLAMO',
  detalle: string | null,
  now: string,
): Promise<void> {
  const column = tipo === 'REBOTE' ? 'rebotadoEn' : 'reclamadoEn';
  const { numUpdatedRows } = await trx
    .updateTable('emailLog')
    .set({ [column]: now })
    .where('id', '=', mensaje.id)
    .where(column, 'is', null)
    .executeTakeFirst();
  if (numUpdatedRows === 0n) return;
  await trx
    .insertInto('emailEvento')
    .values({ emailLogId: mensaje.id, campanaId: mensaje.campanaId, tipo, detalle, creadoEn: now })
    .execute();
}

/** How bounces come in: the mailbox with its password sealed, and the hash of the shared secret. */
export function selectEntradas(db: Db | Trx) {
  return db
    .selectFrom('ajustesCorreo')
    .select(['buzonHost', 'buzonPuerto', 'buzonSeguridad', 'buzonUsuario', 'buzonClave'])
    .select('webhookClave')
    .executeTakeFirstOrThrow();
}

/** When the mailbox was looked into last, and what kept us from it, if anything did. */
export async function writeRevision(db: Db, error: string | null, now: string): Promise<void> {
  await db
    .updateTable('ajustesCorreo')
    .set({ buzonRevisadoEn: now, buzonError: error })
    .where('buzonHost', 'is not', null)
    .execute();
}

/** @returns whether that is a change. */
export async function writeWebhookClave(trx: Trx, hash: string | null): Promise<boolean> {
  const { numUpdatedRows } = await trx
    .updateTable('ajustesCorreo')
    .set({ webhookClave: hash })
    .where(sql<boolean>`webhook_clave is distinct from ${hash}`)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}
