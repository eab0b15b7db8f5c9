import { sql } from 'kysely';
import type { Db } from '../core/db/connect.ts';

/** Instants, half open: from the first, before the second. */
export type Tramo = { desde: string; antes: string };

const columns = (tramos: Tramo[]) => sql`unnest(
  ${tramos.map((t) => t.desde)}::timestamptz[],
  ${tramos.map((t) => t.antes)}::timestamptz[]
) with ordinality as tramo(desde, antes, orden)`;

/** PAGO − REEMBOLSO − REVERSO of each stretch of time, in pesos, by the instant the money moved. */
export async function sumIngresos(db: Db, tramos: Tramo[]): Promise<number[]> {
  const { rows } = await sql<{ monto: number }>`
    select coalesce((
      select sum(case tipo when 'PAGO' then monto else -monto end) from pago
      where fecha >= tramo.desde and fecha < tramo.antes
    ), 0)::bigint as monto
    from ${columns(tramos)} order by tramo.orden`.execute(db);
  return rows.map((row) => row.monto);
}

/** Clientes captured in each stretch of time. */
export async function countCapturados(db: Db, tramos: Tramo[]): Promise<number[]> {
  const { rows } = await sql<{ n: number }>`
    select (
      select count(*) from cliente where creado_en >= tramo.desde and creado_en < tramo.antes
    ) as n
    from ${columns(tramos)} order by tramo.orden`.execute(db);
  return rows.map((row) => row.n);
}

/**
 * Distinct Clientes with a live seat that is ABONADO or PAGADO, in a Taller dated from `desde` on that
 * is not annulled. With `al` all of it as it stood at that instant, out of the times of enrolments,
 * annulments and movements.
 */
export async function countActivos(db: Db, desde: string, al?: string): Promise<number> {
  const vivo = al
    ? sql`i.creado_en < ${al} and (i.anulada_en is null or i.anulada_en >= ${al})
        and (t.anulado_en is null or t.anulado_en >= ${al})
        and (i.total = 0 or 0 < (
          select sum(case tipo when 'PAGO' then monto else -monto end) from pago
          where pago.cobro_id = i.cobro_id and fecha < ${al}))`
    : sql`i.anulada_en is null and t.estado <> 'ANULADO' and exists (
        select from cobro where cobro.id = i.cobro_id and estado in ('ABONADO', 'PAGADO'))`;
  const { rows } = await sql<{ n: number }>`
    select count(distinct i.cliente_id) as n
    from taller t join inscripcion i on i.taller_id = t.id
    where t.inicia_en >= ${desde} and ${vivo}`.execute(db);
  return rows[0]?.n ?? 0;
}
