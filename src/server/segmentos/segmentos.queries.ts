import { sql } from 'kysely';
import type { Condicion } from '#contract/condicion.ts';
import type { Db, Trx } from '../core/db/connect.ts';
import { searchPatterns } from '../core/text.ts';

export type SegmentoRow = {
  id: number;
  nombre: string;
  descripcion: string | null;
  condicion: Condicion;
  version: number;
  creadoPor: string | null;
  creadoEn: string;
  actualizadoEn: string;
};

function filtered(db: Db | Trx, q: string | undefined) {
  let query = db.selectFrom('segmento as s');
  for (const pattern of searchPatterns(q ?? '')) {
    query = query.where(
      sql<boolean>`normalizar(' ' || s.nombre || ' ' || coalesce(s.descripcion, '')) like ${pattern}`,
    );
  }
  return query;
}

function rows(db: Db | Trx, q?: string) {
  return filtered(db, q)
    .leftJoin('usuario', 'usuario.id', 's.creadoPor')
    .select(['s.id', 's.nombre', 's.descripcion', 's.version', 's.creadoEn', 's.actualizadoEn'])
    .select(['usuario.name as creadoPor', sql<Condicion>`s.condicion`.as('condicion')]);
}

/** By name. */
export function selectSegmentos(
  db: Db,
  q: string | undefined,
  page: { after: { nombre: string; id: number } | undefined; limit: number },
): Promise<SegmentoRow[]> {
  let query = rows(db, q);
  if (page.after) {
    const { nombre, id } = page.after;
    query = query.where(
      sql<boolean>`(s.nombre collate es, s.id) > (${nombre}::text collate es, ${id}::bigint)`,
    );
  }
  return query.orderBy(sql`s.nombre collate es`).orderBy('s.id').limit(page.limit).execute();
}

export async function countSegmentos(db: Db, q: string | undefined): Promise<number> {
  const { n } = await filtered(db, q)
    .select((eb) => eb.fn.countAll<number>().as('n'))
    .executeTakeFirstOrThrow();
  return n;
}

export function selectSegmento(db: Db | Trx, id: number): Promise<SegmentoRow | undefined> {
  return rows(db).where('s.id', '=', id).executeTakeFirst();
}

/** The condition of a segment as it stands; undefined when there is no such segment. */
export async function selectCondicion(db: Db | Trx, id: number): Promise<Condicion | undefined> {
  const row = await db
    .selectFrom('segmento')
    .select(sql<Condicion>`condicion`.as('condicion'))
    .where('id', '=', id)
    .executeTakeFirst();
  return row?.condicion;
}

/** A segment as it is stored, locked against change until the transaction ends. */
export function lockSegmento(trx: Trx, id: number) {
  return trx
    .selectFrom('segmento')
    .select(['id', 'nombre', 'descripcion', 'version', sql<Condicion>`condicion`.as('condicion')])
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
}

/** Whether a segment is there, and that it stays until the transaction ends. */
export async function holdSegmento(trx: Trx, id: number): Promise<boolean> {
  const row = await trx
    .selectFrom('segmento')
    .select('id')
    .where('id', '=', id)
    .forKeyShare()
    .executeTakeFirst();
  return row !== undefined;
}

export type SegmentoValues = {
  nombre: string;
  descripcion: string | null;
  condicion: Condicion;
};

const written = ({ condicion, ...values }: SegmentoValues) => ({
  ...values,
  condicion: JSON.stringify(condicion),
});

export async function insertSegmento(
  trx: Trx,
  values: SegmentoValues,
  by: { usuarioId: string | null; now: string },
): Promise<number> {
  const { id } = await trx
    .insertInto('segmento')
    .values({
      ...written(values),
      creadoPor: by.usuarioId,
      creadoEn: by.now,
      actualizadoEn: by.now,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}

export async function updateSegmentoRow(
  trx: Trx,
  id: number,
  values: SegmentoValues,
  now: string,
): Promise<void> {
  await trx
    .updateTable('segmento')
    .set({ ...written(values), actualizadoEn: now })
    .set((eb) => ({ version: eb('version', '+', 1) }))
    .where('id', '=', id)
    .execute();
}

export async function deleteSegmentoRow(trx: Trx, id: number): Promise<void> {
  await trx.deleteFrom('segmento').where('id', '=', id).execute();
}

/** Campaigns that may still go out, or have not found all their people yet, and would use it. */
export async function selectCampanasDe(
  db: Db | Trx,
  id: number,
): Promise<{ id: number; nombre: string }[]> {
  return db
    .selectFrom('campana')
    .select(['id', 'nombre'])
    .where(
      sql<boolean>`audiencia @> ${JSON.stringify({ modo: 'SEGMENTO', segmentoId: id })}::jsonb`,
    )
    .where(sql<boolean>`(estado in ('BORRADOR', 'PROGRAMADA', 'PREPARANDO')
      or estado = 'PAUSADA' and preparada_en is null)`)
    .orderBy('id', 'desc')
    .execute();
}
