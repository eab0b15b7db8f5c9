import { sql } from 'kysely';
import type { CobroItem } from '#contract/cobros.ts';
import { presentCobroItem, selectCobroItems } from '../cobros/cobros.queries.ts';
import type { Db } from '../core/db/connect.ts';

export function selectEmpresas(db: Db, patterns: string[], limit: number) {
  return db
    .selectFrom('empresa')
    .select(['id', 'razonSocial', 'nombreFantasia', 'rut'])
    .where((eb) => eb.and(patterns.map((pattern) => eb('busqueda', 'like', pattern))))
    .orderBy(sql`razon_social collate es`)
    .orderBy('id')
    .limit(limit)
    .execute();
}

/** Those to come first, the nearest ahead; then the past, the latest ahead. */
export function selectTalleres(db: Db, patterns: string[], now: string, limit: number) {
  const past = sql<boolean>`termina_en <= ${now}`;
  return db
    .selectFrom('taller')
    .select(['id', 'titulo', 'iniciaEn', 'zona', 'estado'])
    .where((eb) => eb.and(patterns.map((pattern) => eb('busqueda', 'like', pattern))))
    .orderBy(past)
    .orderBy(sql`case when not ${past} then inicia_en end`)
    .orderBy('iniciaEn', 'desc')
    .orderBy('id')
    .limit(limit)
    .execute();
}

export function selectCursos(db: Db, patterns: string[], limit: number) {
  return db
    .selectFrom('curso')
    .select(['id', 'titulo', 'instructor', 'estado'])
    .where((eb) => eb.and(patterns.map((pattern) => eb('busqueda', 'like', pattern))))
    .orderBy(sql`titulo collate es`)
    .orderBy('id')
    .limit(limit)
    .execute();
}

/** Those for sale first. */
export function selectProductos(db: Db, patterns: string[], limit: number) {
  return db
    .selectFrom('producto')
    .select(['id', 'nombre', 'sku', 'stockActual', 'estado'])
    .where((eb) => eb.and(patterns.map((pattern) => eb('busqueda', 'like', pattern))))
    .orderBy('estado')
    .orderBy(sql`nombre collate es`)
    .orderBy('id')
    .limit(limit)
    .execute();
}

/**
 * Those with a reference from one to the other, both whole, in that order: a range uses the index of
 * references also in a prepared statement and whatever the collation, which a prefix does not.
 */
export async function selectCobros(
  db: Db,
  { desde, hasta }: { desde: string; hasta: string },
  limit: number,
): Promise<CobroItem[]> {
  const rows = await selectCobroItems(db)
    .where('cobro.codigo', '>=', desde)
    .where('cobro.codigo', '<=', hasta)
    .orderBy('cobro.codigo')
    .limit(limit)
    .execute();
  return rows.map(presentCobroItem);
}
