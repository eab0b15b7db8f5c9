import { sql } from 'kysely';
import type { Db } from '../core/db/connect.ts';
import type { Tramo } from '../core/time.ts';
import { within } from './contexto.queries.ts';

export type OcupacionRow = {
  taller: { id: number; titulo: string; iniciaEn: string; zona: string };
  cupos: number;
  ocupados: number;
  /** Of the live enrolments, in pesos. */
  vendido: number;
};

/** The published Talleres that begin in the stretch of time, the latest first. */
export async function selectOcupacion(
  db: Db,
  tramo: Tramo,
  limit: number,
): Promise<OcupacionRow[]> {
  type Row = Omit<OcupacionRow, 'taller'> & OcupacionRow['taller'];
  const { rows } = await sql<Row>`
    select id, titulo, inicia_en, zona, cupos, cupos_ocupados as ocupados, coalesce((
      select sum(total) from inscripcion where taller_id = taller.id and anulada_en is null), 0)::bigint as vendido
    from (
      select * from taller where estado = 'PUBLICADO' and ${within('inicia_en', tramo)}
      order by inicia_en desc, id desc limit ${sql.lit(limit)}
    ) taller order by inicia_en desc, id desc`.execute(db);
  return rows.map(({ cupos, ocupados, vendido, ...taller }) => ({
    taller,
    cupos,
    ocupados,
    vendido,
  }));
}
