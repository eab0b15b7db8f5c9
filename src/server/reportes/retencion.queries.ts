import { sql } from 'kysely';
import type { Db } from '../core/db/connect.ts';
import { before, type Contexto, monthIndex, within } from './contexto.ts';

export type CohorteRow = {
  /** From 1, among the months of the period; null is all of them. */
  mes: number | null;
  personas: number;
  a3Meses: number;
  a6Meses: number;
  a12Meses: number;
  alguna: number;
  /** The median of days between the first and the next purchase. */
  dias: number | null;
};

const confirmada = sql`c.estado in ('ABONADO', 'PAGADO')`;

/**
 * Those whose first confirmed purchase is of the period, by its month and in all, and how many bought again. Another
 * sale of the same local day is part of the same purchase.
 */
export async function selectCohortes(db: Db, contexto: Contexto): Promise<CohorteRow[]> {
  const zone = sql.lit(contexto.zone);
  const withinMonths = (meses: number) =>
    sql`count(*) filter (where (segunda at time zone ${zone})::date
      <= (primera at time zone ${zone})::date + interval '${sql.raw(String(meses))} months')`;
  const { rows } = await sql<CohorteRow>`
    select mes, count(*) as personas, ${withinMonths(3)} as "a3Meses", ${withinMonths(6)} as "a6Meses",
      ${withinMonths(12)} as "a12Meses", count(segunda) as alguna,
      percentile_cont(0.5) within group (order by extract(epoch from segunda - primera) / 86400.0)::float8 as dias
    from (
      select ${monthIndex('primera', contexto)} as mes, primera, (
        select min(c.creado_en) from cobro c where c.cliente_id = p.cliente_id and ${confirmada}
          and c.creado_en >= ((primera at time zone ${zone})::date + 1)::timestamp at time zone ${zone}) as segunda
      from (
        select c.cliente_id, min(c.creado_en) as primera from cobro c
        where ${confirmada} and ${within('c.creado_en', contexto.tramo)} group by 1
      ) p
      where not exists (select from cobro c where c.cliente_id = p.cliente_id and ${confirmada}
        and ${before('c.creado_en', contexto.tramo.desde)})
    ) persona group by grouping sets ((mes), ())`.execute(db);
  return rows;
}
