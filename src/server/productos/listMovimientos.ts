import type { z } from 'zod';
import type { Answer } from '#contract/endpoint.ts';
import type { listMovimientos as contract } from '#contract/productos.ts';
import type { Db } from '../core/db/connect.ts';
import { found } from '../core/errors.ts';
import { decodeIdCursor, encodeCursor } from '../core/http/cursor.ts';
import { countMovimientos, selectMovimientos } from './movimientos.queries.ts';
import { selectProducto } from './productos.queries.ts';

const ORDER = '-id';
const MAX_TOTAL = 10_000;

/**
 * Each change of a Producto's stock, the last first.
 * @throws {AppError} NO_ENCONTRADO, CURSOR_INVALIDO
 */
export async function listMovimientos(
  db: Db,
  productoId: number,
  { tipo, limite = 50, cursor }: z.output<typeof contract.query>,
): Promise<Answer<typeof contract>> {
  found(await selectProducto(db, productoId), 'ese producto');
  const before = cursor ? decodeIdCursor(cursor, ORDER) : undefined;
  const query = { productoId, tipo };
  const [rows, total] = await Promise.all([
    selectMovimientos(db, query, { before, limit: limite + 1 }),
    countMovimientos(db, query, MAX_TOTAL + 1),
  ]);
  const items = rows.slice(0, limite);
  const last = items.at(-1);
  return {
    items,
    siguiente: last && rows.length > limite ? encodeCursor(ORDER, [last.id]) : null,
    total: Math.min(total, MAX_TOTAL),
    ...(total > MAX_TOTAL ? { totalEsMinimo: true } : {}),
  };
}
