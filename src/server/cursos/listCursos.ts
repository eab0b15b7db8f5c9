import { sql } from 'kysely';
import type { z } from 'zod';
import type { listCursos as contract } from '#contract/cursos.ts';
import type { Answer } from '#contract/endpoint.ts';
import type { Db } from '../core/db/connect.ts';
import { decodeCursor, encodeCursor } from '../core/http/cursor.ts';
import {
  alumnosDe,
  cursoConditions,
  presentCursoItem,
  selectCursoItems,
} from './cursos.queries.ts';

type Filtros = z.output<typeof contract.query>;

/** A keyset page of Cursos, newest first unless told, and their number; there are few enough to count. */
export async function listCursos(
  db: Db,
  filtros: Filtros,
  now: string,
): Promise<Answer<typeof contract>> {
  const order = filtros.orden ?? '-creadoEn';
  const limit = filtros.limite ?? 50;
  const byTitle = order === 'titulo';
  const key = byTitle ? sql`curso.titulo collate es` : sql`curso.creado_en`;
  const down = order === '-creadoEn';
  const direction = sql.raw(down ? 'desc' : 'asc');
  let page = selectCursoItems(db)
    .select(alumnosDe(now).as('alumnos'))
    .where((eb) => eb.and(cursoConditions(eb, filtros)))
    .orderBy(sql`${key} ${direction}, curso.id ${direction}`)
    .limit(limit + 1);
  if (filtros.cursor) {
    const kind = byTitle ? 'text' : 'instant';
    const [last, id] = decodeCursor(filtros.cursor, order, [kind, 'number']);
    const cast = sql.raw(byTitle ? 'text' : 'timestamptz');
    page = page.where(
      sql<boolean>`(${key}, curso.id) ${sql.raw(down ? '<' : '>')} (${last}::${cast}, ${id}::bigint)`,
    );
  }
  const count = db
    .selectFrom('curso')
    .where((eb) => eb.and(cursoConditions(eb, filtros)))
    .select((eb) => eb.fn.countAll<number>().as('n'))
    .executeTakeFirstOrThrow();
  const [rows, { n }] = await Promise.all([page.execute(), count]);
  const items = rows.slice(0, limit).map(presentCursoItem);
  const last = items.at(-1);
  return {
    items,
    siguiente:
      rows.length > limit && last
        ? encodeCursor(order, [byTitle ? last.titulo : last.creadoEn, last.id])
        : null,
    total: n,
  };
}
