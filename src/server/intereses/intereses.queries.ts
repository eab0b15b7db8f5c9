import { sql } from 'kysely';
import type { Interes } from '#contract/intereses.ts';
import type { Db, Trx } from '../core/db/connect.ts';

/** How many rows of a table carry the interés of the outer query. */
function countIn(table: 'cliente_interes' | 'taller' | 'curso' | 'producto') {
  return sql<number>`(select count(*) from ${sql.table(table)} where interes_id = interes.id)`;
}

/** The intereses with how often each is used: all, or one. */
export async function selectIntereses(db: Db | Trx, id?: number): Promise<Interes[]> {
  return db
    .selectFrom('interes')
    .$if(id !== undefined, (qb) => qb.where('id', '=', id ?? 0))
    .select([
      'id',
      'nombre',
      'color',
      'descripcion',
      'version',
      'creadoEn',
      countIn('cliente_interes').as('clientes'),
      countIn('taller').as('talleres'),
      countIn('curso').as('cursos'),
      countIn('producto').as('productos'),
    ])
    .orderBy(sql`nombre collate es`)
    .orderBy('id')
    .execute();
}

export function lockInteres(trx: Trx, id: number) {
  return trx
    .selectFrom('interes')
    .select(['id', 'nombre', 'color', 'descripcion', 'version'])
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
}

export type InteresValues = { nombre: string; color: string; descripcion: string | null };

export async function insertInteres(trx: Trx, values: InteresValues, now: string): Promise<number> {
  const { id } = await trx
    .insertInto('interes')
    .values({ ...values, creadoEn: now, actualizadoEn: now })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}

export async function updateInteresRow(
  trx: Trx,
  id: number,
  values: InteresValues,
  now: string,
): Promise<void> {
  await trx
    .updateTable('interes')
    .set({ ...values, version: sql`version + 1`, actualizadoEn: now })
    .where('id', '=', id)
    .execute();
}

export async function deleteInteresRow(trx: Trx, id: number): Promise<void> {
  await trx.deleteFrom('interes').where('id', '=', id).execute();
}
