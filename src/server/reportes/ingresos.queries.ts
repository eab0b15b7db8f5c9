import { type RawBuilder, sql } from 'kysely';
import type { Medio } from '#contract/cobros.ts';
import type { Db } from '../core/db/connect.ts';
import { type Contexto, monthIndex, within } from './contexto.queries.ts';

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

/** The part of a movement that falls to what its Cobro sold of some kinds, by their price; null where nothing has one. */
function parte(deEsos: string): RawBuilder<unknown> {
  const [suma, total] = [sql.raw(deEsos), sql.raw('(total_taller + total_curso + total_producto)')];
  return sql`case when ${total} = 0 then null when ${suma} = ${total} then monto when ${suma} = 0 then 0
    else round(monto::numeric * ${suma} / ${total})::bigint end`;
}

/** The movements of the period with what their Cobro sold, by the given shares of talleres and of talleres with cursos. */
const repartidos = (
  contexto: Contexto,
  taller: RawBuilder<unknown>,
  docente: RawBuilder<unknown>,
) => sql`
  select mes, medio, monto, ${taller} as taller, ${docente} as docente
  from (
    select cobro_id, medio, case tipo when 'PAGO' then monto else -monto end as monto,
      ${monthIndex('fecha', contexto)} as mes
    from pago where ${within('fecha', contexto.tramo)}
  ) movimiento join cobro on cobro.id = movimiento.cobro_id`;

const agrupados = (rows: RawBuilder<unknown>) => sql`
  select mes, medio, sum(monto)::bigint as monto, count(*) as movimientos,
    coalesce(sum(taller), 0)::bigint as taller, coalesce(sum(docente - taller), 0)::bigint as curso,
    coalesce(sum(monto - docente), 0)::bigint as producto, count(*) - count(taller) as sin_precio
  from (${rows}) repartido group by mes, medio`;

const conTaller = sql`exists (select from inscripcion where cobro_id = cobro.id)`;
const conCurso = sql`exists (select from inscripcion_curso where cobro_id = cobro.id)`;

/**
 * PAGO − REEMBOLSO − REVERSO of the period, by month and medio, each movement apportioned to the kinds of what its
 * Cobro sold. Talleres take their share rounded to the peso, talleres with cursos theirs together, and productos
 * the rest: so a reversal takes back what its payment gave, and nothing falls to a kind that was not sold. Where
 * nothing sold has a price it falls whole to the first kind that was.
 */
export async function selectIngresos(db: Db, contexto: Contexto): Promise<IngresoRow[]> {
  type Row = IngresoRow & { sinPrecio: number };
  const { rows } = await sql<Row>`${agrupados(
    repartidos(contexto, parte('total_taller'), parte('(total_taller + total_curso)')),
  )}`.execute(db);
  if (rows.every(({ sinPrecio }) => sinPrecio === 0)) return rows;
  // Money for what is free is rare, and asking for its lines would slow all the rest.
  const whole = (losHay: RawBuilder<unknown>) => sql`case when ${losHay} then monto else 0 end`;
  const { rows: free } = await sql<Row>`${agrupados(
    sql`${repartidos(contexto, whole(conTaller), whole(sql`${conTaller} or ${conCurso}`))}
      where total_taller + total_curso + total_producto = 0`,
  )}`.execute(db);
  return rows.map((row) => {
    const more = free.find(({ mes, medio }) => mes === row.mes && medio === row.medio);
    const add = (key: 'taller' | 'curso' | 'producto') => row[key] + (more?.[key] ?? 0);
    return { ...row, taller: add('taller'), curso: add('curso'), producto: add('producto') };
  });
}
