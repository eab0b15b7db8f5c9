import { sql } from 'kysely';
import type { Db } from '../core/db/connect.ts';
import type { Tramo } from '../core/time.ts';

type Cupos = { talleres: number; ocupados: number; cupos: number };

/** The published Talleres of each stretch of time, and their seats taken and offered. */
export async function sumCupos(db: Db, tramos: Tramo[]): Promise<Cupos[]> {
  const { rows } = await sql<Cupos>`
    select sumas.* from unnest(${tramos.map((t) => t.desde)}::timestamptz[], ${tramos.map((t) => t.antes)}::timestamptz[])
      with ordinality as tramo(desde, antes, orden)
    cross join lateral (
      select count(*) as talleres, coalesce(sum(cupos_ocupados), 0)::bigint as ocupados, coalesce(sum(cupos), 0)::bigint as cupos
      from taller where inicia_en >= tramo.desde and inicia_en < tramo.antes and estado = 'PUBLICADO'
    ) sumas order by tramo.orden`.execute(db);
  return rows;
}
