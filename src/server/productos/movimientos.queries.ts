import { sql } from 'kysely';
import { MAX_STOCK, type Movimiento, type TipoMovimiento } from '#contract/productos.ts';
import type { Ctx } from '../core/context.ts';
import type { Db, Trx } from '../core/db/connect.ts';
import { alertaColumns } from './alerta.queries.ts';

type Cambio = {
  productoId: number;
  tipo: 'INGRESO' | 'MERMA' | 'AJUSTE';
  /** Units that it adds; less than zero takes away. */
  cantidad: number;
  motivo: string | null;
};

/**
 * Moves the stock and writes the movement, in one statement that never lets it fall below zero.
 * @returns the movement's id, or undefined when nothing was moved because it does not fit.
 */
export async function moveStock(
  trx: Trx,
  ctx: Ctx,
  { productoId, tipo, cantidad, motivo }: Cambio,
): Promise<number | undefined> {
  const stock = sql<number>`stock_actual + ${cantidad}::int`;
  const { rows } = await sql<{ id: number }>`
    with cambio as (
      update producto set stock_actual = ${stock}, ${alertaColumns(stock, ctx.now)}
      where id = ${productoId} and ${stock} between 0 and ${sql.lit(MAX_STOCK)}
      returning id, stock_actual
    )
    insert into movimiento_stock (producto_id, tipo, cantidad, stock, motivo, usuario_id, creado_en)
    select id, ${tipo}, ${cantidad}::int, stock_actual, ${motivo}, ${ctx.usuarioId}::uuid, ${ctx.now}::timestamptz
    from cambio returning id`.execute(trx);
  return rows[0]?.id;
}

export type MovimientosQuery = {
  productoId: number;
  tipo?: TipoMovimiento[] | undefined;
};

function conditions({ productoId, tipo }: MovimientosQuery) {
  return sql.join(
    [
      sql`m.producto_id = ${productoId}`,
      ...(tipo?.length ? [sql`m.tipo in (${sql.join(tipo)})`] : []),
    ],
    sql` and `,
  );
}

/** Movements from the last to the first, those before an id when one is given. */
export async function selectMovimientos(
  db: Db | Trx,
  query: MovimientosQuery,
  { before, limit }: { before?: number | undefined; limit: number },
): Promise<Movimiento[]> {
  const { rows } = await sql<Movimiento>`
    select m.id, m.tipo, m.cantidad, m.stock, m.motivo, usuario.name as usuario,
      case when venta.id is not null then json_build_object('cobroId', cobro.id, 'codigo', cobro.codigo,
        'cliente', cliente.nombres || ' ' || cliente.apellidos) end as venta,
      m.creado_en
    from movimiento_stock m
      left join usuario on usuario.id = m.usuario_id
      left join venta_producto venta on venta.id = m.venta_producto_id
      left join cobro on cobro.id = venta.cobro_id
      left join cliente on cliente.id = venta.cliente_id
    where ${conditions(query)} and ${before === undefined ? sql`true` : sql`m.id < ${before}`}
    order by m.id desc limit ${limit}`.execute(db);
  return rows;
}

/** How many there are, counted up to a maximum. */
export async function countMovimientos(
  db: Db,
  query: MovimientosQuery,
  max: number,
): Promise<number> {
  const { rows } = await sql<{ n: number }>`
    select count(*)::int as n from (
      select from movimiento_stock m where ${conditions(query)} limit ${max}
    ) hits`.execute(db);
  return rows[0]?.n ?? 0;
}
