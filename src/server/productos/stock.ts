import { sql } from 'kysely';
import type { Ctx } from '../core/context.ts';
import type { Trx } from '../core/db/connect.ts';
import { AppError, found } from '../core/errors.ts';
import { alertaColumns } from './alerta.queries.ts';

/** Units of one product on one line of a sale. */
export type LineaStock = { id: number; productoId: number; cantidad: number };

/** The lines of each product, products by ascending id: the order in which their rows are locked. */
export function byProducto(lineas: LineaStock[]): LineaStock[][] {
  const groups = Map.groupBy(lineas, (linea) => linea.productoId);
  return [...groups.entries()].sort(([a], [b]) => a - b).map(([, group]) => group);
}

/** What is left after each of the lines, told as what the following ones still take. */
function withRest(lineas: LineaStock[]) {
  let rest = lineas.reduce((sum, { cantidad }) => sum + cantidad, 0);
  return lineas.map(({ id, cantidad }) => {
    rest -= cantidad;
    return { id, cantidad, rest };
  });
}

/**
 * Takes the stock of all the lines of ONE product by one conditional update, and writes their movements;
 * false when it is not there or the product is not for sale, and then nothing changed. The row stays locked until
 * the transaction ends: call it as late as possible, products in id order.
 */
export async function takeStock(trx: Trx, ctx: Ctx, lineas: LineaStock[]): Promise<boolean> {
  const productoId = lineas[0]?.productoId;
  const total = lineas.reduce((sum, { cantidad }) => sum + cantidad, 0);
  const left = sql<number>`stock_actual - ${total}::int`;
  const { rows } = await sql`
    with tomado as (
      update producto set stock_actual = ${left}, ${alertaColumns(left, ctx.now)}
      where id = ${productoId} and estado = 'ACTIVO' and stock_actual >= ${total}::int
      returning id, stock_actual
    )
    insert into movimiento_stock (producto_id, tipo, cantidad, stock, venta_producto_id, usuario_id, creado_en)
    select tomado.id, 'VENTA', -l.cantidad, tomado.stock_actual + l.rest, l.id, ${ctx.usuarioId}::uuid,
      ${ctx.now}::timestamptz
    from tomado, jsonb_to_recordset(${JSON.stringify(withRest(lineas))}::jsonb) as l(id bigint, cantidad int, rest int)
    returning id`.execute(trx);
  return rows.length > 0;
}

/** Gives stock back for lines that were just annulled, products in id order, with their movements. */
export async function releaseStock(trx: Trx, ctx: Ctx, lineas: LineaStock[]): Promise<void> {
  for (const group of byProducto(lineas)) {
    const total = group.reduce((sum, { cantidad }) => sum + cantidad, 0);
    const after = sql<number>`stock_actual + ${total}::int`;
    await sql`
      with devuelto as (
        update producto set stock_actual = ${after}, ${alertaColumns(after, ctx.now)}
        where id = ${group[0]?.productoId} returning id, stock_actual
      )
      insert into movimiento_stock (producto_id, tipo, cantidad, stock, venta_producto_id, usuario_id, creado_en)
      select devuelto.id, 'ANULACION', l.cantidad, devuelto.stock_actual - l.rest, l.id, ${ctx.usuarioId}::uuid,
        ${ctx.now}::timestamptz
      from devuelto, jsonb_to_recordset(${JSON.stringify(withRest(group))}::jsonb) as l(id bigint, cantidad int, rest int)`.execute(
      trx,
    );
  }
}

/** Why stock could not be taken, for the person who asked; `cantidad` is what all lines together want. */
export async function whyNoStock(
  trx: Trx,
  { productoId, cantidad }: { productoId: number; cantidad: number },
): Promise<AppError> {
  const producto = found(
    await trx
      .selectFrom('producto')
      .select(['nombre', 'estado', 'stockActual'])
      .where('id', '=', productoId)
      .executeTakeFirst(),
    'ese producto',
  );
  const { nombre, estado, stockActual } = producto;
  if (estado === 'ARCHIVADO') {
    return new AppError('PRODUCTO_NO_DISPONIBLE', `«${nombre}» ya no se vende.`);
  }
  const left =
    stockActual === 0
      ? 'no queda ninguno'
      : stockActual === 1
        ? 'solo queda 1'
        : `solo quedan ${stockActual}`;
  return new AppError('SIN_STOCK', `De «${nombre}» ${left}, y se piden ${cantidad}.`);
}
