import { type Expression, type ExpressionBuilder, type SqlBool, sql } from 'kysely';
import { jsonBuildObject } from 'kysely/helpers/postgres';
import type { z } from 'zod';
import { imagenUrl } from '#contract/archivos.ts';
import type { listProductos, ProductoItem } from '#contract/productos.ts';
import type { Db, Trx } from '../core/db/connect.ts';
import type { DB } from '../core/db/types.gen.ts';
import { searchPatterns } from '../core/text.ts';

/** Units of a Producto that were sold, are not annulled and were not delivered yet. */
export const porEntregar = sql<number>`(
  select coalesce(sum(cantidad), 0)::int from venta_producto
  where venta_producto.producto_id = producto.id and entrega = 'POR_ENTREGAR' and anulada_en is null
)`;

/** The rows of productoItem, to be filtered, ordered and presented with `presentProductoItem`. */
export function selectProductoItems(db: Db | Trx) {
  return db
    .selectFrom('producto')
    .leftJoin('interes', 'interes.id', 'producto.interesId')
    .select((eb) => [
      'producto.id',
      'producto.nombre',
      'producto.sku',
      'producto.imagenId',
      'producto.precio',
      'producto.stockActual',
      'producto.stockMinimo',
      'producto.ventaWeb',
      'producto.estado',
      porEntregar.as('porEntregar'),
      eb
        .case()
        .when('interes.id', 'is not', null)
        .then(
          jsonBuildObject({
            id: eb.ref('interes.id').$notNull(),
            nombre: eb.ref('interes.nombre').$notNull(),
            color: eb.ref('interes.color').$notNull(),
          }),
        )
        .end()
        .as('interes'),
    ]);
}

type ItemRow = Awaited<ReturnType<ReturnType<typeof selectProductoItems>['execute']>>[number];

export function presentProductoItem({ imagenId, ...row }: ItemRow): ProductoItem {
  return {
    ...row,
    imagenUrl: imagenId ? imagenUrl(imagenId) : null,
    enBodega: row.stockActual + row.porEntregar,
    bajoStock: row.stockActual <= row.stockMinimo,
  };
}

type Filtros = z.output<typeof listProductos.query>;

const stockConditions = {
  BAJO: sql<SqlBool>`producto.stock_actual <= producto.stock_minimo`,
  AGOTADO: sql<SqlBool>`producto.stock_actual = 0`,
  CON_STOCK: sql<SqlBool>`producto.stock_actual > 0`,
};

export function productoConditions(
  eb: ExpressionBuilder<DB, 'producto'>,
  { q, estado, interes, stock }: Filtros,
): Expression<SqlBool>[] {
  return [
    ...searchPatterns(q ?? '').map((pattern) => eb('producto.busqueda', 'like', pattern)),
    ...(estado?.length ? [eb('producto.estado', 'in', estado)] : []),
    ...(interes?.length ? [eb('producto.interesId', 'in', interes)] : []),
    ...(stock ? [stockConditions[stock]] : []),
  ];
}

export function selectProducto(db: Db | Trx, id: number) {
  return selectProductoItems(db)
    .select([
      'producto.slug',
      'producto.descripcion',
      'producto.afectoIva',
      'producto.version',
      'producto.creadoEn',
      'producto.actualizadoEn',
    ])
    .where('producto.id', '=', id)
    .executeTakeFirst();
}

const fields = [
  'nombre',
  'sku',
  'descripcion',
  'interesId',
  'imagenId',
  'precio',
  'afectoIva',
  'stockMinimo',
  'ventaWeb',
  'estado',
] as const;

/** Locks a Producto, after any Cobro, Cliente or Taller that the transaction locks too. */
export function lockProducto(trx: Trx, id: number) {
  return trx
    .selectFrom('producto')
    .select([...fields, 'version'])
    .where('id', '=', id)
    .forNoKeyUpdate()
    .executeTakeFirst();
}

export type ProductoValues = Omit<NonNullable<Awaited<ReturnType<typeof lockProducto>>>, 'version'>;
