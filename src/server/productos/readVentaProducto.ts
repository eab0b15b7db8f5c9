import { permisosDe, type Rol } from '#contract/permisos.ts';
import type { VentaProducto } from '#contract/productos.ts';
import type { Db, Trx } from '../core/db/connect.ts';
import { found } from '../core/errors.ts';
import { selectVentaProducto, type VentaProductoRow } from './ventasProducto.queries.ts';

/** A line of a sale with what this role may do with it. */
export function presentVentaProducto(row: VentaProductoRow, rol: Rol): VentaProducto {
  const vender = permisosDe(rol).includes('ventas:escribir');
  return { ...row, puede: { entregar: vender && row.anuladaEn === null } };
}

/** @throws {AppError} NO_ENCONTRADO */
export async function readVentaProducto(
  db: Db | Trx,
  id: number,
  now: string,
  rol: Rol,
): Promise<VentaProducto> {
  return presentVentaProducto(found(await selectVentaProducto(db, id, now), 'esa venta'), rol);
}
