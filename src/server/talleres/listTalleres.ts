import { sql } from 'kysely';
import type { z } from 'zod';
import type { Answer } from '#contract/endpoint.ts';
import type { listTalleres as contract } from '#contract/talleres.ts';
import type { Db } from '../core/db/connect.ts';
import { decodeCursor, encodeCursor } from '../core/http/cursor.ts';
import { presentTallerItem, selectTallerItems, tallerConditions } from './talleres.queries.ts';

type Filtros = z.output<typeof contract.query>;

/** A keyset page of Talleres and their number; there are few enough to count them all. */
export async function listTalleres(
  db: Db,
  filtros: Filtros,
  now: string,
): Promise<Answer<typeof contract>> {
  const order = filtros.orden ?? (filtros.cuando === 'PASADOS' ? '-iniciaEn' : 'iniciaEn');
  const limit = filtros.limite ?? 50;
  const down = order === '-iniciaEn';
  const key = order === 'titulo' ? sql`taller.titulo collate es` : sql`taller.inicia_en`;
  const direction = sql.raw(down ? 'desc' : 'asc');
  let page = selectTallerItems(db)
    .where((eb) => eb.and(tallerConditions(eb, filtros, now)))
    .orderBy(sql`${key} ${direction}, taller.id ${direction}`)
    .limit(limit + 1);
  if (filtros.cursor) {
    const kind = order === 'titulo' ? 'text' : 'instant';
    const [last, id] = decodeCursor(filtros.cursor, order, [kind, 'number']);
    const cast = sql.raw(order === 'titulo' ? 'text' : 'timestamptz');
    page = page.where(
      sql<boolean>`(${key}, taller.id) ${sql.raw(down ? '<' : '>')} (${last}::${cast}, ${id}::bigint)`,
    );
  }
  const count = db
    .selectFrom('taller')
    .where((eb) => eb.and(tallerConditions(eb, filtros, now)))
    .select((eb) => eb.fn.countAll<number>().as('n'))
    .executeTakeFirstOrThrow();
  const [rows, { n }] = await Promise.all([page.execute(), count]);
  const items = rows.slice(0, limit).map(presentTallerItem);
  const last = items.at(-1);
  const more = rows.length > limit && last;
  return {
    items,
    siguiente: more
      ? encodeCursor(order, [order === 'titulo' ? last.titulo : last.iniciaEn, last.id])
      : null,
    total: n,
  };
}
