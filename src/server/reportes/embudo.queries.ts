import { sql } from 'kysely';
import type { Db } from '../core/db/connect.ts';
import { type Contexto, monthIndex, within } from './contexto.ts';

export type EmbudoRow = {
  /** From 1, among the months of the period; null is all of them. */
  mes: number | null;
  prospectos: number;
  clientes: number;
  inactivos: number;
  /** Medians, in days. */
  diasAProspecto: number | null;
  diasACliente: number | null;
};

/**
 * How far those captured in the period came, by month of capture and in all, when anyone came further than LEAD.
 * Who bought at once showed interest by it.
 */
export async function selectEmbudo(db: Db, contexto: Contexto): Promise<EmbudoRow[]> {
  const dias = (hasta: string) =>
    sql`percentile_cont(0.5) within group (order by greatest(extract(epoch from ${sql.ref(hasta)} - creado_en), 0) / 86400.0)
      filter (where ${sql.ref(hasta)} is not null)::float8`;
  const { rows } = await sql<EmbudoRow>`
    select mes, count(interes_en) as prospectos, count(convertido_en) as clientes,
      count(convertido_en) filter (where estado = 'INACTIVO') as inactivos,
      ${dias('interes_en')} as dias_a_prospecto, ${dias('convertido_en')} as dias_a_cliente
    from (
      select ${monthIndex('creado_en', contexto)} as mes, creado_en, convertido_en, estado,
        least((select min(e.creado_en) from cliente_estado e
          where e.cliente_id = cliente.id and e.a in ('PROSPECTO', 'CLIENTE')), convertido_en) as interes_en
      from cliente where estado in ('PROSPECTO', 'CLIENTE', 'INACTIVO') and ${within('creado_en', contexto.tramo)}
    ) persona group by grouping sets ((mes), ())`.execute(db);
  return rows;
}
