import { sql } from 'kysely';
import type { MotivoSupresion } from '#contract/supresiones.ts';
import { clienteDe } from '../clientes/principal.queries.ts';
import type { Db, Trx } from '../core/db/connect.ts';

/** The class of the advisory locks that let one request at a time subscribe an address. */
const SUSCRIPCION = 1_413_827_924;

/** Holds an address, known or not, until the end of the transaction. */
export async function lockDireccion(trx: Trx, email: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(${sql.lit(SUSCRIPCION)}, hashtext(${email}))`.execute(trx);
}

export type Direccion = {
  clienteId: number | null;
  bloqueada: boolean;
  supresion: MotivoSupresion | null;
  dobleConfirmacion: boolean;
};

/** What is known of an address, and whether the school wants subscriptions to be confirmed. */
export async function selectDireccion(trx: Trx, email: string): Promise<Direccion> {
  const { rows } = await sql<Direccion>`
    select c.id as cliente_id, c.bloqueado_en is not null as bloqueada, s.motivo as supresion,
      a.doble_confirmacion
    from ajustes_correo a
    left join cliente c on c.id = ${clienteDe(email)}
    left join supresion s on s.email = ${email}`.execute(trx);
  const [row] = rows;
  if (!row) throw new Error('there are no settings of mail');
  return row;
}

export type Suscripcion = {
  email: string;
  datos: DatosSuscripcion;
  texto: string;
  textoVersion: number;
  evidencia: Record<string, unknown>;
};

/** What the form said, as it is kept until it is confirmed. */
export type DatosSuscripcion = {
  nombres?: string | null | undefined;
  apellidos?: string | null | undefined;
  intereses?: number[] | undefined;
  utmSource?: string | null | undefined;
  utmMedium?: string | null | undefined;
  utmCampaign?: string | null | undefined;
};

/** The newest of an address since an instant. */
export function selectReciente(trx: Trx, email: string, since: string) {
  return trx
    .selectFrom('suscripcion')
    .select(['id', 'confirmadaEn'])
    .where('email', '=', email)
    .where('creadoEn', '>', since)
    .orderBy('creadoEn', 'desc')
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst();
}

export async function insertSuscripcion(trx: Trx, s: Suscripcion, now: string): Promise<number> {
  const { id } = await trx
    .insertInto('suscripcion')
    .values({
      email: s.email,
      datos: JSON.stringify(s.datos),
      texto: s.texto,
      textoVersion: s.textoVersion,
      canal: 'WEB',
      evidencia: JSON.stringify(s.evidencia),
      creadoEn: now,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}

/** Puts what the form says now in the place of what it said before, unless that was confirmed meanwhile. */
export async function updatePendiente(trx: Trx, id: number, s: Suscripcion): Promise<void> {
  await trx
    .updateTable('suscripcion')
    .set({
      datos: JSON.stringify(s.datos),
      texto: s.texto,
      textoVersion: s.textoVersion,
      evidencia: JSON.stringify(s.evidencia),
    })
    .where('id', '=', id)
    .where('confirmadaEn', 'is', null)
    .execute();
}

/** Whether who subscribes must confirm it from their mailbox. */
export async function readDobleConfirmacion(db: Db): Promise<boolean> {
  const row = await db
    .selectFrom('ajustesCorreo')
    .select('dobleConfirmacion')
    .executeTakeFirstOrThrow();
  return row.dobleConfirmacion;
}
