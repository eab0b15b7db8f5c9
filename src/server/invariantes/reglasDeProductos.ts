import type { Regla } from './regla.ts';

export const productos: Regla[] = [
  {
    nombre: 'STOCK_PRODUCTO',
    texto: 'El stock de cada producto es la suma de sus movimientos, y nunca menos que cero',
    sql: `select p.id::text, format('guardado %s, movimientos %s', p.stock_actual, coalesce(m.suma, 0)) as detalle
      from producto p
      left join (select producto_id, sum(cantidad) as suma from movimiento_stock group by 1) m on m.producto_id = p.id
      where p.stock_actual <> coalesce(m.suma, 0) or p.stock_actual < 0`,
  },
  {
    nombre: 'STOCK_EN_ORDEN',
    texto: 'Cada movimiento de stock dice lo que quedaba después de él',
    sql: `select id::text, format('producto %s: dice %s, sumaba %s', producto_id, stock, suma) as detalle from (
        select id, producto_id, stock, sum(cantidad) over (partition by producto_id order by id) as suma
        from movimiento_stock) m
      where stock <> suma`,
  },
  {
    nombre: 'STOCK_VENDIDO',
    texto: 'Cada kit vendido está descontado del stock una vez, y cada uno anulado, devuelto',
    sql: `select v.id::text, format('vendidos %s, movimientos %s%s', v.cantidad, coalesce(m.suma, 0),
        case when v.anulada_en is null then '' else ', anulado' end) as detalle
      from venta_producto v
      left join (select venta_producto_id, producto_id, sum(cantidad) as suma from movimiento_stock
        where venta_producto_id is not null group by 1, 2) m on m.venta_producto_id = v.id
      where coalesce(m.suma, 0) <> case when v.anulada_en is null then -v.cantidad else 0 end
        or m.producto_id <> v.producto_id`,
  },
  {
    nombre: 'ALERTA_STOCK',
    texto: 'La alerta de stock suena exactamente mientras el stock no supera su mínimo',
    sql: `select id::text, format('stock %s, mínimo %s, alerta %s', stock_actual, stock_minimo, alerta_en) as detalle
      from producto where (alerta_en is not null) <> (stock_actual <= stock_minimo)`,
  },
];
