import { describe, expect, it } from 'vitest';
import { createReembolso, getCobro } from '#contract/cobros.ts';
import { getTaller } from '#contract/talleres.ts';
import * as contract from '#contract/ventas.ts';
import { testApp } from '#tests/support/app.ts';
import {
  buildCliente,
  buildTaller,
  buildVenta,
  inDays,
  readEstado,
  readOcupados,
} from '#tests/support/builders.ts';

const app = testApp();
const linea = (tallerId: number, extra: object = {}) => ({
  tipo: 'TALLER' as const,
  tallerId,
  cantidad: 1,
  ...extra,
});

describe('a sale by staff', () => {
  it('freezes the price, takes the discount with its reason, and splits IVA only where it is due', async () => {
    const ventas = await app.as('VENTAS');
    const exempt = await buildTaller(app, { precio: 40_000 });
    const taxed = await buildTaller(app, { precio: 11_900, afectoIva: true });
    const cobro = await ventas.ok(contract.createVenta, {
      body: {
        clienteId: await buildCliente(app),
        lineas: [
          linea(exempt.id, { cantidad: 2, descuento: 10_000, descuentoMotivo: 'Pareja' }),
          linea(taxed.id),
        ],
      },
    });
    expect(cobro).toMatchObject({
      total: 81_900,
      saldo: 81_900,
      estado: 'PENDIENTE',
      canal: 'STAFF',
    });
    expect(cobro.codigo).toMatch(/^[2-9A-HJKMNP-Z]{4}-[2-9A-HJKMNP-Z]{4}$/);
    expect(cobro.lineas.map(({ total, neto, iva, exento }) => [total, neto, iva, exento])).toEqual([
      [70_000, 0, 0, 70_000],
      [11_900, 10_000, 1_900, 0],
    ]);
    expect(cobro.venceEn).toBeNull();
  });

  it('with a full discount is PAGADO at once', async () => {
    const ventas = await app.as('VENTAS');
    const { id } = await buildTaller(app, { precio: 40_000 });
    const cobro = await ventas.ok(contract.createVenta, {
      body: {
        clienteId: await buildCliente(app),
        lineas: [linea(id, { descuento: 40_000, descuentoMotivo: 'Beca' })],
      },
    });
    expect(cobro).toMatchObject({ total: 0, estado: 'PAGADO' });
  });

  it('takes all its lines or none', async () => {
    const ventas = await app.as('VENTAS');
    const [free, full] = [await buildTaller(app), await buildTaller(app, { cupos: 1 })];
    await buildVenta(app, full.id);
    const clienteId = await buildCliente(app);
    const reply = await ventas.call(contract.createVenta, {
      body: { clienteId, lineas: [linea(free.id), linea(full.id)] },
    });
    expect(reply.problem).toMatchObject({ status: 409, code: 'SIN_CUPOS' });
    expect(await readOcupados(app, free.id)).toBe(0);
    expect(await readEstado(app, clienteId)).toBe('LEAD');
  });

  it('lets one person hold one live seat a taller, and sells anew after an annulment', async () => {
    const ventas = await app.as('VENTAS');
    const { id } = await buildTaller(app);
    const clienteId = await buildCliente(app);
    const first = await buildVenta(app, id, { clienteId });
    const body = { clienteId, lineas: [linea(id)] };
    const twice = await ventas.call(contract.createVenta, { body });
    expect(twice.problem).toMatchObject({ status: 409, code: 'YA_INSCRITO' });
    await ventas.ok(contract.anularInscripcion, {
      params: { id: first.lineas[0]?.id ?? 0 },
      body: { motivo: 'Cambió de idea' },
    });
    await ventas.ok(contract.createVenta, { body });
    expect(await readOcupados(app, id)).toBe(1);
  });

  it.each([
    ['an unknown client', { clienteId: 999_999 }, 'clienteId'],
    ['no lines', { lineas: [] }, 'lineas'],
    ['an unknown taller', { lineas: [linea(999_999)] }, 'lineas.0.tallerId'],
    ['a kind that does not exist', { lineas: [{ ...linea(1), tipo: 'VIAJE' }] }, 'lineas.0.tipo'],
    ['no seats', { lineas: [linea(1, { cantidad: 0 })] }, 'lineas.0.cantidad'],
    ['half a seat', { lineas: [linea(1, { cantidad: 1.5 })] }, 'lineas.0.cantidad'],
    [
      'a price of its own',
      { lineas: [linea(1, { precioUnitario: 1 })] },
      'lineas.0.precioUnitario',
    ],
    ['a hold in the past', { venceEn: inDays(-1) }, 'venceEn'],
  ])('refuses %s', async (_name, wrong, campo) => {
    const ventas = await app.as('VENTAS');
    const { id } = await buildTaller(app);
    const good = { clienteId: await buildCliente(app), lineas: [linea(id)] };
    const { problem } = await ventas.send('POST', '/api/ventas', { ...good, ...wrong });
    expect([problem.status, problem.errores?.[0]?.campo]).toEqual([422, campo]);
    expect(await readOcupados(app, id)).toBe(0);
  });

  it('refuses a discount without reason or above the price, and the same taller twice', async () => {
    const ventas = await app.as('VENTAS');
    const { id } = await buildTaller(app, { precio: 40_000 });
    const clienteId = await buildCliente(app);
    const refused = async (...lineas: object[]) =>
      (await ventas.send('POST', '/api/ventas', { clienteId, lineas })).problem.errores?.[0]?.campo;
    expect(await refused(linea(id, { descuento: 1 }))).toBe('lineas.0.descuentoMotivo');
    expect(await refused(linea(id, { descuento: 40_001, descuentoMotivo: 'x' }))).toBe(
      'lineas.0.descuento',
    );
    expect(await refused(linea(id), linea(id))).toBe('lineas.1.tallerId');
    const many = [{ nombres: 'Ana' }, { nombres: 'Luz' }];
    expect(await refused(linea(id, { asistentes: many }))).toBe('lineas.0.asistentes');
  });
});

describe('attendees', () => {
  it('are named later, seat by seat, never more than the seats', async () => {
    const ventas = await app.as('VENTAS');
    const { id } = await buildTaller(app);
    const cobro = await buildVenta(app, id, { cantidad: 3 });
    const params = { id: cobro.lineas[0]?.id ?? 0 };
    const named = await ventas.ok(contract.setAsistentes, {
      params,
      body: { asistentes: [{ nombres: 'Ana', apellidos: 'Ñáñez' }, null, { nombres: 'Luz' }] },
    });
    expect(named.asistentes.map((a) => [a.puesto, a.nombres])).toEqual([
      [1, 'Ana'],
      [3, 'Luz'],
    ]);
    const four = await ventas.call(contract.setAsistentes, {
      params,
      body: { asistentes: Array.from({ length: 4 }, () => ({ nombres: 'X' })) },
    });
    expect(four.problem.errores?.[0]?.campo).toBe('asistentes');
    const list = await ventas.ok(contract.listInscripcionesDeTaller, { params: { id } });
    expect(list.items[0]).toMatchObject({ cantidad: 3, estado: 'PENDIENTE', saldo: 120_000 });
    expect(list.items[0]?.asistentes).toHaveLength(2);
  });
});

describe('moving to another taller', () => {
  it('changes both counters, keeps the price, and leaves the old seat to others', async () => {
    const ventas = await app.as('VENTAS');
    const from = await buildTaller(app, { precio: 40_000 });
    const to = await buildTaller(app, { precio: 90_000, cupos: 2 });
    const cobro = await buildVenta(app, from.id, { cantidad: 2, pago: 40_000 });
    const params = { id: cobro.lineas[0]?.id ?? 0 };
    const moved = await ventas.ok(contract.trasladarInscripcion, {
      params,
      body: { tallerId: to.id },
    });
    expect(moved).toMatchObject({ total: 80_000, pagado: 40_000, estado: 'ABONADO' });
    expect(moved.lineas).toMatchObject([{ tipo: 'TALLER', tallerId: to.id }]);
    expect([await readOcupados(app, from.id), await readOcupados(app, to.id)]).toEqual([0, 2]);
    const same = await ventas.call(contract.trasladarInscripcion, {
      params,
      body: { tallerId: to.id },
    });
    expect(same.problem.errores?.[0]?.campo).toBe('tallerId');
  });

  it('changes neither when there is no room, or the person is there already', async () => {
    const ventas = await app.as('VENTAS');
    const clienteId = await buildCliente(app);
    const [from, full, there] = [
      await buildTaller(app),
      await buildTaller(app, { cupos: 1 }),
      await buildTaller(app),
    ];
    await buildVenta(app, full.id);
    await buildVenta(app, there.id, { clienteId });
    const cobro = await buildVenta(app, from.id, { clienteId });
    const move = (tallerId: number) =>
      ventas.call(contract.trasladarInscripcion, {
        params: { id: cobro.lineas[0]?.id ?? 0 },
        body: { tallerId },
      });
    expect((await move(full.id)).problem.code).toBe('SIN_CUPOS');
    expect((await move(there.id)).problem.code).toBe('YA_INSCRITO');
    const counts = await Promise.all([from, full, there].map((t) => readOcupados(app, t.id)));
    expect(counts).toEqual([1, 1, 1]);
  });
});

describe('annulling a whole taller', () => {
  it('annuls every sale, lists what is to be given back, and repeats without effect', async () => {
    const ventas = await app.as('VENTAS');
    const taller = await buildTaller(app, { precio: 40_000 });
    const [paid, part, pending] = [
      await buildVenta(app, taller.id, { pago: 40_000, cantidad: 1 }),
      await buildVenta(app, taller.id, { pago: 15_000, cantidad: 2 }),
      await buildVenta(app, taller.id),
    ];
    const request = {
      params: { id: taller.id },
      body: { motivo: 'El relator se enfermó', version: taller.version },
    };
    const result = await ventas.ok(contract.anularTaller, request);
    expect(result.anuladas).toBe(3);
    expect(result.taller).toMatchObject({ estado: 'ANULADO', cuposOcupados: 0 });
    expect(result.porReembolsar.map((c) => [c.id, c.porReembolsar])).toEqual([
      [paid.id, 40_000],
      [part.id, 15_000],
    ]);
    expect((await ventas.ok(contract.anularTaller, request)).anuladas).toBe(0);

    await ventas.ok(createReembolso, {
      params: { id: paid.id },
      body: { monto: 40_000, medio: 'TRANSFERENCIA' },
    });
    const left = await ventas.ok(contract.listPorReembolsar, { params: { id: taller.id } });
    expect([left.items.length, left.total]).toEqual([1, 15_000]);
    const line = (await ventas.ok(getCobro, { params: { id: pending.id } })).lineas[0];
    expect(line).toMatchObject({
      anuladaCausa: 'TALLER_ANULADO',
      anuladaMotivo: 'El relator se enfermó',
    });
    const late = await ventas.call(contract.createVenta, {
      body: { clienteId: await buildCliente(app), lineas: [linea(taller.id)] },
    });
    expect(late.problem.code).toBe('TALLER_NO_DISPONIBLE');
  });

  it('asked many times at once happens once, with one reason', async () => {
    const ventas = await app.as('VENTAS');
    const taller = await buildTaller(app);
    for (let i = 0; i < 4; i += 1) await buildVenta(app, taller.id);
    const replies = await Promise.all(
      Array.from({ length: 6 }, (_, i) =>
        ventas.call(contract.anularTaller, {
          params: { id: taller.id },
          body: { motivo: `Motivo ${i}`, version: taller.version },
        }),
      ),
    );
    expect(replies.map((r) => r.status)).toEqual([200, 200, 200, 200, 200, 200]);
    expect(replies.reduce((sum, r) => sum + r.body.anuladas, 0)).toBe(4);
    expect(new Set(replies.map((r) => r.body.taller.anuladoMotivo)).size).toBe(1);
    const { db } = app.services.deps;
    const audited = await db
      .selectFrom('auditoria')
      .select('id')
      .where('entidad', '=', 'TALLER')
      .where('entidadId', '=', String(taller.id))
      .where('accion', '=', 'ANULAR')
      .execute();
    expect(audited).toHaveLength(1);
    expect(await readOcupados(app, taller.id)).toBe(0);
  });

  it('while people enrol at the same time leaves no live seat behind', async () => {
    const ventas = await app.as('VENTAS');
    const taller = await buildTaller(app, { cupos: 100 });
    const clientes = await Promise.all(Array.from({ length: 40 }, () => buildCliente(app)));
    const sell = (clienteId: number) =>
      ventas.call(contract.createVenta, { body: { clienteId, lineas: [linea(taller.id)] } });
    const first = clientes.slice(0, 10).map(sell);
    await Promise.all(first);
    const [annulled, ...rest] = await Promise.all([
      ventas.call(contract.anularTaller, {
        params: { id: taller.id },
        body: { motivo: 'Se suspende', version: taller.version },
      }),
      ...clientes.slice(10).map(sell),
    ]);
    expect(annulled?.status).toBe(200);
    expect(rest.every((r) => r.status === 201 || r.status === 409)).toBe(true);
    const list = await ventas.ok(contract.listInscripcionesDeTaller, { params: { id: taller.id } });
    expect(list.items).toHaveLength(0);
    expect(await ventas.ok(getTaller, { params: { id: taller.id } })).toMatchObject({
      estado: 'ANULADO',
      cuposOcupados: 0,
    });
  });
});
