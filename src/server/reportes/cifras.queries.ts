import { sql } from 'kysely';
import type { Db } from '../core/db/connect.ts';
import type { Rango } from './periodo.ts';

// A figure is what was folded into its day and what waits to be: read in one statement, neither is missed nor
// counted twice.
const ingresos = sql`(select dia, monto from ingreso_dia union all select dia, monto from ingreso_delta)`;
const captaciones = sql`(select dia, leads, convertidos from captacion_dia
  union all select dia, leads, convertidos from captacion_delta)`;

const rangosDe = (rangos: Rango[]) => sql`unnest(
  ${rangos.map((r) => r.desde)}::date[], ${rangos.map((r) => r.hasta)}::date[]
) with ordinality as rango(desde, hasta, orden)`;

/** PAGO − REEMBOLSO − REVERSO of each range of local dates, in pesos, by the day the money moved. */
export async function sumIngresos(db: Db, rangos: Rango[]): Promise<number[]> {
  const { rows } = await sql<{ monto: number }>`
    select (
      select coalesce(sum(monto), 0)::bigint from ${ingresos} i where dia between rango.desde and rango.hasta
    ) as monto
    from ${rangosDe(rangos)} order by rango.orden`.execute(db);
  return rows.map((row) => row.monto);
}

/** The same by month (`YYYY-MM`), from the one that begins at a local date on; months without money are left out. */
export async function sumIngresosMensuales(db: Db, desde: string): Promise<Map<string, number>> {
  const { rows } = await sql<{ mes: string; monto: number }>`
    select to_char(dia, 'YYYY-MM') as mes, sum(monto)::bigint as monto from ${ingresos} i
    where dia >= ${desde} group by 1`.execute(db);
  return new Map(rows.map(({ mes, monto }) => [mes, monto]));
}

export type Captacion = { leads: number; convertidos: number };

/** Clientes captured in each range of local dates, and how many of them ever became CLIENTE. */
export async function sumCaptaciones(db: Db, rangos: Rango[]): Promise<Captacion[]> {
  const { rows } = await sql<Captacion>`
    select sumas.* from ${rangosDe(rangos)} cross join lateral (
      select coalesce(sum(leads), 0)::bigint as leads, coalesce(sum(convertidos), 0)::bigint as convertidos
      from ${captaciones} c where dia between rango.desde and rango.hasta
    ) sumas order by rango.orden`.execute(db);
  return rows;
}

/** Puts what waits into its day. Run twice at once, each row is folded by one of them. */
export async function foldCifras(db: Db): Promise<void> {
  await sql`
    with nuevos as (delete from ingreso_delta returning dia, medio, monto, movimientos)
    insert into ingreso_dia (dia, medio, monto, movimientos)
    select dia, medio, sum(monto), sum(movimientos) from nuevos group by dia, medio order by dia, medio
    on conflict (dia, medio) do update set monto = ingreso_dia.monto + excluded.monto,
      movimientos = ingreso_dia.movimientos + excluded.movimientos`.execute(db);
  await sql`
    with nuevos as (delete from captacion_delta returning dia, origen, leads, convertidos)
    insert into captacion_dia (dia, origen, leads, convertidos)
    select dia, origen, sum(leads), sum(convertidos) from nuevos group by dia, origen order by dia, origen
    on conflict (dia, origen) do update set leads = captacion_dia.leads + excluded.leads,
      convertidos = captacion_dia.convertidos + excluded.convertidos`.execute(db);
}

/** Days are those of the zone of the business: when it is another than before, every figure is made anew. */
export async function keepZona(db: Db, zona: string): Promise<void> {
  const known = await db.selectFrom('zonaReportes').select('zona').executeTakeFirstOrThrow();
  if (known.zona === zona) return;
  await db.transaction().execute(async (trx) => {
    await sql`set local statement_timeout = 0`.execute(trx);
    await sql`select rehacer_cifras(${zona})`.execute(trx);
  });
}
