import type { z } from 'zod';
import type { setEntrega as contract } from '#contract/productos.ts';
import { audit } from '../core/audit.ts';
import type { Ctx } from '../core/context.ts';
import type { Trx } from '../core/db/connect.ts';
import { AppError, found } from '../core/errors.ts';
import { type EntregaValues, lockVentaProducto, updateEntrega } from './ventasProducto.queries.ts';

/**
 * Notes that a kit was handed over or sent, or that it is still to be. The same state again only changes the
 * note, and keeps it when none is given. What may be sold does not change: that was taken by the sale.
 * @throws {AppError} NO_ENCONTRADO; ESTADO_NO_PERMITE for an annulled line.
 */
export async function setEntrega(
  trx: Trx,
  ctx: Ctx,
  id: number,
  { entrega, nota }: z.output<typeof contract.body>,
): Promise<void> {
  const { cobroId, anuladaEn, ...antes } = found(await lockVentaProducto(trx, id), 'esa venta');
  if (anuladaEn !== null) {
    throw new AppError('ESTADO_NO_PERMITE', 'Esta venta fue anulada: ya no hay qué entregar.');
  }
  const same = entrega === antes.entrega;
  const done = entrega !== 'POR_ENTREGAR';
  const despues: EntregaValues = {
    entrega,
    entregaNota: nota === undefined && same ? antes.entregaNota : (nota ?? null),
    entregaEn: same ? antes.entregaEn : done ? ctx.now : null,
    entregaPor: same ? antes.entregaPor : done ? ctx.usuarioId : null,
  };
  if (same && despues.entregaNota === antes.entregaNota) return;
  await updateEntrega(trx, id, despues);
  await audit(trx, ctx, {
    accion: 'CAMBIAR_ENTREGA',
    entidad: 'COBRO',
    entidadId: cobroId,
    antes: { entrega: antes.entrega, nota: antes.entregaNota },
    despues: { entrega, nota: despues.entregaNota },
  });
}
