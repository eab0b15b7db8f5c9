import { sql } from 'kysely';
import type { Origen } from '#contract/clientes.ts';
import type { Db } from '../core/db/connect.ts';
import type { Rango, Tramo } from '../core/time.ts';
import type { Captacion } from './cifras.queries.ts';
import { within } from './contexto.queries.ts';

export type Utm = {
  utmSource: string | null;
  utmMedium: string | null;
  utmCampaign: string | null;
};

const utm = sql`nullif(origen_detalle ->> 'utmSource', '') as utm_source,
  nullif(origen_detalle ->> 'utmMedium', '') as utm_medium,
  nullif(origen_detalle ->> 'utmCampaign', '') as utm_campaign`;

/** Clientes captured on those local dates, and how many of them ever became CLIENTE, by origen. */
export async function sumCaptacionesPorOrigen(
  db: Db,
  { desde, hasta }: Rango,
): Promise<(Captacion & { origen: Origen })[]> {
  const days = sql`where dia between ${sql.lit(desde)}::date and ${sql.lit(hasta)}::date`;
  const { rows } = await sql<Captacion & { origen: Origen }>`
    select origen, sum(leads)::bigint as leads, sum(convertidos)::bigint as convertidos
    from (select origen, leads, convertidos from captacion_dia ${days}
      union all select origen, leads, convertidos from captacion_delta ${days}) c
    group by origen having sum(leads) <> 0`.execute(db);
  return rows;
}

/** The same by utm, of those who came with one. */
export async function countCaptacionesPorUtm(db: Db, tramo: Tramo): Promise<(Captacion & Utm)[]> {
  const { rows } = await sql<Captacion & Utm>`
    select ${utm}, sum(leads)::bigint as leads, sum(convertidos)::bigint as convertidos
    from (
      select origen_detalle, count(*) as leads, count(convertido_en) as convertidos
      from cliente where ${within('creado_en', tramo)}
        and origen_detalle ?| array['utmSource', 'utmMedium', 'utmCampaign']
      group by 1
    ) detalle group by 1, 2, 3`.execute(db);
  return rows;
}

/** PAGO − REEMBOLSO − REVERSO in pesos, by the origen and the utm of who bought, whenever they came. */
export async function sumIngresosPorOrigen(
  db: Db,
  tramo: Tramo,
): Promise<(Utm & { origen: Origen; monto: number })[]> {
  const { rows } = await sql<Utm & { origen: Origen; monto: number }>`
    select origen, ${utm}, sum(monto)::bigint as monto
    from (
      select origen, origen_detalle, sum(case pago.tipo when 'PAGO' then monto else -monto end) as monto
      from pago join cobro on cobro.id = pago.cobro_id join cliente on cliente.id = cobro.cliente_id
      where ${within('fecha', tramo)} group by 1, 2
    ) detalle group by 1, 2, 3, 4`.execute(db);
  return rows;
}
