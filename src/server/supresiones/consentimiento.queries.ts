import { sql } from 'kysely';
import { hasBaja } from '../clientes/captura.queries.ts';
import { isAbsorbido } from '../clientes/principal.queries.ts';
import type { Db, Trx } from '../core/db/connect.ts';
import { recibeNovedades } from '../segmentos/hojas/novedades.queries.ts';

/** Who has that address, and that Cliente; held until the end of the transaction. */
export async function lockPersonas(trx: Trx, email: string, clienteId: number | null) {
  const { rows } = await sql<{ id: number; email: string | null }>`
    select id, email from cliente where email = ${email} or id = ${clienteId}::bigint
    order by id for no key update`.execute(trx);
  return rows;
}

/**
 * What a Cliente said last about being written to, if ever; by an address of theirs that was merged away, what that
 * address said.
 */
export async function lastAccion(
  db: Db | Trx,
  clienteId: number,
  email?: string,
): Promise<string | undefined> {
  const row = await db
    .selectFrom('consentimiento')
    .select('accion')
    .where('clienteId', '=', clienteId)
    .where(
      email === undefined
        ? sql<boolean>`not ajeno`
        : sql<boolean>`case when ${isAbsorbido(email)} then email = ${email} else not ajeno end`,
    )
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row?.accion;
}

/** Whether they want news by their own word, whatever else may stand against it. */
export async function quiereNovedades(
  db: Db | Trx,
  { clienteId, email }: { clienteId: number; email: string },
): Promise<boolean> {
  return !(await hasBaja(db, email)) && (await lastAccion(db, clienteId, email)) === 'OTORGADO';
}

/** That a message made its receiver leave, once. The caller holds the address. */
export async function insertEventoBaja(
  trx: Trx,
  mensaje: { id: number; campanaId: number | null },
  now: string,
): Promise<void> {
  await sql`
    insert into email_evento (email_log_id, campana_id, tipo, creado_en)
    select ${mensaje.id}::bigint, ${mensaje.campanaId}::bigint, 'BAJA', ${now}::timestamptz
    where not exists (select from email_evento where email_log_id = ${mensaje.id}::bigint and tipo = 'BAJA')`.execute(
    trx,
  );
}

/** Consents of a person, and of their address before it was theirs, the newest first. */
export function selectConsentimientos(db: Db | Trx, clienteId: number) {
  return db
    .selectFrom('consentimiento')
    .select(['id', 'email', 'accion', 'texto', 'textoVersion', 'canal', 'evidencia', 'creadoEn'])
    .where('clienteId', '=', clienteId)
    .orderBy('id', 'desc')
    .limit(200)
    .execute();
}

/** What stands for or against promotional mail to a Cliente. */
export function selectPermiso(db: Db | Trx, clienteId: number) {
  return db
    .selectFrom('cliente as c')
    .select(['email', 'bloqueadoEn', 'bloqueoMotivo', recibeNovedades.as('suscrito')])
    .where('id', '=', clienteId)
    .executeTakeFirst();
}

/** Held until the end of the transaction. */
export function lockCliente(trx: Trx, clienteId: number) {
  return trx
    .selectFrom('cliente')
    .select(['email', 'bloqueadoEn'])
    .where('id', '=', clienteId)
    .forNoKeyUpdate()
    .executeTakeFirst();
}

export async function writeBloqueo(
  trx: Trx,
  clienteId: number,
  { en, motivo }: { en: string | null; motivo: string | null },
): Promise<void> {
  await trx
    .updateTable('cliente')
    .set({ bloqueadoEn: en, bloqueoMotivo: motivo })
    .where('id', '=', clienteId)
    .execute();
}

/** Takes back what waits for a Cliente: in the queue, or taken but not cleared for the hand-over. */
export async function cancelQueuedOf(
  trx: Trx,
  clienteId: number,
  respuesta: string,
): Promise<void> {
  await trx
    .updateTable('emailLog')
    .set({ estado: 'CANCELADO', tomadoPor: null, tomadoHasta: null, respuesta })
    .where('clienteId', '=', clienteId)
    .where('estado', 'in', ['EN_COLA', 'TOMADO'])
    .where('entregaEn', 'is', null)
    .execute();
}
