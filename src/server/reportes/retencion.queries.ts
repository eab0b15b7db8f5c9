import { sql } from 'kysely';
import type { Db } from '../core/db/connect.ts';
import { type Contexto, monthOfBoth, ofBoth } from './contexto.queries.ts';

export type CohorteRow = {
  /** From 1, among the months of the period; 0 is the whole period before. */
  mes: number;
  personas: number;
  a3Meses: number;
  a6Meses: number;
  a12Meses: number;
  alguna: number;
};
/** The median of days between the first and the next purchase of those of the period. */
export type DemoraRow = { dias: number | null };

const confirmada = sql`estado in ('ABONADO', 'PAGADO')`;

/**
 * Those whose first confirmed purchase is of the period or of the one before, with the next one. Another sale of the
 * same local day is part of the same purchase; 25 hours later it is another day, also when the clock jumped, which
 * saves asking most of them for their date.
 */
function personas(contexto: Contexto) {
  const zone = sql.lit(contexto.zone);
  return sql`
    select ${monthOfBoth('primera', contexto)} as mes, primera, segunda
    from (
      select min(primera) as primera, min(creado_en) filter (where creado_en > primera
        and (creado_en - primera >= '25:00' or (creado_en at time zone ${zone})::date > (primera at time zone ${zone})::date)
      ) as segunda
      from (
        select cliente_id, creado_en, first_value(creado_en) over (partition by cliente_id order by creado_en) as primera
        from cobro where ${confirmada}
      ) compra group by cliente_id
    ) persona where ${ofBoth('primera', contexto)}`;
}

/** How many bought for the first time by month, and how many of them bought again. */
export async function selectCohortes(
  db: Db,
  contexto: Contexto,
): Promise<{ cohortes: CohorteRow[]; demora: DemoraRow | undefined }> {
  const zone = sql.lit(contexto.zone);
  const withinMonths = (meses: number) =>
    sql`count(*) filter (where (segunda at time zone ${zone})::date
      <= (primera at time zone ${zone})::date + interval '${sql.raw(String(meses))} months')`;
  const { rows } = await sql<CohorteRow & DemoraRow & { dato: string }>`
    with persona as materialized (${personas(contexto)})
    select 'COHORTE' as dato, mes, count(*) as personas, ${withinMonths(3)} as "a3Meses",
      ${withinMonths(6)} as "a6Meses", ${withinMonths(12)} as "a12Meses", count(segunda) as alguna,
      null::float8 as dias
    from persona group by mes
    union all
    select 'DEMORA', null, null, null, null, null, null,
      percentile_cont(0.5) within group (order by date_part('epoch', segunda - primera) / 86400)::float8
    from persona where segunda is not null and mes > 0`.execute(db);
  return {
    cohortes: rows.filter(({ dato }) => dato === 'COHORTE'),
    demora: rows.find(({ dato }) => dato === 'DEMORA'),
  };
}
