import { type RawBuilder, sql } from 'kysely';
import type { Db, Trx } from '../core/db/connect.ts';

/** What a hold keeps from others: seats of a Taller, or units of a product. */
export type ItemReservado = { tallerId: number } | { productoId: number };
export type FiltroVencidos = Partial<Record<'tallerId' | 'productoId', number>> & {
  limit: number;
  /** Waits for holds that someone else is at, instead of leaving them to them. */
  wait?: boolean;
};

/** Cobros whose hold ran out and that never saw money. */
function expired(
  now: string,
  { tallerId, productoId }: Partial<FiltroVencidos>,
): RawBuilder<unknown> {
  return sql`estado = 'PENDIENTE' and vence_en <= ${now}::timestamptz
    and not exists (select from pago where pago.cobro_id = cobro.id)
    ${
      tallerId === undefined
        ? sql``
        : sql`and exists (select from inscripcion i where i.cobro_id = cobro.id
            and i.taller_id = ${tallerId} and i.anulada_en is null)`
    }
    ${
      productoId === undefined
        ? sql``
        : sql`and exists (select from venta_producto v where v.cobro_id = cobro.id
            and v.producto_id = ${productoId} and v.anulada_en is null)`
    }`;
}

/** The expired holds that match, locked in id order. */
export async function lockVencidos(
  trx: Trx,
  now: string,
  filter: FiltroVencidos,
): Promise<number[]> {
  const { rows } = await sql<{ id: number }>`
    select id from cobro where ${expired(now, filter)} order by id limit ${filter.limit}
    for no key update ${filter.wait ? sql`` : sql`skip locked`}`.execute(trx);
  return rows.map((row) => row.id);
}

/** Whether an expired hold keeps some of the item. */
export async function existsVencido(db: Db, now: string, item: ItemReservado): Promise<boolean> {
  const { rows } = await sql`
    select id from cobro where ${expired(now, item)} limit 1`.execute(db);
  return rows.length > 0;
}
