import type { z } from 'zod';
import type {
  createProducto as create,
  EstadoProducto,
  updateProducto as update,
} from '#contract/productos.ts';
import { explainFicha } from '../archivos/explainFicha.ts';
import { limpiarArchivo } from '../archivos/limpiarArchivo.ts';
import { audit } from '../core/audit.ts';
import type { Ctx } from '../core/context.ts';
import type { Trx } from '../core/db/connect.ts';
import { freeSlug } from '../core/db/slug.ts';
import { pgError } from '../core/db/transaction.ts';
import { AppError, found } from '../core/errors.ts';
import { markAlertaSeen, reviewAlerta } from './alerta.queries.ts';
import { moveStock } from './movimientos.queries.ts';
import { lockProducto, type ProductoValues } from './productos.queries.ts';

function explain(error: unknown): never {
  const { code, constraint } = pgError(error);
  if (code === '23505' && constraint === 'producto_sku') {
    const mensaje = 'Ya hay un producto con ese SKU.';
    throw new AppError('SKU_DUPLICADO', mensaje, { fields: [{ campo: 'sku', mensaje }] });
  }
  return explainFicha(error);
}

/**
 * Creates a Producto; what it starts with is an INGRESO like any other.
 * @throws {AppError} VALIDACION, SKU_DUPLICADO
 */
export async function createProducto(
  trx: Trx,
  ctx: Ctx,
  { stockInicial, ...campos }: z.output<typeof create.body>,
): Promise<number> {
  const slug = await freeSlug(trx, 'producto', campos.nombre);
  const { id } = await trx
    .insertInto('producto')
    .values({ ...campos, slug, creadoEn: ctx.now, actualizadoEn: ctx.now })
    .returning('id')
    .executeTakeFirstOrThrow()
    .catch(explain);
  if (stockInicial) {
    const motivo = 'Stock inicial';
    await moveStock(trx, ctx, { productoId: id, tipo: 'INGRESO', cantidad: stockInicial, motivo });
  } else {
    await reviewAlerta(trx, id, ctx.now);
  }
  await audit(trx, ctx, {
    accion: 'CREAR',
    entidad: 'PRODUCTO',
    entidadId: id,
    despues: { ...campos, stockInicial },
  });
  return id;
}

/** Locks a Producto for a change. @throws {AppError} NO_ENCONTRADO, CONFLICTO_VERSION */
async function lockForChange(trx: Trx, id: number, seen: number): Promise<ProductoValues> {
  const { version, ...antes } = found(await lockProducto(trx, id), 'ese producto');
  if (version !== seen) {
    throw new AppError('CONFLICTO_VERSION', 'Otra persona cambió este producto. Recarga y revisa.');
  }
  return antes;
}

/**
 * Changes what is said of a Producto; sold lines keep their price, and the stock only moves by movements.
 * @throws {AppError} NO_ENCONTRADO, CONFLICTO_VERSION, VALIDACION, SKU_DUPLICADO
 */
export async function updateProducto(
  trx: Trx,
  ctx: Ctx,
  id: number,
  { version, ...cambios }: z.output<typeof update.body>,
): Promise<void> {
  const antes = await lockForChange(trx, id, version);
  await trx
    .updateTable('producto')
    .set({ ...cambios, version: version + 1, actualizadoEn: ctx.now })
    .where('id', '=', id)
    .execute()
    .catch(explain);
  if (cambios.stockMinimo !== undefined) await reviewAlerta(trx, id, ctx.now);
  if (cambios.imagenId !== undefined && antes.imagenId && antes.imagenId !== cambios.imagenId) {
    await limpiarArchivo(trx, antes.imagenId);
  }
  await audit(trx, ctx, {
    accion: 'CAMBIAR',
    entidad: 'PRODUCTO',
    entidadId: id,
    antes,
    despues: cambios,
  });
}

/**
 * Archives a Producto, which then is no longer sold, or takes it up again. Repeating it changes nothing.
 * @throws {AppError} NO_ENCONTRADO, CONFLICTO_VERSION
 */
export async function setEstadoProducto(
  trx: Trx,
  ctx: Ctx,
  id: number,
  { estado, version }: { estado: EstadoProducto; version: number },
): Promise<void> {
  const antes = await lockForChange(trx, id, version);
  if (antes.estado === estado) return;
  await trx
    .updateTable('producto')
    .set({ estado, version: version + 1, actualizadoEn: ctx.now })
    .where('id', '=', id)
    .execute();
  await audit(trx, ctx, {
    accion: estado === 'ARCHIVADO' ? 'ARCHIVAR' : 'REACTIVAR',
    entidad: 'PRODUCTO',
    entidadId: id,
  });
}

/** Says that someone saw the alert of low stock; it rings again at the next fall. Repeating it changes nothing. */
export async function seeAlertaProducto(trx: Trx, ctx: Ctx, id: number): Promise<void> {
  if (!(await markAlertaSeen(trx, id, ctx.now))) return;
  await audit(trx, ctx, { accion: 'VER_ALERTA', entidad: 'PRODUCTO', entidadId: id });
}
