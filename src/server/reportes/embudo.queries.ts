import { sql } from 'kysely';
import type { Db } from '../core/db/connect.ts';
import { type Contexto, monthOfBoth, ofBoth } from './contexto.queries.ts';

export type EmbudoRow = {
  /** From 1, among the months of the period; 0 is the whole period before. */
  mes: number;
  prospectos: number;
  clientes: number;
  inactivos: number;
};
/** Medians, in days. */
export type DemoraRow = {
  antes: boolean;
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
 * How far those captured in the period came, by month of capture, and the ones of the period before; months where
 * nobody came further than LEAD are left out. Who bought at once showed interest by it.
 * @param captados how many were captured in both, about.
 */
export async function selectEmbudo(
  db: Db,
  contexto: Contexto,
  captados: number,
): Promise<{ meses: EmbudoRow[]; demoras: DemoraRow[] }> {
  // date_part gives a float; extract a numeric, which costs ten times as much.
  const dias = (hasta: string) =>
    sql`(percentile_cont(0.5) within group (order by greatest(date_part('epoch', ${sql.ref(hasta)} - creado_en), 0) / 86400)
      filter (where ${sql.ref(hasta)} is not null))::float8`;
  const { rows } = await sql<EmbudoRow & DemoraRow & { dato: string }>`
    with persona as materialized (
      select ${monthOfBoth('creado_en', contexto)} as mes, creado_en, convertido_en, estado,
        least(interes.en, convertido_en) as interes_en
      from cliente ${captados > POCOS ? deTodos : deCadaUno}
      where estado in ('PROSPECTO', 'CLIENTE', 'INACTIVO') and ${ofBoth('creado_en', contexto)}
    )
    select 'MES' as dato, mes, count(interes_en) as prospectos, count(convertido_en) as clientes,
      count(convertido_en) filter (where estado = 'INACTIVO') as inactivos,
      null::boolean as antes, null::float8 as a_prospecto, null::float8 as a_cliente
    from persona group by mes
    union all
    select 'DEMORA', null, null, null, null, mes = 0, ${dias('interes_en')}, ${dias('convertido_en')}
    from persona group by mes = 0`.execute(db);
  return {
    meses: rows.filter(({ dato }) => dato === 'MES'),
    demoras: rows.filter(({ dato }) => dato === 'DEMORA'),
  };
}
