import type { z } from 'zod';
import type { listInscripcionesCurso as contract } from '#contract/cursos.ts';
import type { Answer } from '#contract/endpoint.ts';
import type { Rol } from '#contract/permisos.ts';
import type { Db } from '../core/db/connect.ts';
import { decodeIdCursor, encodeCursor } from '../core/http/cursor.ts';
import {
  fromInscripcionesCurso,
  inscripcionCursoConditions,
  presentInscripcionCurso,
  selectInscripcionesCurso,
} from './inscripcionesCurso.queries.ts';

type Filtros = z.output<typeof contract.query>;
const MAX_TOTAL = 10_000;
const ORDER = 'inscripciones-curso';

/** A keyset page of accesses to Cursos, the latest first, and their number up to 10,000. */
export async function listInscripcionesCurso(
  db: Db,
  filtros: Filtros,
  rol: Rol,
  now: string,
): Promise<Answer<typeof contract>> {
  const limit = filtros.limite ?? 50;
  const before = filtros.cursor ? decodeIdCursor(filtros.cursor, ORDER) : undefined;
  const page = selectInscripcionesCurso(db, now)
    .where((eb) => eb.and(inscripcionCursoConditions(eb, filtros, now)))
    .$if(before !== undefined, (qb) => qb.where('inscripcionCurso.id', '<', before ?? 0))
    .orderBy('inscripcionCurso.id', 'desc')
    .limit(limit + 1)
    .execute();
  const bounded = fromInscripcionesCurso(db)
    .where((eb) => eb.and(inscripcionCursoConditions(eb, filtros, now)))
    .select('inscripcionCurso.id')
    .limit(MAX_TOTAL + 1);
  const count = db
    .selectFrom(bounded.as('acotado'))
    .select((eb) => eb.fn.countAll<number>().as('n'))
    .executeTakeFirstOrThrow();
  const [rows, { n }] = await Promise.all([page, count]);
  const items = rows.slice(0, limit).map((row) => presentInscripcionCurso(row, rol));
  const last = items.at(-1);
  return {
    items,
    siguiente: rows.length > limit && last ? encodeCursor(ORDER, [last.id]) : null,
    total: Math.min(n, MAX_TOTAL),
    ...(n > MAX_TOTAL ? { totalEsMinimo: true } : {}),
  };
}
