import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { anularCobro, createPago, createReembolso, createReverso } from '#contract/cobros.ts';
import { getTablero, type Periodo, type Tablero } from '#contract/reportes.ts';
import { anularTaller, createVenta } from '#contract/ventas.ts';
import { testApp } from '#tests/support/app.ts';
import { buildCliente, buildCurso, buildTaller, buildVenta } from '#tests/support/builders.ts';

const app = testApp();

// 10 May 2024, 11:00 in Santiago.
const HOY = new Date('2024-05-10T15:00:00Z');

const tablero = async (periodo: Periodo = 'MES'): Promise<Tablero> =>
  (await app.as('MARKETING')).ok(getTablero, { query: { periodo } });

async function pay(cobroId: number, monto: number, fecha: string) {
  const ventas = await app.as('VENTAS');
  return ventas.ok(createPago, {
    params: { id: cobroId },
    body: { monto, medio: 'EFECTIVO', fecha },
  });
}

/** What a figure gained while the work was done. */
async function gain(work: () => Promise<unknown>, periodo: Periodo = 'MES') {
  const before = await tablero(periodo);
  await work();
  const after = await tablero(periodo);
  const mes = (t: Tablero, name: string) =>
    t.ingresosMensuales.find((m) => m.mes === name)?.ingresos ?? 0;
  return {
    ingresos: after.ingresos.valor - before.ingresos.valor,
    ingresosAntes: (after.ingresos.anterior ?? 0) - (before.ingresos.anterior ?? 0),
    abril: mes(after, '2024-04') - mes(before, '2024-04'),
    mayo: mes(after, '2024-05') - mes(before, '2024-05'),
    activos: after.estudiantesActivos.valor - before.estudiantesActivos.valor,
    activosAntes:
      (after.estudiantesActivos.anterior ?? 0) - (before.estudiantesActivos.anterior ?? 0),
    leads: after.nuevosLeads.valor - before.nuevosLeads.valor,
    leadsAntes: (after.nuevosLeads.anterior ?? 0) - (before.nuevosLeads.anterior ?? 0),
  };
}

beforeAll(() => app.setNow(HOY));
beforeEach(() => app.setNow(HOY));

it('of an empty business is all zeros, with twelve months that end with the present one', async () => {
  const empty = await tablero();
  expect(empty.periodo).toEqual({ desde: '2024-05-01', hasta: '2024-05-10' });
  expect(empty.anterior).toEqual({ desde: '2024-04-01', hasta: '2024-04-10' });
  for (const cifra of [empty.ingresos, empty.estudiantesActivos, empty.nuevosLeads]) {
    expect(cifra).toMatchObject({ valor: 0, anterior: 0 });
    expect(cifra.definicion).toContain('el mes anterior hasta el mismo día');
  }
  expect(empty.ingresosMensuales).toHaveLength(12);
  expect(empty.ingresosMensuales[0]).toEqual({ mes: '2023-06', ingresos: 0, anterior: 0 });
  expect(empty.ingresosMensuales.at(-1)).toEqual({ mes: '2024-05', ingresos: 0, anterior: 0 });
});

describe('ingresos', () => {
  it('fall in the local month: 30 April 23:30 in Santiago is April', async () => {
    const taller = await buildTaller(app);
    const { id } = await buildVenta(app, taller.id);
    const late = await gain(() => pay(id, 1_000, '2024-05-01T03:30:00Z'));
    expect(late).toMatchObject({ abril: 1_000, mayo: 0, ingresos: 0, ingresosAntes: 0 });
    const midnight = await gain(() => pay(id, 2_000, '2024-05-01T04:00:00Z'));
    expect(midnight).toMatchObject({ abril: 0, mayo: 2_000, ingresos: 2_000 });
  });

  it('compare a month with the one before up to the same day', async () => {
    const taller = await buildTaller(app);
    const { id } = await buildVenta(app, taller.id);
    const same = await gain(() => pay(id, 500, '2024-04-10T20:00:00Z'));
    expect(same).toMatchObject({ abril: 500, ingresosAntes: 500 });
    const after = await gain(() => pay(id, 700, '2024-04-11T20:00:00Z'));
    expect(after).toMatchObject({ abril: 700, ingresosAntes: 0 });
    const whole = await tablero('MES_ANTERIOR');
    const abril = whole.ingresosMensuales.find((m) => m.mes === '2024-04');
    expect(whole.ingresos.valor).toBe(abril?.ingresos);
  });

  it('are payments less refunds and reversals, each on its own day', async () => {
    const ventas = await app.as('VENTAS');
    const taller = await buildTaller(app);
    const { id } = await buildVenta(app, taller.id);
    await pay(id, 30_000, '2024-04-05T15:00:00Z');
    const refund = await gain(() =>
      ventas.ok(createReembolso, {
        params: { id },
        body: { monto: 4_000, medio: 'TRANSFERENCIA', fecha: '2024-05-02T15:00:00Z' },
      }),
    );
    expect(refund).toMatchObject({ ingresos: -4_000, mayo: -4_000, abril: 0 });
    const { pagos } = await pay(id, 9_000, '2024-05-03T15:00:00Z');
    const pagoId = pagos.find((p) => p.monto === 9_000)?.id ?? 0;
    const reverse = await gain(() =>
      ventas.ok(createReverso, { params: { id, pagoId }, body: { nota: 'Mal registrado' } }),
    );
    expect(reverse).toMatchObject({ ingresos: -9_000, mayo: -9_000 });
  });

  it('of the year are compared with the year before to the same day', async () => {
    const taller = await buildTaller(app);
    const { id } = await buildVenta(app, taller.id);
    const year = await gain(() => pay(id, 1_000, '2023-05-10T15:00:00Z'), 'ANO');
    expect(year).toMatchObject({ ingresos: 0, ingresosAntes: 1_000 });
    const later = await gain(() => pay(id, 1_000, '2023-05-11T15:00:00Z'), 'ANO');
    expect(later).toMatchObject({ ingresos: 0, ingresosAntes: 0 });
  });
});

describe('estudiantes activos', () => {
  it('are also persons with access to a course today, until its window ends', async () => {
    const ventas = await app.as('VENTAS');
    const curso = await buildCurso(app, { diasAcceso: 5 });
    const taller = await buildTaller(app);
    const clienteId = await buildCliente(app);
    const lineas = [{ tipo: 'CURSO' as const, cursoId: curso.id }];
    let cobroId = 0;
    const reserved = await gain(async () => {
      cobroId = (await ventas.ok(createVenta, { body: { clienteId, lineas } })).id;
    });
    expect(reserved.activos).toBe(0);
    const paid = await gain(() => pay(cobroId, 60_000, HOY.toISOString()));
    expect(paid.activos).toBe(1);
    const seat = await gain(() => buildVenta(app, taller.id, { clienteId, pago: 40_000 }));
    expect(seat.activos).toBe(0);

    const alone = await buildCliente(app);
    const body = { clienteId: alone, lineas, pago: { monto: 60_000, medio: 'EFECTIVO' as const } };
    expect((await gain(() => ventas.ok(createVenta, { body }))).activos).toBe(1);
    const last = (await tablero()).estudiantesActivos.valor;
    app.setNow(new Date(HOY.getTime() + 6 * 86_400_000));
    expect((await tablero()).estudiantesActivos.valor).toBe(last - 1);
  });

  it('are persons with money on a live seat, each counted once', async () => {
    const [a, b] = [await buildTaller(app), await buildTaller(app)];
    const clienteId = await buildCliente(app);
    const pending = await gain(() => buildVenta(app, a.id, { clienteId }));
    expect(pending.activos).toBe(0);
    const abono = await gain(() => buildVenta(app, b.id, { clienteId, pago: 1_000 }));
    expect(abono.activos).toBe(1);
    const other = await buildTaller(app);
    const twice = await gain(() => buildVenta(app, other.id, { clienteId, pago: 40_000 }));
    expect(twice.activos).toBe(0);
    const free = await buildTaller(app, { precio: 0 });
    expect((await gain(() => buildVenta(app, free.id))).activos).toBe(1);
  });

  it('stop being so when their seat or its taller is annulled', async () => {
    const [a, b] = [await buildTaller(app), await buildTaller(app)];
    const { id } = await buildVenta(app, a.id, { pago: 40_000 });
    await buildVenta(app, b.id, { pago: 40_000 });
    const admin = await app.as('ADMIN');
    const one = await gain(() =>
      admin.ok(anularCobro, { params: { id }, body: { motivo: 'Se enfermó' } }),
    );
    expect(one.activos).toBe(-1);
    const all = await gain(() =>
      admin.ok(anularTaller, {
        params: { id: b.id },
        body: { motivo: 'Sin profesora', version: b.version },
      }),
    );
    expect(all.activos).toBe(-1);
  });

  it('were in a taller of the last 90 local days', async () => {
    const { db } = app.services.deps;
    const taller = await buildTaller(app);
    await buildVenta(app, taller.id, { pago: 40_000 });
    const moveTo = (iniciaEn: string) =>
      db
        .updateTable('taller')
        .set({ iniciaEn, terminaEn: '2030-01-01T00:00:00Z' })
        .where('id', '=', taller.id)
        .execute();
    // Ninety days before 10 May begin at 10 February, 00:00 in Santiago.
    expect((await gain(() => moveTo('2024-02-10T03:00:00Z'))).activos).toBe(0);
    expect((await gain(() => moveTo('2024-02-10T02:59:59Z'))).activos).toBe(-1);
  });

  it('of the period before are counted as things stood at its end', async () => {
    const taller = await buildTaller(app);
    app.setNow(new Date('2024-04-09T15:00:00Z'));
    const early = await buildVenta(app, taller.id);
    const late = await buildVenta(app, taller.id);
    app.setNow(HOY);
    const first = await gain(() => pay(early.id, 5_000, '2024-04-10T12:00:00Z'));
    expect(first).toMatchObject({ activos: 1, activosAntes: 1 });
    const second = await gain(() => pay(late.id, 5_000, '2024-04-11T12:00:00Z'));
    expect(second).toMatchObject({ activos: 1, activosAntes: 0 });
    const admin = await app.as('ADMIN');
    const annulled = await gain(() =>
      admin.ok(anularCobro, { params: { id: early.id }, body: { motivo: 'Ya no puede' } }),
    );
    expect(annulled).toMatchObject({ activos: -1, activosAntes: 0 });
  });
});

describe('nuevos leads', () => {
  it('are those captured in the period, by local date', async () => {
    const { db } = app.services.deps;
    const capture = (creadoEn: string) => async () => {
      const id = await buildCliente(app);
      await db.updateTable('cliente').set({ creadoEn }).where('id', '=', id).execute();
    };
    expect(await gain(capture('2024-05-01T04:00:00Z'))).toMatchObject({ leads: 1, leadsAntes: 0 });
    expect(await gain(capture('2024-05-01T03:59:59Z'))).toMatchObject({ leads: 0, leadsAntes: 0 });
    expect(await gain(capture('2024-04-10T12:00:00Z'))).toMatchObject({ leads: 0, leadsAntes: 1 });
  });
});

it('never answers with what was before a write, however many read meanwhile', async () => {
  const taller = await buildTaller(app);
  const { id } = await buildVenta(app, taller.id, { cantidad: 5 });
  for (let i = 1; i <= 8; i += 1) {
    const before = (await tablero()).ingresos.valor;
    const readers = Promise.all([tablero(), tablero(), tablero()]);
    await pay(id, 100 + i, '2024-05-09T15:00:00Z');
    expect((await tablero()).ingresos.valor).toBe(before + 100 + i);
    for (const seen of await readers) {
      expect([before, before + 100 + i]).toContain(seen.ingresos.valor);
    }
  }
});
