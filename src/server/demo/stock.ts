import { type CambioStock, DAY, iso, type KitPlan, type Mundo } from './mundo.ts';

type Movimiento = {
  id: number;
  productoId: number;
  tipo: 'VENTA' | 'ANULACION' | 'INGRESO' | 'MERMA';
  cantidad: number;
  stock: number;
  motivo: string | null;
  ventaProductoId: number | null;
  usuarioId: string | null;
  creadoEn: string;
};

/** Lives the stock of each kit in order: what sales took, and the purchases that kept it going. */
export function movimientosOf(
  { ids, random, usuarioId, hoy }: Mundo,
  kits: readonly KitPlan[],
  cambios: readonly CambioStock[],
): { movimientos: Movimiento[]; stock: Map<number, number> } {
  const porKit = Map.groupBy(cambios, ({ productoId }) => productoId);
  const stock = new Map<number, number>();
  const movimientos = kits.flatMap(({ id: productoId, plantilla }, i) => {
    const rows: Movimiento[] = [];
    let left = 0;
    const move = (
      tipo: Movimiento['tipo'],
      en: number,
      cantidad: number,
      rest: Partial<Movimiento>,
    ) => {
      left += cantidad;
      rows.push({
        id: ids('movimiento_stock'),
        productoId,
        tipo,
        cantidad,
        stock: left,
        motivo: null,
        ventaProductoId: null,
        usuarioId,
        creadoEn: iso(en),
        ...rest,
      });
    };
    const buy = (en: number) =>
      move('INGRESO', en, random.int(3, 5) * 10, { motivo: `Factura ${random.int(1_000, 9_999)}` });
    buy(hoy - 735 * DAY);
    const own = (porKit.get(productoId) ?? []).toSorted((a, b) => a.en - b.en);
    for (const { en, cantidad, ventaProductoId } of own) {
      if (left + cantidad < 2) buy(en - DAY / 2);
      const tipo = cantidad < 0 ? 'VENTA' : 'ANULACION';
      move(tipo, en, cantidad, { ventaProductoId });
    }
    // Some end near their minimum, one with nothing left.
    const wanted = i === 1 ? 0 : i % 3 === 0 ? plantilla.minimo - 2 : plantilla.minimo + 9;
    const broken = left - Math.max(wanted, 0);
    const en = hoy - 2 * DAY;
    if (broken > 0)
      move('MERMA', en, -broken, { motivo: 'Se mojaron en la bodega con la lluvia.' });
    else if (broken < 0) move('INGRESO', en, -broken, { motivo: 'Reposición' });
    stock.set(productoId, left);
    return rows;
  });
  return { movimientos, stock };
}
