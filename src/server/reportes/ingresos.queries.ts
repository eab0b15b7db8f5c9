import { type RawBuilder, sql } from 'kysely';
import type { Medio } from '#contract/cobros.ts';
import type { Db } from '../core/db/connect.ts';
import { type Contexto, monthIndex, within } from './contexto.ts';

/** The money of one month that moved by one medio, in pesos; the three kinds add up to `monto`. */
export type IngresoRow = {
  /** From 1, among the months of the period. */
  mes: number;
  medio: Medio;
  monto: number;
  movimientos: number;
  taller: number;
  curso: number;
  producto: number;
};

/** The part of a movement that falls to what a Cobro sold of some kinds: by their price, or whole where nothing has one. */
function parte(monto: RawBuilder<number>, deEsos: string, losHay: RawBuilder<boolean>) {
  const [suma, total] = [sql.raw(deEsos), sql.raw('(total_taller + total_curso + total_producto)')];
  return sql`case when ${suma} = ${total} and ${total} > 0 then ${monto}
    when ${total} > 0 then case when ${suma} = 0 then 0 else round(${monto}::numeric * ${suma} / ${total})::bigint end
    when ${losHay} then ${monto} else 0 end`;
}

const conTaller = sql<boolean>`exists (select from inscripcion where cobro_id = cobro.id)`;
const conCurso = sql<boolean>`exists (select from inscripcion_curso where cobro_id = cobro.id)`;

/**
 * PAGO − REEMBOLSO − REVERSO of the period, by month and medio, each movement apportioned to the kinds of what its
 * Cobro sold. Talleres take their share rounded to the peso, talleres with cursos theirs together, and productos
 * the rest: so a reversal takes back what its payment gave, and nothing falls to a kind that was not sold.
 */
export async function selectIngresos(db: Db, contexto: Contexto): Promise<IngresoRow[]> {
  const monto = sql<number>`monto`;
  const { rows } = await sql<IngresoRow>`
    select mes, medio, sum(monto)::bigint as monto, count(*) as movimientos, sum(taller)::bigint as taller,
      sum(docente - taller)::bigint as curso, sum(monto - docente)::bigint as producto
    from (
      select mes, medio, monto, ${parte(monto, 'total_taller', conTaller)} as taller,
        ${parte(monto, '(total_taller + total_curso)', sql`(${conTaller} or ${conCurso})`)} as docente
      from (
        select cobro_id, medio, case tipo when 'PAGO' then monto else -monto end as monto,
          ${monthIndex('fecha', contexto)} as mes
        from pago where ${within('fecha', contexto.tramo)}
      ) movimiento join cobro on cobro.id = movimiento.cobro_id
    ) repartido group by mes, medio`.execute(db);
  return rows;
}
