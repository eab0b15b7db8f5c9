import type { z } from 'zod';
import { type createMovimiento, MAX_STOCK } from '#contract/productos.ts';
import { audit } from '../core/audit.ts';
import type { Ctx } from '../core/context.ts';
import type { Trx } from '../core/db/connect.ts';
import { AppError, found, invalid } from '../core/errors.ts';
import { moveStock } from './movimientos.queries.ts';
import { lockProducto, selectProducto } from './productos.queries.ts';

type Input = z.output<typeof createMovimiento.body>;

/**
 * Records what came in, what was lost, or what was counted on the shelf. Counting what the books say moves
 * nothing. The movement and the new stock are one statement; a count first locks the Producto, so that what is
 * promised does not change under it.
 * @returns the movement's id, or undefined when the count agrees.
 * @throws {AppError} NO_ENCONTRADO; SIN_STOCK for a loss of more than is available; VALIDACION for a count of
 * fewer than are sold and not delivered, or a stock over the maximum.
 */
export async function registrarMovimiento(
  trx: Trx,
  ctx: Ctx,
  productoId: number,
  input: Input,
): Promise<number | undefined> {
  const { tipo } = input;
  const cantidad = await unitsOf(trx, productoId, input);
  if (cantidad === 0) return undefined;
  const motivo = input.motivo ?? null;
  const id = await moveStock(trx, ctx, { productoId, tipo, cantidad, motivo });
  if (id === undefined) throw await whyNot(trx, productoId, cantidad);
  await audit(trx, ctx, {
    accion: 'MOVER_STOCK',
    entidad: 'PRODUCTO',
    entidadId: productoId,
    despues: { tipo, cantidad, motivo },
  });
  return id;
}

/** What the movement adds, in units; of a count, its difference to what should be on the shelf. */
async function unitsOf(trx: Trx, productoId: number, input: Input): Promise<number> {
  if (input.tipo === 'INGRESO') return input.cantidad;
  if (input.tipo === 'MERMA') return -input.cantidad;
  found(await lockProducto(trx, productoId), 'ese producto');
  const { stockActual, porEntregar } = found(await selectProducto(trx, productoId), 'ese producto');
  if (input.enBodega < porEntregar) {
    throw invalid(
      'enBodega',
      `Contaste menos que lo vendido por entregar, que es ${porEntregar}. Marca lo que ya se entregó o anula esas ventas, y cuenta de nuevo.`,
    );
  }
  return input.enBodega - porEntregar - stockActual;
}

async function whyNot(trx: Trx, productoId: number, cantidad: number): Promise<AppError> {
  const { nombre, stockActual, porEntregar } = found(
    await selectProducto(trx, productoId),
    'ese producto',
  );
  if (cantidad > 0) return invalid('cantidad', `El stock no puede pasar de ${MAX_STOCK}.`);
  const apart =
    porEntregar > 1
      ? ` Otros ${porEntregar} están vendidos por entregar.`
      : porEntregar === 1
        ? ' Otro está vendido por entregar.'
        : '';
  return new AppError(
    'SIN_STOCK',
    `De «${nombre}» hay ${stockActual} ${stockActual === 1 ? 'disponible' : 'disponibles'}.${apart}`,
  );
}
