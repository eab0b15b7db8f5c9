import { describe, expect, it } from 'vitest';
import * as contract from '#contract/productos.ts';
import { testApp } from '#tests/support/app.ts';
import { buildProducto, expectStock } from '#tests/support/productos.ts';

const app = testApp();

const base = () => ({ nombre: 'Kit de bordado', sku: 'BORD-1', precio: 19_990 });

describe('a producto', () => {
  it('is made with its first stock, which is an ingreso like any other', async () => {
    const ventas = await app.as('VENTAS');
    const made = await ventas.ok(contract.createProducto, {
      body: { ...base(), sku: 'INI-1', stockInicial: 12, stockMinimo: 3 },
    });
    expect(made).toMatchObject({
      slug: 'kit-de-bordado',
      stockActual: 12,
      porEntregar: 0,
      enBodega: 12,
      bajoStock: false,
      afectoIva: true,
      estado: 'ACTIVO',
      version: 1,
      puede: { editar: true, moverStock: true, archivar: true, reactivar: false, vender: true },
    });
    const { items } = await ventas.ok(contract.listMovimientos, { params: { id: made.id } });
    expect(items).toMatchObject([
      { tipo: 'INGRESO', cantidad: 12, stock: 12, usuario: 'Persona VENTAS', venta: null },
    ]);
  });

  it('has a SKU of its own, whatever its case, and an address of its own', async () => {
    const ventas = await app.as('VENTAS');
    const first = await buildProducto(app, { nombre: 'Arcilla blanca', sku: 'Arc-01' });
    const create = (sku: string) =>
      ventas.call(contract.createProducto, {
        body: { nombre: 'Arcilla blanca', sku, precio: 5000 },
      });
    const twin = await create('ARC-01');
    expect(twin.problem).toMatchObject({
      status: 409,
      code: 'SKU_DUPLICADO',
      errores: [{ campo: 'sku' }],
    });
    const second = await create('ARC-02');
    expect(second.body.slug).not.toBe(first.slug);
    const renamed = await ventas.call(contract.updateProducto, {
      params: { id: second.body.id },
      body: { version: 1, sku: 'arc-01' },
    });
    expect(renamed.problem.code).toBe('SKU_DUPLICADO');
  });

  it('changes by version and never in its stock', async () => {
    const ventas = await app.as('VENTAS');
    const { id } = await buildProducto(app, { stock: 4 });
    const params = { id };
    const changed = await ventas.ok(contract.updateProducto, {
      params,
      body: { version: 1, precio: 25_000, descripcion: 'Trae hilo y aguja.' },
    });
    expect(changed).toMatchObject({ version: 2, precio: 25_000, stockActual: 4 });
    const stale = await ventas.call(contract.updateProducto, {
      params,
      body: { version: 1, precio: 1 },
    });
    expect(stale.problem).toMatchObject({ status: 409, code: 'CONFLICTO_VERSION' });
    for (const campo of ['stockActual', 'stockInicial', 'estado']) {
      const { problem } = await ventas.send('PATCH', `/api/productos/${id}`, {
        version: 2,
        [campo]: 99,
      });
      expect(problem).toMatchObject({ status: 422, errores: [{ campo }] });
    }
    await expectStock(app, id, 4);
  });

  it('is archived and taken up again, each once', async () => {
    const ventas = await app.as('VENTAS');
    const { id } = await buildProducto(app, { stock: 4 });
    const set = (estado: 'ACTIVO' | 'ARCHIVADO', version: number) =>
      ventas.call(contract.setEstadoProducto, { params: { id }, body: { estado, version } });
    const archived = await set('ARCHIVADO', 1);
    expect(archived.body).toMatchObject({
      estado: 'ARCHIVADO',
      version: 2,
      puede: { archivar: false, reactivar: true, vender: false },
    });
    expect((await set('ARCHIVADO', 2)).body.version).toBe(2);
    expect((await set('ACTIVO', 1)).problem.code).toBe('CONFLICTO_VERSION');
    expect((await set('ACTIVO', 2)).body).toMatchObject({ estado: 'ACTIVO', version: 3 });
  });

  it('leaves in the audit what was changed, and by whom', async () => {
    const ventas = await app.as('VENTAS');
    const { id } = await buildProducto(app, { precio: 1000 });
    await ventas.ok(contract.updateProducto, {
      params: { id },
      body: { version: 1, precio: 1500 },
    });
    const rows = await app.services.deps.db
      .selectFrom('auditoria')
      .innerJoin('usuario', 'usuario.id', 'auditoria.usuarioId')
      .where('entidad', '=', 'PRODUCTO')
      .where('entidadId', '=', String(id))
      .select(['accion', 'antes', 'despues', 'usuario.name'])
      .orderBy('auditoria.id')
      .execute();
    expect(rows.at(-1)).toEqual({
      accion: 'CAMBIAR',
      antes: { precio: 1000 },
      despues: { precio: 1500 },
      name: 'Persona VENTAS',
    });
  });
});

describe('the list', () => {
  it('finds by name and SKU without accents or case, and pages once over each', async () => {
    const ventas = await app.as('VENTAS');
    for (let i = 0; i < 5; i += 1) {
      await buildProducto(app, { nombre: `Macramé nº ${i}`, sku: `MAC-${i}`, stock: i % 3 });
    }
    for (const orden of ['nombre', 'stock', '-stock'] as const) {
      const seen: number[] = [];
      let cursor: string | undefined;
      do {
        const page = await ventas.ok(contract.listProductos, {
          query: { q: 'macrame', orden, limite: 2, cursor },
        });
        expect(page.total).toBe(5);
        seen.push(...page.items.map((p) => p.id));
        cursor = page.siguiente ?? undefined;
      } while (cursor);
      expect(seen).toHaveLength(5);
      expect(new Set(seen).size).toBe(5);
    }
    const bySku = await ventas.ok(contract.listProductos, { query: { q: 'mac-3' } });
    expect(bySku.items.map((p) => p.sku)).toEqual(['MAC-3']);
  });

  it('tells low, sold out and in stock apart', async () => {
    const ventas = await app.as('VENTAS');
    const stocks = { 'ROTO-0': 0, 'ROTO-2': 2, 'ROTO-9': 9 };
    for (const [sku, stock] of Object.entries(stocks)) {
      await buildProducto(app, { nombre: 'Esmalte', sku, stock, stockMinimo: 2 });
    }
    const skus = async (stock: 'BAJO' | 'AGOTADO' | 'CON_STOCK') => {
      const { items } = await ventas.ok(contract.listProductos, {
        query: { q: 'ROTO', stock, orden: 'stock' },
      });
      return items.map((p) => p.sku);
    };
    expect(await skus('BAJO')).toEqual(['ROTO-0', 'ROTO-2']);
    expect(await skus('AGOTADO')).toEqual(['ROTO-0']);
    expect(await skus('CON_STOCK')).toEqual(['ROTO-2', 'ROTO-9']);
  });

  it('refuses a cursor of another order', async () => {
    const ventas = await app.as('VENTAS');
    const { siguiente } = await ventas.ok(contract.listProductos, { query: { limite: 1 } });
    const reply = await ventas.call(contract.listProductos, {
      query: { orden: 'stock', cursor: siguiente ?? '' },
    });
    expect(reply.problem.code).toBe('CURSOR_INVALIDO');
    const huge = Buffer.from(`["stock",${2 ** 40},1]`).toString('base64url');
    const beyond = await ventas.ok(contract.listProductos, {
      query: { orden: 'stock', cursor: huge },
    });
    expect(beyond.items).toEqual([]);
  });
});

describe('bad input', () => {
  it.each([
    ['no name', { nombre: ' ' }, 'nombre'],
    ['no SKU', { sku: '' }, 'sku'],
    ['a SKU of 41', { sku: 'x'.repeat(41) }, 'sku'],
    ['negative money', { precio: -1 }, 'precio'],
    ['cents', { precio: 0.5 }, 'precio'],
    ['a first stock of 0', { stockInicial: 0 }, 'stockInicial'],
    ['a first stock of 10^9', { stockInicial: 1_000_000_000 }, 'stockInicial'],
    ['a negative minimum', { stockMinimo: -1 }, 'stockMinimo'],
    ['an unknown interest', { interesId: 999_999 }, 'interesId'],
    ['an unknown image', { imagenId: '00000000-0000-4000-8000-000000000000' }, 'imagenId'],
    ['its own stock', { stockActual: 5 }, 'stockActual'],
  ])('refuses %s', async (_name, extra, campo) => {
    const ventas = await app.as('VENTAS');
    const body = { ...base(), sku: 'MALO-1', ...extra };
    const { problem } = await ventas.send('POST', '/api/productos', body);
    expect([problem.status, problem.code, problem.errores?.[0]?.campo]).toEqual([
      422,
      'VALIDACION',
      campo,
    ]);
    const { total } = await ventas.ok(contract.listProductos, { query: { q: 'MALO-1' } });
    expect(total, 'nothing half written').toBe(0);
  });
});
