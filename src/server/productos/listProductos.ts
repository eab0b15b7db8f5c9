import { sql } from 'kysely';
import type { z } from 'zod';
import type { Answer } from '#contract/endpoint.ts';
import type { listProductos as contract } from '#contract/productos.ts';
import type { Db } from '../core/db/connect.ts';
import { decodeCursor, encodeCursor } from '../core/http/cursor.ts';
import {
  presentProductoItem,
  productoConditions,
  selectProductoItems,
} from './productos.queries.ts';

type Filtros = z.output<typeof contract.query>;
type Orden = NonNullable<Filtros['orden']>;

const orders = {
  nombre: { key: sql`producto.nombre collate es`, kind: 'text', cast: 'text', down: false },
  stock: { key: sql`producto.stock_actual`, kind: 'number', cast: 'bigint', down: false },
  '-stock': { key: sql`producto.stock_actual`, kind: 'number', cast: 'bigint', down: true },
} as const satisfies Record<Orden, unknown>;

/**
 * A keyset page of Productos and their number; there are few enough to count them all.
 * @throws {AppError} CURSOR_INVALIDO
 */
export async function listProductos(db: Db, filtros: Filtros): Promise<Answer<typeof contract>> {
  const { orden = 'nombre', limite = 50, cursor } = filtros;
  const { key, kind, cast, down } = orders[orden];
  const direction = sql.raw(down ? 'desc' : 'asc');
  let page = selectProductoItems(db)
    .where((eb) => eb.and(productoConditions(eb, filtros)))
    .orderBy(sql`${key} ${direction}, producto.id ${direction}`)
    .limit(limite + 1);
  if (cursor) {
    const [last, id] = decodeCursor(cursor, orden, [kind, 'number']);
    page = page.where(
      sql<boolean>`(${key}, producto.id) ${sql.raw(down ? '<' : '>')} (${last}::${sql.raw(cast)}, ${id}::bigint)`,
    );
  }
  const count = db
    .selectFrom('producto')
    .where((eb) => eb.and(productoConditions(eb, filtros)))
    .select((eb) => eb.fn.countAll<number>().as('n'))
    .executeTakeFirstOrThrow();
  const [rows, { n }] = await Promise.all([page.execute(), count]);
  const items = rows.slice(0, limite).map(presentProductoItem);
  const last = items.at(-1);
  const more = rows.length > limite && last;
  return {
    items,
    siguiente: more
      ? encodeCursor(orden, [orden === 'nombre' ? last.nombre : last.stockActual, last.id])
      : null,
    total: n,
  };
}
