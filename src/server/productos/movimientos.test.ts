import { describe, expect, it } from 'vitest';
import { anularCobro } from '#contract/cobros.ts';
import * as contract from '#contract/productos.ts';
import { testApp } from '#tests/support/app.ts';
import { buildProducto, buildVentaDeKits, expectStock } from '#tests/support/productos.ts';

const app = testApp();

type Body = Parameters<typeof contract.createMovimiento.body.parse>[0];

async function move(id: number, body: unknown, idempotencyKey?: string) {
  const ventas = await app.as('VENTAS');
  return ventas.call(contract.createMovimiento, {
    params: { id },
    body: body as Body & { tipo: 'MERMA'; cantidad: number; motivo: string },
    ...(idempotencyKey ? { idempotencyKey } : {}),
  });
}
const merma = (cantidad: number) => ({ tipo: 'MERMA', cantidad, motivo: 'Se rompió' });
const conteo = (enBodega: number) => ({ tipo: 'AJUSTE', enBodega, motivo: 'Conteo del mes' });

async function readAlerta(id: number) {
  return app.services.deps.db
    .selectFrom('producto')
    .select(['alertaEn', 'alertaVistaEn'])
    .where('id', '=', id)
    .executeTakeFirstOrThrow();
}

describe('movements', () => {
  it('say who, why and what was left, the last first', async () => {
    const ventas = await app.as('VENTAS');
    const { id } = await buildProducto(app, { stock: 5 });
    const up = await move(id, { tipo: 'INGRESO', cantidad: 7, motivo: 'Factura 123' });
    expect(up.body).toMatchObject({ stockActual: 12, enBodega: 12 });
    expect(up.body.movimientoId).toBeGreaterThan(0);
    await move(id, merma(2));
    const { codigo, id: cobroId } = await buildVentaDeKits(app, id, { cantidad: 3 });
    await ventas.ok(anularCobro, { params: { id: cobroId }, body: { motivo: 'Se arrepintió' } });
    const page = await ventas.ok(contract.listMovimientos, { params: { id } });
    const venta = { cobroId, codigo };
    expect(page.total).toBe(5);
    expect(page.items).toMatchObject([
      { tipo: 'ANULACION', cantidad: 3, stock: 10, venta },
      { tipo: 'VENTA', cantidad: -3, stock: 7, venta },
      { tipo: 'MERMA', cantidad: -2, stock: 10, motivo: 'Se rompió', usuario: 'Persona VENTAS' },
      { tipo: 'INGRESO', cantidad: 7, stock: 12, motivo: 'Factura 123', venta: null },
      { tipo: 'INGRESO', cantidad: 5, stock: 5, motivo: 'Stock inicial' },
    ]);
    await expectStock(app, id, 10);

    const first = await ventas.ok(contract.listMovimientos, {
      params: { id },
      query: { tipo: ['INGRESO'], limite: 1 },
    });
    expect(first).toMatchObject({ total: 2, items: [{ cantidad: 7 }] });
    const second = await ventas.ok(contract.listMovimientos, {
      params: { id },
      query: { tipo: ['INGRESO'], limite: 1, cursor: first.siguiente ?? '' },
    });
    expect(second).toMatchObject({ siguiente: null, items: [{ cantidad: 5 }] });
  });

  it('refuse a loss of more than is available, and move nothing', async () => {
    const { id } = await buildProducto(app, { nombre: 'Torno', stock: 5 });
    await buildVentaDeKits(app, id, { cantidad: 4 });
    const { problem } = await move(id, merma(2));
    expect(problem).toMatchObject({
      status: 409,
      code: 'SIN_STOCK',
      title: 'De «Torno» hay 1 disponible. Otros 4 están vendidos por entregar.',
    });
    await expectStock(app, id, 1);
  });

  it('refuse a stock over the maximum', async () => {
    const { id } = await buildProducto(app, { stock: 1 });
    const { problem } = await move(id, { tipo: 'INGRESO', cantidad: contract.MAX_STOCK });
    expect(problem).toMatchObject({ code: 'VALIDACION', errores: [{ campo: 'cantidad' }] });
    await expectStock(app, id, 1);
  });

  it('sent twice with one key move once', async () => {
    const { id } = await buildProducto(app, { stock: 5 });
    const key = 'la-misma-merma';
    const [one, two] = [await move(id, merma(2), key), await move(id, merma(2), key)];
    expect(two).toMatchObject({ status: 201, body: one.body });
    expect((await move(id, merma(3), key)).problem.code).toBe('CLAVE_REUTILIZADA');
    await expectStock(app, id, 3);
  });

  it.each([
    ['a loss of 0', { tipo: 'MERMA', cantidad: 0, motivo: 'x' }, 'cantidad'],
    ['a negative intake', { tipo: 'INGRESO', cantidad: -1 }, 'cantidad'],
    ['half a kit', { tipo: 'INGRESO', cantidad: 0.5 }, 'cantidad'],
    ['10^9', { tipo: 'INGRESO', cantidad: 1_000_000_000 }, 'cantidad'],
    ['a loss without a reason', { tipo: 'MERMA', cantidad: 1 }, 'motivo'],
    ['a count below 0', { tipo: 'AJUSTE', enBodega: -1, motivo: 'x' }, 'enBodega'],
    ['a count of 10^9', { tipo: 'AJUSTE', enBodega: 1_000_000_000, motivo: 'x' }, 'enBodega'],
    ['a sale by hand', { tipo: 'VENTA', cantidad: 1 }, 'tipo'],
  ])('refuse %s', async (_name, body, campo) => {
    const { id } = await buildProducto(app, { stock: 5 });
    const { status, problem } = await move(id, body);
    expect([status, problem.code, problem.errores?.[0]?.campo]).toEqual([422, 'VALIDACION', campo]);
    await expectStock(app, id, 5);
  });

  it('of a product that does not exist are not found', async () => {
    for (const body of [{ tipo: 'INGRESO', cantidad: 1 }, merma(1), conteo(1)]) {
      expect((await move(999_999, body)).problem.code).toBe('NO_ENCONTRADO');
    }
  });
});

describe('a count of the shelf', () => {
  it('moves the difference to what should be there, those to deliver included', async () => {
    const { id } = await buildProducto(app, { stock: 10 });
    await buildVentaDeKits(app, id, { cantidad: 3 });
    const fewer = await move(id, conteo(8));
    expect(fewer.body).toMatchObject({ stockActual: 5, porEntregar: 3, enBodega: 8 });
    const more = await move(id, conteo(12));
    expect(more.body).toMatchObject({ stockActual: 9, porEntregar: 3, enBodega: 12 });
    await expectStock(app, id, 9);
  });

  it('that agrees moves nothing and says so', async () => {
    const ventas = await app.as('VENTAS');
    const { id } = await buildProducto(app, { stock: 10 });
    const { status, body } = await move(id, conteo(10));
    expect([status, body.movimientoId, body.stockActual]).toEqual([201, null, 10]);
    expect((await ventas.ok(contract.listMovimientos, { params: { id } })).total).toBe(1);
  });

  it('of fewer than are promised is refused, and says how many those are', async () => {
    const { id } = await buildProducto(app, { stock: 10 });
    await buildVentaDeKits(app, id, { cantidad: 4 });
    const { problem } = await move(id, conteo(3));
    expect(problem.code).toBe('VALIDACION');
    expect(problem.errores?.[0]).toMatchObject({ campo: 'enBodega' });
    expect(problem.errores?.[0]?.mensaje).toContain('por entregar, que es 4');
    expect((await move(id, conteo(4))).body).toMatchObject({ stockActual: 0, enBodega: 4 });
    await expectStock(app, id, 0);
  });
});

describe('at once', () => {
  const times = <T>(n: number, work: (i: number) => Promise<T>) =>
    Promise.all(Array.from({ length: n }, (_, i) => work(i)));

  it('20 losses of 1 of 5: five are taken, the others SIN_STOCK', async () => {
    const { id } = await buildProducto(app, { stock: 5 });
    const replies = await times(20, () => move(id, merma(1)));
    expect(replies.filter((r) => r.status === 201)).toHaveLength(5);
    const refused = replies.filter((r) => r.status !== 201);
    expect(new Set(refused.map((r) => r.problem.code))).toEqual(new Set(['SIN_STOCK']));
    await expectStock(app, id, 0);
  });

  it('counts while sales and annulments run: none is lost, and the last count holds', async () => {
    const { id } = await buildProducto(app, { stock: 100 });
    const ventas = await app.as('VENTAS');
    await times(36, async (i) => {
      if (i % 3 === 0) return void expect((await move(id, conteo(80))).status).toBe(201);
      const cobro = await buildVentaDeKits(app, id);
      if (i % 3 === 1) {
        await ventas.ok(anularCobro, { params: { id: cobro.id }, body: { motivo: 'Prueba' } });
      }
    });
    const end = await ventas.ok(contract.getProducto, { params: { id } });
    expect(end).toMatchObject({ enBodega: 80, porEntregar: 12, stockActual: 68 });
    await expectStock(app, id, 68);
  });
});

describe('the alert of low stock', () => {
  it('rings once a fall, is seen, and rings again only after the stock rose above', async () => {
    const ventas = await app.as('VENTAS');
    const { id } = await buildProducto(app, { stock: 5, stockMinimo: 3 });
    expect((await readAlerta(id)).alertaEn).toBeNull();
    await move(id, merma(1));
    expect((await readAlerta(id)).alertaEn).toBeNull();
    await buildVentaDeKits(app, id);
    const { alertaEn } = await readAlerta(id);
    expect(alertaEn).not.toBeNull();

    await ventas.ok(contract.seeAlertaProducto, { params: { id } });
    const seen = await readAlerta(id);
    expect(seen.alertaVistaEn).not.toBeNull();
    await ventas.ok(contract.seeAlertaProducto, { params: { id } });
    await move(id, merma(1));
    expect(await readAlerta(id), 'a further fall is the same alert').toEqual(seen);

    await move(id, { tipo: 'INGRESO', cantidad: 1 });
    expect(await readAlerta(id), 'still at the minimum').toEqual(seen);
    await move(id, { tipo: 'INGRESO', cantidad: 1 });
    expect(await readAlerta(id)).toEqual({ alertaEn: null, alertaVistaEn: null });
    await move(id, merma(1));
    expect(await readAlerta(id)).toMatchObject({ alertaVistaEn: null });
    expect((await readAlerta(id)).alertaEn).not.toBeNull();
  });

  it('follows the minimum when that changes, and the stock that an annulment gives back', async () => {
    const ventas = await app.as('VENTAS');
    const { id, version } = await buildProducto(app, { stock: 5, stockMinimo: 1 });
    const params = { id };
    const raised = await ventas.ok(contract.updateProducto, {
      params,
      body: { version, stockMinimo: 5 },
    });
    expect(raised.bajoStock).toBe(true);
    expect((await readAlerta(id)).alertaEn).not.toBeNull();
    await ventas.ok(contract.updateProducto, {
      params,
      body: { version: version + 1, stockMinimo: 4 },
    });
    expect((await readAlerta(id)).alertaEn).toBeNull();
    const cobro = await buildVentaDeKits(app, id, { cantidad: 2 });
    expect((await readAlerta(id)).alertaEn).not.toBeNull();
    await ventas.ok(anularCobro, { params: { id: cobro.id }, body: { motivo: 'No viene' } });
    expect((await readAlerta(id)).alertaEn).toBeNull();
  });

  it('rings for a product made without stock', async () => {
    const { id } = await buildProducto(app, { stock: 0 });
    expect((await readAlerta(id)).alertaEn).not.toBeNull();
  });
});
