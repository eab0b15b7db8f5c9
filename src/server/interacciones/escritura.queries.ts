import { sql } from 'kysely';
import type { Direccion, ResultadoInteraccion, TipoInteraccion } from '#contract/interacciones.ts';
import type { Trx } from '../core/db/connect.ts';

/** An interacción as it is written: every field has its final value. */
export type Values = {
  tipo: TipoInteraccion;
  direccion: Direccion | null;
  resumen: string;
  detalle: string | null;
  resultado: ResultadoInteraccion | null;
  fecha: string;
  responsableId: string | null;
  seguimientoEn: string | null;
  seguimientoNota: string | null;
  seguimientoResponsableId: string | null;
  seguimientoHechoEn: string | null;
  seguimientoHechoPor: string | null;
};

/** The interacción as it stands, held until the end of the transaction. */
export function lockInteraccion(trx: Trx, id: number) {
  return trx
    .selectFrom('interaccion')
    .select((eb) => [
      'clienteId',
      'creadoPor',
      'version',
      eb.ref('tipo').$castTo<TipoInteraccion>().as('tipo'),
      eb.ref('direccion').$castTo<Direccion | null>().as('direccion'),
      'resumen',
      'detalle',
      eb.ref('resultado').$castTo<ResultadoInteraccion | null>().as('resultado'),
      'fecha',
      'responsableId',
      'seguimientoEn',
      'seguimientoNota',
      'seguimientoResponsableId',
      'seguimientoHechoEn',
      'seguimientoHechoPor',
    ])
    .where('id', '=', id)
    .forNoKeyUpdate()
    .executeTakeFirst();
}

export async function insertInteraccion(
  trx: Trx,
  values: Values & { clienteId: number; creadoPor: string | null },
  now: string,
): Promise<number> {
  const { id } = await trx
    .insertInto('interaccion')
    .values({ ...values, creadoEn: now, actualizadoEn: now })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}

export async function updateInteraccionRow(
  trx: Trx,
  id: number,
  values: Partial<Values>,
  now: string,
): Promise<void> {
  await trx
    .updateTable('interaccion')
    .set({ ...values, version: sql`version + 1`, actualizadoEn: now })
    .where('id', '=', id)
    .execute();
}

export async function deleteInteraccionRow(trx: Trx, id: number): Promise<void> {
  await trx.deleteFrom('interaccion').where('id', '=', id).execute();
}

/** The pending follow-ups among some interacciones, held by id until the end of the transaction. */
export function lockSeguimientos(trx: Trx, ids: number[]) {
  return trx
    .selectFrom('interaccion')
    .select(['id', 'seguimientoEn', 'seguimientoResponsableId'])
    .where('id', '=', sql<number>`any(${ids}::bigint[])`)
    .where('seguimientoEn', 'is not', null)
    .where('seguimientoHechoEn', 'is', null)
    .orderBy('id')
    .forNoKeyUpdate()
    .execute();
}

/** Gives follow-ups to someone, or to nobody, or another date; what is undefined stays. */
export async function moveSeguimientos(
  trx: Trx,
  ids: number[],
  changes: { responsableId?: string | null | undefined; fecha?: string | undefined },
  now: string,
): Promise<void> {
  const { responsableId, fecha } = changes;
  await trx
    .updateTable('interaccion')
    .set({
      ...(responsableId === undefined ? {} : { seguimientoResponsableId: responsableId }),
      ...(fecha === undefined ? {} : { seguimientoEn: fecha }),
      version: sql`version + 1`,
      actualizadoEn: now,
    })
    .where('id', '=', sql<number>`any(${ids}::bigint[])`)
    .execute();
}
