import type { Trx } from '../core/db/connect.ts';

export type FiltroVencidos = {
  tallerId?: number | undefined;
  productoId?: number | undefined;
  /** The Cobro being written in this transaction, which holds nothing yet. */
  exceptCobroId?: number | undefined;
  limit: number;
};

/** Cobros whose hold ran out and that never saw money, locked; rows that someone else holds are skipped. */
export async function lockVencidos(
  trx: Trx,
  now: string,
  filter: FiltroVencidos,
): Promise<number[]> {
  const rows = await trx
    .selectFrom('cobro')
    .select('cobro.id')
    .where('estado', '=', 'PENDIENTE')
    .where('venceEn', '<=', now)
    .where((eb) =>
      eb.not(
        eb.exists(
          eb.selectFrom('pago').select('pago.id').whereRef('pago.cobroId', '=', 'cobro.id'),
        ),
      ),
    )
    .$if(filter.exceptCobroId !== undefined, (qb) =>
      qb.where('cobro.id', '!=', filter.exceptCobroId ?? 0),
    )
    .$if(filter.tallerId !== undefined, (qb) =>
      qb.where((eb) =>
        eb.exists(
          eb
            .selectFrom('inscripcion')
            .select('inscripcion.id')
            .whereRef('inscripcion.cobroId', '=', 'cobro.id')
            .where('inscripcion.tallerId', '=', filter.tallerId ?? 0)
            .where('inscripcion.anuladaEn', 'is', null),
        ),
      ),
    )
    .$if(filter.productoId !== undefined, (qb) =>
      qb.where((eb) =>
        eb.exists(
          eb
            .selectFrom('ventaProducto')
            .select('ventaProducto.id')
            .whereRef('ventaProducto.cobroId', '=', 'cobro.id')
            .where('ventaProducto.productoId', '=', filter.productoId ?? 0)
            .where('ventaProducto.anuladaEn', 'is', null),
        ),
      ),
    )
    .orderBy('cobro.id')
    .limit(filter.limit)
    .forNoKeyUpdate()
    .skipLocked()
    .execute();
  return rows.map((row) => row.id);
}
