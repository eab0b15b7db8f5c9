import { expect } from 'vitest';
import type { Cobro } from '#contract/cobros.ts';
import { createProducto, type Producto } from '#contract/productos.ts';
import { createVenta } from '#contract/ventas.ts';
import type { TestApp } from './app.ts';
import { buildCliente } from './builders.ts';

let counter = 0;

type ProductoOptions = {
  nombre?: string;
  sku?: string;
  precio?: number;
  stock?: number;
  stockMinimo?: number;
  afectoIva?: boolean;
};

/** A Producto made over HTTP with that stock, 10 unless told. */
export async function buildProducto(
  app: TestApp,
  options: ProductoOptions = {},
): Promise<Producto> {
  const ventas = await app.as('VENTAS');
  counter += 1;
  const { stock = 10 } = options;
  return ventas.ok(createProducto, {
    body: {
      nombre: options.nombre ?? `Kit ${counter}`,
      sku: options.sku ?? `KIT-${counter}`,
      precio: options.precio ?? 15_000,
      stockMinimo: options.stockMinimo ?? 0,
      afectoIva: options.afectoIva ?? true,
      ...(stock > 0 ? { stockInicial: stock } : {}),
    },
  });
}

/** Expects that stock, that its movements add up to it, and that each says what was left after it. */
export async function expectStock(app: TestApp, productoId: number, stock: number): Promise<void> {
  const { db } = app.services.deps;
  const { stockActual } = await db
    .selectFrom('producto')
    .select('stockActual')
    .where('id', '=', productoId)
    .executeTakeFirstOrThrow();
  const movimientos = await db
    .selectFrom('movimientoStock')
    .select(['cantidad', 'stock'])
    .where('productoId', '=', productoId)
    .orderBy('id')
    .execute();
  const sum = movimientos.reduce((total, { cantidad }) => total + cantidad, 0);
  expect([stockActual, sum]).toEqual([stock, stock]);
  const last = movimientos.map((m) => m.stock).toSorted((a, b) => a - b);
  let running = 0;
  const left = movimientos.map(({ cantidad }) => {
    running += cantidad;
    return running;
  });
  expect(left.toSorted((a, b) => a - b)).toEqual(last);
}

/** A sale of kits, and of a seat too when a Taller is given, by staff over HTTP. */
export async function buildVentaDeKits(
  app: TestApp,
  productoId: number,
  options: { cantidad?: number; tallerId?: number; clienteId?: number } = {},
): Promise<Cobro> {
  const ventas = await app.as('VENTAS');
  const { tallerId, cantidad = 1 } = options;
  return ventas.ok(createVenta, {
    body: {
      clienteId: options.clienteId ?? (await buildCliente(app)),
      lineas: [
        { tipo: 'PRODUCTO', productoId, cantidad },
        ...(tallerId ? [{ tipo: 'TALLER' as const, tallerId, cantidad: 1 }] : []),
      ],
    },
  });
}
