import { describe, expect, it } from 'vitest';
import { listCobros } from '#contract/cobros.ts';
import { testApp } from '#tests/support/app.ts';
import { buildCliente, buildTaller, buildVenta } from '#tests/support/builders.ts';

const app = testApp();

describe('the list of sales', () => {
  it('goes by when they were made, newest first, and pages once over each', async () => {
    const ventas = await app.as('VENTAS');
    const { id } = await buildTaller(app, { cupos: 20 });
    const hours = [3, 1, 5, 1, 4, 2];
    const ids: number[] = [];
    for (const h of hours) {
      app.setNow(new Date(Date.now() + h * 3_600_000));
      ids.push((await buildVenta(app, id)).id);
    }
    await app.services.deps.db
      .updateTable('cobro')
      .set({ creadoEn: '2026-01-01T10:00:00.000Z' })
      .where('id', 'in', ids.slice(3, 5))
      .execute();
    const seen: { id: number; creadoEn: string }[] = [];
    let cursor: string | undefined;
    do {
      const page = await ventas.ok(listCobros, { query: { taller: id, limite: 2, cursor } });
      expect(page.total).toBe(hours.length);
      seen.push(...page.items);
      cursor = page.siguiente ?? undefined;
    } while (cursor);
    expect(seen.map((c) => c.creadoEn)).toEqual(
      seen
        .map((c) => c.creadoEn)
        .toSorted()
        .toReversed(),
    );
    expect(seen.map((c) => c.id).toSorted()).toEqual(ids.toSorted());
  });

  it('finds by reference, by person, by state and by what needs attention', async () => {
    const ventas = await app.as('VENTAS');
    const { id } = await buildTaller(app, { precio: 40_000 });
    const clienteId = await buildCliente(app);
    const over = await buildVenta(app, id, { clienteId, pago: 50_000 });
    await buildVenta(app, id);
    const ask = async (query: Parameters<typeof ventas.ok<typeof listCobros>>[1]['query']) =>
      (await ventas.ok(listCobros, { query: { ...query, taller: id } })).items.map((c) => c.id);
    expect(await ask({ q: over.codigo.slice(0, 6).toLowerCase() })).toEqual([over.id]);
    expect(await ask({ cliente: clienteId })).toEqual([over.id]);
    expect(await ask({ estado: ['PAGADO'] })).toEqual([over.id]);
    expect(await ask({ atencion: 'POR_REEMBOLSAR' })).toEqual([over.id]);
    expect(await ask({ q: 'nadie con este nombre' })).toEqual([]);
    const foreign = await ventas.call(listCobros, { query: { cursor: 'xyz' } });
    expect(foreign.problem.code).toBe('CURSOR_INVALIDO');
  });
});
