import type { Ctx } from '../core/context.ts';
import type { Trx } from '../core/db/connect.ts';
import { releaseStock } from '../productos/stock.ts';
import { releaseCupos } from '../talleres/cupos.ts';
import type { LineaDeVenta } from './lineas.queries.ts';

/**
 * Gives back what annulled lines held: seats first, then stock, each in id order. The last thing of its
 * transaction.
 */
export async function devolver(trx: Trx, ctx: Ctx, lineas: LineaDeVenta[]): Promise<void> {
  const of = (tipo: LineaDeVenta['tipo']) => lineas.filter((linea) => linea.tipo === tipo);
  await releaseCupos(
    trx,
    of('TALLER').map(({ itemId: tallerId, cantidad }) => ({ tallerId, cantidad })),
  );
  await releaseStock(
    trx,
    ctx,
    of('PRODUCTO').map(({ id, itemId: productoId, cantidad }) => ({ id, productoId, cantidad })),
  );
}
