import { type RawBuilder, sql } from 'kysely';
import type { Db } from '../core/db/connect.ts';
import type { Tramo } from '../core/time.ts';
import { within } from './contexto.queries.ts';

/** What companies bought, paid and owe, in pesos; the last as it stands now. */
export type CuentaEmpresas = { ventas: number; vendido: number; ingresos: number; saldo: number };
export type EmpresaRow = CuentaEmpresas & {
  empresa: { id: number; razonSocial: string };
  contactos: number;
};

/** One row for each company with sales or money in the stretch of time, or that owes now. */
const cuentas = (tramo: Tramo): RawBuilder<unknown> => sql`
  select empresa_id, sum(ventas)::bigint as ventas, sum(vendido)::bigint as vendido,
    sum(ingresos)::bigint as ingresos, sum(saldo)::bigint as saldo
  from (
    select empresa_id, 1 as ventas, total as vendido, 0 as ingresos, 0 as saldo from cobro
    where empresa_id is not null and estado <> 'ANULADO' and ${within('creado_en', tramo)}
    union all
    select empresa_id, 0, 0, case tipo when 'PAGO' then monto else -monto end, 0
    from pago join cobro on cobro.id = pago.cobro_id
    where empresa_id is not null and ${within('fecha', tramo)}
    union all
    select empresa_id, 0, 0, 0, total - pagado from cobro
    where empresa_id is not null and estado in ('PENDIENTE', 'ABONADO') and total > pagado
  ) cuenta group by 1`;

/** Those that paid the most first. */
export async function selectEmpresas(db: Db, tramo: Tramo, limit: number): Promise<EmpresaRow[]> {
  const { rows } = await sql<EmpresaRow>`
    select json_build_object('id', e.id, 'razonSocial', e.razon_social) as empresa,
      (select count(*) from cliente where cliente.empresa_id = e.id) as contactos,
      ventas, vendido, ingresos, saldo
    from (
      select * from (${cuentas(tramo)}) c order by ingresos desc, vendido desc, saldo desc, empresa_id
      limit ${sql.lit(limit)}
    ) c join empresa e on e.id = c.empresa_id
    order by ingresos desc, vendido desc, saldo desc, e.id`.execute(db);
  return rows;
}

export async function sumEmpresas(db: Db, tramo: Tramo): Promise<CuentaEmpresas> {
  const { rows } = await sql<CuentaEmpresas>`
    select coalesce(sum(ventas), 0)::bigint as ventas, coalesce(sum(vendido), 0)::bigint as vendido,
      coalesce(sum(ingresos), 0)::bigint as ingresos, coalesce(sum(saldo), 0)::bigint as saldo
    from (${cuentas(tramo)}) c`.execute(db);
  return rows[0] ?? { ventas: 0, vendido: 0, ingresos: 0, saldo: 0 };
}
