import { describe, expect, it } from 'vitest';
import { anularCobro } from '#contract/cobros.ts';
import * as contract from '#contract/productos.ts';
import { testApp } from '#tests/support/app.ts';
import { buildCliente, buildTaller } from '#tests/support/builders.ts';
import { buildProducto, buildVentaDeKits, expectStock } from '#tests/support/productos.ts';

const app = testApp();

async function lineOf(productoId: number) {
  const ventas = await app.as('VENTAS');
  const { items } = await ventas.ok(contract.listVentasProducto, {
    query: { producto: productoId },
  });
  const [line] = items;
  if (!line) throw new Error('no sale of that product');
  return line;
}

describe('deliveries', () => {
  it('take kits off the shelf and not off the stock, and are taken back', async () => {
    const ventas = await app.as('VENTAS');
    const { id } = await buildProducto(app, { stock: 10 });
    await buildVentaDeKits(app, id, { cantidad: 3 });
    const line = await lineOf(id);
    expect(line).toMatchObject({
      entrega: 'POR_ENTREGAR',
      cantidad: 3,
      estado: 'PENDIENTE',
      saldo: 45_000,
      entregaEn: null,
      puede: { entregar: true },
    });
    const figures = async () => {
      const producto = await ventas.ok(contract.getProducto, { params: { id } });
      return [producto.stockActual, producto.porEntregar, producto.enBodega];
    };
    expect(await figures()).toEqual([7, 3, 10]);

    const set = (body: { entrega: contract.Entrega; nota?: string | null }) =>
      ventas.ok(contract.setEntrega, { params: { id: line.id }, body });
    const sent = await set({ entrega: 'ENVIADO', nota: 'Chilexpress 123' });
    expect(sent).toMatchObject({ entregaNota: 'Chilexpress 123', entregaPor: 'Persona VENTAS' });
    expect(sent.entregaEn).not.toBeNull();
    expect(await figures()).toEqual([7, 0, 7]);
    expect(await set({ entrega: 'ENVIADO' }), 'again keeps the note').toEqual(sent);
    expect(await set({ entrega: 'ENTREGADO' })).toMatchObject({ entregaNota: null });
    const back = await set({ entrega: 'POR_ENTREGAR' });
    expect(back).toMatchObject({ entregaEn: null, entregaPor: null, entregaNota: null });
    expect(await figures()).toEqual([7, 3, 10]);
    await expectStock(app, id, 7);
  });

  it('of an annulled line are refused', async () => {
    const ventas = await app.as('VENTAS');
    const { id } = await buildProducto(app, { stock: 2 });
    const cobro = await buildVentaDeKits(app, id);
    const line = await lineOf(id);
    await ventas.ok(anularCobro, { params: { id: cobro.id }, body: { motivo: 'No viene' } });
    const { problem } = await ventas.call(contract.setEntrega, {
      params: { id: line.id },
      body: { entrega: 'ENTREGADO' },
    });
    expect(problem).toMatchObject({ status: 409, code: 'ESTADO_NO_PERMITE' });
    expect(await lineOf(id)).toMatchObject({
      entrega: 'POR_ENTREGAR',
      saldo: 0,
      puede: { entregar: false },
    });
    const pending = await ventas.ok(contract.listVentasProducto, {
      query: { producto: id, entrega: ['POR_ENTREGAR'] },
    });
    expect(pending.total, 'nothing is owed of it').toBe(0);
  });

  it('leave who did it in the audit', async () => {
    const ventas = await app.as('VENTAS');
    const { id } = await buildProducto(app);
    const cobro = await buildVentaDeKits(app, id);
    const line = await lineOf(id);
    await ventas.ok(contract.setEntrega, {
      params: { id: line.id },
      body: { entrega: 'ENTREGADO' },
    });
    const row = await app.services.deps.db
      .selectFrom('auditoria')
      .where('accion', '=', 'CAMBIAR_ENTREGA')
      .where('entidadId', '=', String(cobro.id))
      .select(['antes', 'despues'])
      .executeTakeFirstOrThrow();
    expect(row).toEqual({
      antes: { entrega: 'POR_ENTREGAR' },
      despues: { entrega: 'ENTREGADO' },
    });
  });

  it.each([
    ['another state', { entrega: 'PERDIDO' }, 'entrega'],
    ['a note of 301', { entrega: 'ENVIADO', nota: 'x'.repeat(301) }, 'nota'],
  ])('refuse %s', async (_name, body, campo) => {
    const ventas = await app.as('VENTAS');
    const { problem } = await ventas.send('PUT', '/api/ventas-producto/1/entrega', body);
    expect(problem).toMatchObject({ status: 422, errores: [{ campo }] });
  });

  it('of what does not exist are not found', async () => {
    const ventas = await app.as('VENTAS');
    const { problem } = await ventas.send('PUT', '/api/ventas-producto/999999/entrega', {
      entrega: 'ENTREGADO',
    });
    expect(problem.code).toBe('NO_ENCONTRADO');
  });
});

describe('the list of kits sold', () => {
  it('goes from the oldest to the newest, and pages once over each', async () => {
    const ventas = await app.as('VENTAS');
    const { id } = await buildProducto(app, { stock: 20 });
    const sold: number[] = [];
    for (let i = 0; i < 5; i += 1) sold.push((await buildVentaDeKits(app, id)).id);
    for (const orden of ['creadoEn', '-creadoEn'] as const) {
      const seen: number[] = [];
      let cursor: string | undefined;
      do {
        const page = await ventas.ok(contract.listVentasProducto, {
          query: { producto: id, entrega: ['POR_ENTREGAR'], orden, limite: 2, cursor },
        });
        expect(page.total).toBe(5);
        seen.push(...page.items.map((v) => v.cobroId));
        cursor = page.siguiente ?? undefined;
      } while (cursor);
      expect(seen).toEqual(orden === 'creadoEn' ? sold : sold.toReversed());
    }
  });

  it('shows the last one handed over first, and nothing that is still to be', async () => {
    const ventas = await app.as('VENTAS');
    const { id } = await buildProducto(app, { stock: 20 });
    for (let i = 0; i < 4; i += 1) await buildVentaDeKits(app, id);
    const query = { producto: id };
    const { items } = await ventas.ok(contract.listVentasProducto, { query });
    const [a, b, c] = items.map((v) => v.id);
    const handed = [b ?? 0, c ?? 0, a ?? 0];
    for (const one of handed) {
      const body = { entrega: 'ENTREGADO' } as const;
      await ventas.ok(contract.setEntrega, { params: { id: one }, body });
    }
    const seen: number[] = [];
    let cursor: string | undefined;
    do {
      const page = await ventas.ok(contract.listVentasProducto, {
        query: { ...query, orden: '-entregaEn', limite: 2, cursor },
      });
      expect(page.total).toBe(3);
      seen.push(...page.items.map((v) => v.id));
      cursor = page.siguiente ?? undefined;
    } while (cursor);
    expect(seen).toEqual(handed.toReversed());
  });

  it('finds by cliente, taller, code and name, with the workshop where to hand over', async () => {
    const ventas = await app.as('VENTAS');
    const { id, nombre } = await buildProducto(app, { nombre: 'Kit de cianotipia' });
    const taller = await buildTaller(app, { titulo: 'Cianotipia' });
    const clienteId = await buildCliente(app);
    const cobro = await buildVentaDeKits(app, id, { tallerId: taller.id, clienteId });
    await buildVentaDeKits(app, id);
    const found = async (query: Record<string, unknown>) => {
      const { items, total } = await ventas.ok(contract.listVentasProducto, {
        query: { producto: id, ...query },
      });
      expect(items).toHaveLength(total);
      return items.map((v) => v.cobroId);
    };
    expect(await found({})).toHaveLength(2);
    for (const query of [{ cliente: clienteId }, { taller: taller.id }, { q: cobro.codigo }]) {
      expect(await found(query), JSON.stringify(query)).toEqual([cobro.id]);
    }
    expect(await found({ q: 'cianotipia maria' })).toHaveLength(2);
    const { items } = await ventas.ok(contract.listVentasProducto, {
      query: { taller: taller.id },
    });
    expect(items).toMatchObject([
      { nombre, taller: { id: taller.id, titulo: 'Cianotipia', iniciaEn: taller.iniciaEn } },
    ]);

    const seat = cobro.lineas.find((linea) => linea.tipo === 'TALLER');
    await app.services.deps.db
      .updateTable('inscripcion')
      .set({ anuladaEn: new Date().toISOString(), anuladaCausa: 'STAFF' })
      .where('id', '=', seat?.id ?? 0)
      .execute();
    expect(await found({ taller: taller.id }), 'an annulled seat is none').toEqual([]);
  });
});
