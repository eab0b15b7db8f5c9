import { sql } from 'kysely';
import type { TextoWhatsapp } from '#contract/interacciones.ts';
import { SIN_NOMBRE } from '../clientes/captura.queries.ts';
import type { Db, Trx } from '../core/db/connect.ts';
import type { ValoresTexto } from './textos.policy.ts';

/** The texts by name: all, or one. */
export function selectTextos(db: Db | Trx, id?: number): Promise<TextoWhatsapp[]> {
  return db
    .selectFrom('textoWhatsapp')
    .select(['id', 'nombre', 'texto', 'version'])
    .$if(id !== undefined, (qb) => qb.where('id', '=', id ?? 0))
    .orderBy(sql`nombre collate es`)
    .execute();
}

export function lockTexto(trx: Trx, id: number) {
  return trx
    .selectFrom('textoWhatsapp')
    .select(['nombre', 'texto', 'version'])
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
}

type Values = { nombre: string; texto: string };

export async function insertTexto(trx: Trx, values: Values, now: string): Promise<number> {
  const { id } = await trx
    .insertInto('textoWhatsapp')
    .values({ ...values, creadoEn: now, actualizadoEn: now })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}

export async function updateTextoRow(
  trx: Trx,
  id: number,
  values: Values,
  now: string,
): Promise<void> {
  await trx
    .updateTable('textoWhatsapp')
    .set({ ...values, version: sql`version + 1`, actualizadoEn: now })
    .where('id', '=', id)
    .execute();
}

export async function deleteTextoRow(trx: Trx, id: number): Promise<void> {
  await trx.deleteFrom('textoWhatsapp').where('id', '=', id).execute();
}

/** What texts say to a Cliente; undefined when there is none. Who gave no name is called by none. */
export async function selectValores(db: Db, clienteId: number): Promise<ValoresTexto | undefined> {
  const row = await db
    .selectFrom('cliente')
    .innerJoin('negocio', (join) => join.onTrue())
    .select(['nombres', 'apellidos', 'negocio.nombre'])
    .where('cliente.id', '=', clienteId)
    .executeTakeFirst();
  if (!row) return undefined;
  const nombres = row.nombres === SIN_NOMBRE ? '' : row.nombres;
  return {
    'cliente.nombres': nombres,
    'cliente.nombreCompleto': `${nombres} ${row.apellidos}`.trim(),
    'negocio.nombre': row.nombre,
  };
}
