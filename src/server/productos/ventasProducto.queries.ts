import { sql } from 'kysely';
import type { z } from 'zod';
import type { Entrega, listVentasProducto, VentaProducto } from '#contract/productos.ts';
import type { Db, Trx } from '../core/db/connect.ts';
import { jsonInstant } from '../core/db/json.ts';
import { searchPatterns } from '../core/text.ts';

export type VentaProductoRow = Omit<VentaProducto, 'puede'>;
export type Filtros = z.output<typeof listVentasProducto.query>;

/** Where the kit may be handed over: the workshop of the same sale that ends next. */
const taller = (now: string) => sql`(
  select json_build_object('id', taller.id, 'titulo', taller.titulo, 'iniciaEn', taller.inicia_en, 'zona', taller.zona)
  from inscripcion join taller on taller.id = inscripcion.taller_id
  where inscripcion.cobro_id = vp.cobro_id and inscripcion.anulada_en is null
    and taller.estado = 'PUBLICADO' and taller.termina_en > ${now}::timestamptz
  order by taller.termina_en, taller.id limit 1
)`;

const columns = (now: string) => sql`
  vp.id, vp.cobro_id, cobro.codigo, cobro.estado, vp.producto_id, producto.nombre, producto.sku, vp.cantidad,
  case when cobro.estado = 'ANULADO' then 0 else greatest(cobro.total - cobro.pagado, 0) end as saldo,
  json_build_object('id', cliente.id, 'nombres', cliente.nombres, 'apellidos', cliente.apellidos,
    'email', cliente.email, 'telefono', cliente.telefono) as cliente,
  vp.entrega, vp.entrega_nota, vp.entrega_en, usuario.name as entrega_por, vp.anulada_en,
  ${taller(now)} as taller, vp.creado_en`;

const joined = sql`venta_producto vp
  join cobro on cobro.id = vp.cobro_id
  join cliente on cliente.id = vp.cliente_id
  join producto on producto.id = vp.producto_id
  left join usuario on usuario.id = vp.entrega_por`;

function present(row: VentaProductoRow): VentaProductoRow {
  const { taller: where } = row;
  return { ...row, taller: where && { ...where, iniciaEn: jsonInstant(where.iniciaEn) } };
}

/** Annulled lines are among them only where no state of delivery is asked for: they have none. */
function conditions(filtros: Filtros) {
  const { q, producto, cliente, taller: tallerId, entrega } = filtros;
  const and = searchPatterns(q ?? '').map(
    (pattern) =>
      sql`(cliente.busqueda like ${pattern} or producto.busqueda like ${pattern} or lower(cobro.codigo) like ${pattern})`,
  );
  // As text of the statement, so that the partial index of those to deliver serves it.
  if (entrega?.length) {
    and.push(sql`vp.entrega in (${sql.join(entrega.map((one) => sql.lit(one)))})
      and vp.anulada_en is null`);
  }
  if (producto) and.push(sql`vp.producto_id = ${producto}`);
  if (cliente) and.push(sql`vp.cliente_id = ${cliente}`);
  if (tallerId) {
    and.push(sql`exists (select from inscripcion where inscripcion.cobro_id = vp.cobro_id
      and inscripcion.taller_id = ${tallerId} and inscripcion.anulada_en is null)`);
  }
  return and.length > 0 ? sql.join(and, sql` and `) : sql`true`;
}

/** What each order goes by; the last one leaves out what is still to deliver. */
const orders = {
  creadoEn: { key: sql`vp.creado_en`, down: false, has: sql`true` },
  '-creadoEn': { key: sql`vp.creado_en`, down: true, has: sql`true` },
  '-entregaEn': { key: sql`vp.entrega_en`, down: true, has: sql`vp.entrega_en is not null` },
} as const;
export type Orden = keyof typeof orders;

export type Page = {
  now: string;
  orden: Orden;
  /** When and id of the last row seen. */
  after?: { at: string; id: number } | undefined;
  limit: number;
};

/** Kits sold, in an order. */
export async function selectVentasProducto(
  db: Db,
  filtros: Filtros,
  { now, orden, after, limit }: Page,
): Promise<VentaProductoRow[]> {
  const { key, down, has } = orders[orden];
  const direction = sql.raw(down ? 'desc' : 'asc');
  const next = after
    ? sql`(${key}, vp.id) ${sql.raw(down ? '<' : '>')} (${after.at}::timestamptz, ${after.id}::bigint)`
    : sql`true`;
  const { rows } = await sql<VentaProductoRow>`
    select ${columns(now)} from ${joined} where ${conditions(filtros)} and ${has} and ${next}
    order by ${key} ${direction}, vp.id ${direction} limit ${limit}`.execute(db);
  return rows.map(present);
}

/** How many match, counted up to a maximum. */
export async function countVentasProducto(
  db: Db,
  filtros: Filtros,
  { orden, max }: { orden: Orden; max: number },
): Promise<number> {
  const from = filtros.q ? joined : sql`venta_producto vp`;
  const { rows } = await sql<{ n: number }>`
    select count(*)::int as n from (
      select from ${from} where ${conditions(filtros)} and ${orders[orden].has} limit ${max}
    ) hits`.execute(db);
  return rows[0]?.n ?? 0;
}

export async function selectVentaProducto(
  db: Db | Trx,
  id: number,
  now: string,
): Promise<VentaProductoRow | undefined> {
  const { rows } = await sql<VentaProductoRow>`
    select ${columns(now)} from ${joined} where vp.id = ${id}`.execute(db);
  return rows.map(present)[0];
}

/** Locks a line so that it is not annulled meanwhile. */
export function lockVentaProducto(trx: Trx, id: number) {
  return trx
    .selectFrom('ventaProducto')
    .select(['cobroId', 'entrega', 'entregaNota', 'entregaEn', 'entregaPor', 'anuladaEn'])
    .where('id', '=', id)
    .forNoKeyUpdate()
    .executeTakeFirst();
}

export type EntregaValues = {
  entrega: Entrega;
  entregaNota: string | null;
  entregaEn: string | null;
  entregaPor: string | null;
};

export async function updateEntrega(trx: Trx, id: number, values: EntregaValues): Promise<void> {
  await trx.updateTable('ventaProducto').set(values).where('id', '=', id).execute();
}
