import { sql } from 'kysely';
import type { Db } from '../core/db/connect.ts';
import { type Contexto, monthIndex, within } from './contexto.queries.ts';

export type EmbudoRow = {
  /** From 1, among the months of the period. */
  mes: number;
  prospectos: number;
  clientes: number;
  inactivos: number;
};
/** Medians, in days. */
export type DemoraRow = {
  aProspecto: number | null;
  aCliente: number | null;
};

const interesada = sql`a in ('PROSPECTO', 'CLIENTE')`;
/** When someone showed interest first: asked of each, or of all at once. */
const deCadaUno = sql`cross join lateral (select min(e.creado_en) as en from cliente_estado e
  where e.cliente_id = cliente.id and ${interesada}) interes`;
const deTodos = sql`left join (select cliente_id, min(creado_en) as en from cliente_estado
  where ${interesada} group by 1) interes on interes.cliente_id = cliente.id`;

/** Up to so many people, asking each for its history is faster than reading all of it. */
const POCOS = 40_000;

/**
 * How far those captured in the period came, by month of capture; months where nobody came further than LEAD are
 * left out. Who bought at once showed interest by it.
 * @param captados how many were captured, about.
 */
export async function selectEmbudo(
  db: Db,
  contexto: Contexto,
  captados: number,
): Promise<{ meses: EmbudoRow[]; demora: DemoraRow | undefined }> {
  // date_part gives a float; extract a numeric, which costs ten times as much.
  const dias = (hasta: string) =>
    sql`(percentile_cont(0.5) within group (order by greatest(date_part('epoch', ${sql.ref(hasta)} - creado_en), 0) / 86400)
      filter (where ${sql.ref(hasta)} is not null))::float8`;
  const { rows } = await sql<EmbudoRow & DemoraRow & { dato: string }>`
    with persona as materialized (
      select ${monthIndex('creado_en', contexto)} as mes, creado_en, convertido_en, estado,
        least(interes.en, convertido_en) as interes_en
      from cliente ${captados > POCOS ? deTodos : deCadaUno}
      where estado in ('PROSPECTO', 'CLIENTE', 'INACTIVO') and ${within('creado_en', contexto.tramo)}
    )
    select 'MES' as dato, mes, count(interes_en) as prospectos, count(convertido_en) as clientes,
      count(convertido_en) filter (where estado = 'INACTIVO') as inactivos,
      null::float8 as a_prospecto, null::float8 as a_cliente
    from persona group by mes
    union all
    select 'DEMORA', null, null, null, null, ${dias('interes_en')}, ${dias('convertido_en')} from persona`.execute(
    db,
  );
  return {
    meses: rows.filter(({ dato }) => dato === 'MES'),
    demora: rows.find(({ dato }) => dato === 'DEMORA'),
  };
}
