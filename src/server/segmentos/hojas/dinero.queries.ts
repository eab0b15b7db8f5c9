import { sql } from 'kysely';
import type { Hoja } from '#contract/condicion.ts';
import {
  all,
  allBut,
  between,
  type Entorno,
  ids,
  local,
  ofThose,
  type Parte,
  type Sql,
  within,
} from '../parte.queries.ts';

type De<C extends Hoja['campo']> = Extract<Hoja, { campo: C }>;
type Montos = { min?: number | undefined; max?: number | undefined };

/**
 * Who has a sum, in pesos, between the two. Those without any rows have 0, and are in no group: where 0 will do, it
 * is all but those whose sum will not.
 */
function summed(montos: Montos, sum: Sql, rows: Sql): Parte {
  const fits = between(sum, montos);
  if (!fits) return local(sql`true`);
  const { min = 0, max = 0 } = montos;
  if (min > 0 || max < 0) return ids(sql`${rows} having ${fits}`);
  return allBut(sql`${rows} having not ${fits}`);
}

/** What they paid, less what was given back, within a time or ever. */
export function gasto({ cuando, ...montos }: De<'gasto'>, entorno: Entorno): Parte {
  const theirs = ofThose(sql`k.cliente_id`, entorno);
  if (!cuando) {
    return summed(
      montos,
      sql`sum(k.pagado)`,
      sql`select k.cliente_id from cobro k where ${all([sql`k.pagado > 0`, theirs])} group by k.cliente_id`,
    );
  }
  return summed(
    montos,
    sql`sum(case p.tipo when 'PAGO' then p.monto else -p.monto end)`,
    sql`select k.cliente_id from pago p join cobro k on k.id = p.cobro_id
      where ${all([within(sql`p.fecha`, cuando, entorno), theirs])} group by k.cliente_id`,
  );
}

/** What they still owe over all their sales. */
export function saldo(montos: De<'saldo'>, entorno: Entorno): Parte {
  return summed(
    montos,
    sql`sum(k.total - k.pagado)`,
    sql`select k.cliente_id from cobro k where ${all([
      sql`k.estado in ('PENDIENTE', 'ABONADO') and k.total > k.pagado`,
      ofThose(sql`k.cliente_id`, entorno),
    ])} group by k.cliente_id`,
  );
}
