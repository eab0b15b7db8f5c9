import { permisosDe, type Rol } from '#contract/permisos.ts';
import type { Producto } from '#contract/productos.ts';
import type { Db, Trx } from '../core/db/connect.ts';
import { found } from '../core/errors.ts';
import { productoPuede } from './productos.policy.ts';
import { presentProductoItem, selectProducto } from './productos.queries.ts';

/**
 * A Producto with its stock in units, and what this role may do with it.
 * @throws {AppError} NO_ENCONTRADO
 */
export async function readProducto(db: Db | Trx, id: number, rol: Rol): Promise<Producto> {
  const row = found(await selectProducto(db, id), 'ese producto');
  const permisos = permisosDe(rol);
  return {
    ...row,
    ...presentProductoItem(row),
    puede: productoPuede(row, {
      escribir: permisos.includes('productos:escribir'),
      vender: permisos.includes('ventas:escribir'),
    }),
  };
}
