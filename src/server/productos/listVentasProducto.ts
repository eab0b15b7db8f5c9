import type { Answer } from '#contract/endpoint.ts';
import type { Rol } from '#contract/permisos.ts';
import type { listVentasProducto as contract } from '#contract/productos.ts';
import type { Db } from '../core/db/connect.ts';
import { decodeCursor, encodeCursor } from '../core/http/cursor.ts';
import { presentVentaProducto } from './readVentaProducto.ts';
import {
  countVentasProducto,
  type Filtros,
  selectVentasProducto,
} from './ventasProducto.queries.ts';

const MAX_TOTAL = 10_000;

/**
 * Kits sold, oldest first unless told; asked for by delivery, only live ones.
 * @throws {AppError} CURSOR_INVALIDO
 */
export async function listVentasProducto(
  db: Db,
  filtros: Filtros,
  now: string,
  rol: Rol,
): Promise<Answer<typeof contract>> {
  const { orden = 'creadoEn', limite = 50, cursor } = filtros;
  const [at, id] = cursor ? decodeCursor(cursor, orden, ['instant', 'number']) : [];
  const after = at && id ? { at: String(at), id: Number(id) } : undefined;
  const [rows, total] = await Promise.all([
    selectVentasProducto(db, filtros, {
      now,
      orden,
      after,
      limit: limite + 1,
    }),
    countVentasProducto(db, filtros, { orden, max: MAX_TOTAL + 1 }),
  ]);
  const items = rows.slice(0, limite).map((row) => presentVentaProducto(row, rol));
  const last = items.at(-1);
  const key = last && (orden === '-entregaEn' ? last.entregaEn : last.creadoEn);
  return {
    items,
    siguiente: last && key && rows.length > limite ? encodeCursor(orden, [key, last.id]) : null,
    total: Math.min(total, MAX_TOTAL),
    ...(total > MAX_TOTAL ? { totalEsMinimo: true } : {}),
  };
}
