import { describe, expect, it } from 'vitest';
import * as contract from '#contract/cobros.ts';
import { anularInscripcion, createVenta } from '#contract/ventas.ts';
import { testApp } from '#tests/support/app.ts';
import {
  buildCliente,
  buildTaller,
  buildVenta,
  inDays,
  readEstado,
  readOcupados,
} from '#tests/support/builders.ts';
import { cobrosJobs } from './cobros.jobs.ts';

const app = testApp();
const pay = (monto: number, extra: Record<string, string> = {}) => ({
  monto,
  medio: 'TRANSFERENCIA' as const,
  ...extra,
});

describe('payments in parts', () => {
  it('goes PENDIENTE, ABONADO, PAGADO, with the person following', async () => {
    const ventas = await app.as('VENTAS');
    const clienteId = await buildCliente(app);
    const { id: tallerId } = await buildTaller(app, { precio: 40_000 });
    const cobro = await buildVenta(app, tallerId, { clienteId });
    expect(cobro).toMatchObject({ estado: 'PENDIENTE', saldo: 40_000, total: 40_000 });
    expect(await readEstado(app, clienteId)).toBe('PROSPECTO');

    const params = { id: cobro.id };
    const abono = await ventas.ok(contract.createPago, { params, body: pay(15_000) });
    expect(abono).toMatchObject({ estado: 'ABONADO', pagado: 15_000, saldo: 25_000 });
    expect(await readEstado(app, clienteId)).toBe('CLIENTE');

    const rest = await ventas.ok(contract.createPago, { params, body: pay(30_000) });
    expect(rest).toMatchObject({ estado: 'PAGADO', pagado: 45_000, saldo: 0, saldoAFavor: 5_000 });
    expect(rest.pagos.map((p) => p.registradoPor)).toEqual(['Persona VENTAS', 'Persona VENTAS']);
  });

  it('a free workshop is PAGADO at once and makes a CLIENTE', async () => {
    const clienteId = await buildCliente(app);
    const { id } = await buildTaller(app, { precio: 0 });
    expect(await buildVenta(app, id, { clienteId })).toMatchObject({ estado: 'PAGADO', total: 0 });
    expect(await readEstado(app, clienteId)).toBe('CLIENTE');
  });

  it('refuses a reference used before and says where, until it is reversed', async () => {
    const ventas = await app.as('VENTAS');
    const { id } = await buildTaller(app);
    const first = await buildVenta(app, id);
    const second = await buildVenta(app, id);
    const body = pay(10_000, { referencia: 'BCI 998877' });
    const paid = await ventas.ok(contract.createPago, { params: { id: first.id }, body });
    const again = await ventas.call(contract.createPago, { params: { id: second.id }, body });
    expect(again.problem).toMatchObject({ status: 409, code: 'REFERENCIA_DUPLICADA' });
    expect(again.problem.title).toContain(first.codigo);
    expect(again.problem.errores?.[0]?.campo).toBe('referencia');
    const untouched = await ventas.ok(contract.getCobro, { params: { id: second.id } });
    expect(untouched.pagos).toHaveLength(0);

    await ventas.ok(contract.createReverso, {
      params: { id: first.id, pagoId: paid.pagos[0]?.id ?? 0 },
      body: { nota: 'Era de la otra venta' },
    });
    const moved = await ventas.ok(contract.createPago, { params: { id: second.id }, body });
    expect(moved.pagado).toBe(10_000);
  });

  it('cash without a reference may repeat', async () => {
    const ventas = await app.as('VENTAS');
    const { id } = await buildTaller(app);
    const { id: cobroId } = await buildVenta(app, id);
    for (const _ of [1, 2]) {
      await ventas.ok(contract.createPago, {
        params: { id: cobroId },
        body: { monto: 5_000, medio: 'EFECTIVO' },
      });
    }
    const cobro = await ventas.ok(contract.getCobro, { params: { id: cobroId } });
    expect(cobro.pagado).toBe(10_000);
  });
});

describe('money going back', () => {
  it('a refund frees no seat; annulling does, and the last one makes PROSPECTO again', async () => {
    const ventas = await app.as('VENTAS');
    const clienteId = await buildCliente(app);
    const { id: tallerId } = await buildTaller(app, { precio: 40_000 });
    const cobro = await buildVenta(app, tallerId, { clienteId, pago: 40_000 });
    const params = { id: cobro.id };

    const annulled = await ventas.ok(contract.anularCobro, {
      params,
      body: { motivo: 'Se enfermó' },
    });
    expect(annulled).toMatchObject({ estado: 'ANULADO', total: 0, porReembolsar: 40_000 });
    expect(await readOcupados(app, tallerId)).toBe(0);
    expect(await readEstado(app, clienteId)).toBe('CLIENTE');

    const tooMuch = await ventas.call(contract.createReembolso, { params, body: pay(40_001) });
    expect(tooMuch.problem).toMatchObject({ status: 409, code: 'MONTO_EXCEDIDO' });
    const refunded = await ventas.ok(contract.createReembolso, { params, body: pay(40_000) });
    expect(refunded).toMatchObject({ estado: 'ANULADO', pagado: 0, porReembolsar: 0 });
    expect(await readEstado(app, clienteId)).toBe('PROSPECTO');
  });

  it('keeps CLIENTE who has another confirmed purchase', async () => {
    const ventas = await app.as('VENTAS');
    const clienteId = await buildCliente(app);
    const [a, b] = [await buildTaller(app), await buildTaller(app)];
    await buildVenta(app, a.id, { clienteId, pago: 40_000 });
    const other = await buildVenta(app, b.id, { clienteId, pago: 40_000 });
    const params = { id: other.id };
    await ventas.ok(contract.anularCobro, { params, body: { motivo: 'No puede' } });
    await ventas.ok(contract.createReembolso, { params, body: pay(40_000) });
    expect(await readEstado(app, clienteId)).toBe('CLIENTE');
  });

  it('a reversed payment never made a customer', async () => {
    const ventas = await app.as('VENTAS');
    const clienteId = await buildCliente(app);
    const { id } = await buildTaller(app);
    const cobro = await buildVenta(app, id, { clienteId, pago: 40_000 });
    const params = { id: cobro.id, pagoId: cobro.pagos[0]?.id ?? 0 };
    const body = { nota: 'Se registró en la venta equivocada' };
    const reversed = await ventas.ok(contract.createReverso, { params, body });
    expect(reversed).toMatchObject({ estado: 'PENDIENTE', pagado: 0 });
    expect(reversed.pagos.map((p) => [p.tipo, p.puede.reversar])).toEqual([
      ['PAGO', false],
      ['REVERSO', false],
    ]);
    expect(await readEstado(app, clienteId)).toBe('PROSPECTO');
    const foreign = await ventas.call(contract.createReverso, {
      params: { id: cobro.id, pagoId: 999_999 },
      body,
    });
    expect(foreign.status).toBe(404);
  });

  it('annulling one line of a mixed sale leaves the rest, and the excess in favour', async () => {
    const ventas = await app.as('VENTAS');
    const [a, b] = [
      await buildTaller(app, { precio: 30_000 }),
      await buildTaller(app, { precio: 20_000 }),
    ];
    const cobro = await ventas.ok(createVenta, {
      body: {
        clienteId: await buildCliente(app),
        lineas: [a, b].map((t) => ({ tipo: 'TALLER' as const, tallerId: t.id, cantidad: 1 })),
        pago: pay(50_000),
      },
    });
    const line = cobro.lineas.find((l) => l.tipo === 'TALLER' && l.tallerId === b.id);
    const after = await ventas.ok(anularInscripcion, {
      params: { id: line?.id ?? 0 },
      body: { motivo: 'Solo hará uno' },
    });
    expect(after).toMatchObject({ estado: 'PAGADO', total: 30_000, saldoAFavor: 20_000 });
    expect([await readOcupados(app, a.id), await readOcupados(app, b.id)]).toEqual([1, 0]);
  });
});

describe('holds', () => {
  const expire = () =>
    cobrosJobs(app.services.deps)
      .find((j) => j.name === 'vencer-reservas')
      ?.run({});

  it('the job annuls an unpaid hold past its time, and no other', async () => {
    const ventas = await app.as('VENTAS');
    const { id } = await buildTaller(app);
    const held = await buildVenta(app, id, { venceEn: inDays(1) });
    const part = await buildVenta(app, id, { venceEn: inDays(1), pago: 5_000 });
    const open = await buildVenta(app, id);
    const later = await buildVenta(app, id, { venceEn: inDays(5) });
    app.setNow(new Date(inDays(2)));
    await expire();
    const states = await Promise.all(
      [held, part, open, later].map(async (c) => {
        const cobro = await ventas.ok(contract.getCobro, { params: { id: c.id } });
        return [cobro.estado, cobro.lineas[0]?.anuladaCausa];
      }),
    );
    expect(states).toEqual([
      ['ANULADO', 'VENCIDO'],
      ['ABONADO', null],
      ['PENDIENTE', null],
      ['PENDIENTE', null],
    ]);
    expect(await readOcupados(app, id)).toBe(3);
  });

  it('an expired hold does not block a buyer before the job ran', async () => {
    const { id } = await buildTaller(app, { cupos: 1 });
    const held = await buildVenta(app, id, { venceEn: inDays(1) });
    app.setNow(new Date(inDays(2)));
    const buyer = await buildVenta(app, id);
    const ventas = await app.as('VENTAS');
    const old = await ventas.ok(contract.getCobro, { params: { id: held.id } });
    expect([buyer.estado, old.estado, old.vencidoEn !== null]).toEqual([
      'PENDIENTE',
      'ANULADO',
      true,
    ]);
    expect(await readOcupados(app, id)).toBe(1);
  });

  it('a late payment takes the seat again while there is one', async () => {
    const ventas = await app.as('VENTAS');
    const { id } = await buildTaller(app, { cupos: 1 });
    const held = await buildVenta(app, id, { venceEn: inDays(1) });
    app.setNow(new Date(inDays(2)));
    await expire();
    expect(await readOcupados(app, id)).toBe(0);
    const paid = await ventas.ok(contract.createPago, {
      params: { id: held.id },
      body: pay(40_000),
    });
    expect(paid).toMatchObject({ estado: 'PAGADO', total: 40_000, vencidoEn: null, alerta: null });
    expect(await readOcupados(app, id)).toBe(1);
  });

  it('a reversed payment does not let its hold expire on the spot', async () => {
    const ventas = await app.as('VENTAS');
    const { id } = await buildTaller(app);
    const held = await buildVenta(app, id, { venceEn: inDays(1), pago: 10_000 });
    app.setNow(new Date(inDays(2)));
    await ventas.ok(contract.createReverso, {
      params: { id: held.id, pagoId: held.pagos[0]?.id ?? 0 },
      body: { nota: 'Error' },
    });
    await expire();
    const after = await ventas.ok(contract.getCobro, { params: { id: held.id } });
    expect(after.estado).toBe('PENDIENTE');
  });

  it('an alert ends when the money is given back or someone resolves it', async () => {
    const ventas = await app.as('VENTAS');
    const { id } = await buildTaller(app, { cupos: 1 });
    const held = await buildVenta(app, id, { venceEn: inDays(1) });
    app.setNow(new Date(inDays(2)));
    await buildVenta(app, id);
    const params = { id: held.id };
    const late = await ventas.ok(contract.createPago, { params, body: pay(40_000) });
    expect(late).toMatchObject({ alerta: 'PAGO_SIN_CUPO', porReembolsar: 40_000 });
    const alerts = await ventas.ok(contract.listCobros, { query: { atencion: 'ALERTA' } });
    expect(alerts.items.map((c) => c.id)).toContain(held.id);
    const solved = await ventas.ok(contract.createReembolso, { params, body: pay(40_000) });
    expect(solved).toMatchObject({ alerta: null, porReembolsar: 0, pagado: 0 });
  });
});

describe('bad input', () => {
  it.each([
    ['negative money', { monto: -1, medio: 'EFECTIVO' }, 'monto'],
    ['no money', { monto: 0, medio: 'EFECTIVO' }, 'monto'],
    ['cents', { monto: 1000.5, medio: 'EFECTIVO' }, 'monto'],
    ['text', { monto: '1000', medio: 'EFECTIVO' }, 'monto'],
    ['too much', { monto: 1_000_000_001, medio: 'EFECTIVO' }, 'monto'],
    ['an unknown way', { monto: 1000, medio: 'CHEQUE' }, 'medio'],
    ['no way', { monto: 1000 }, 'medio'],
    ['an unknown field', { monto: 1000, medio: 'EFECTIVO', propina: 1 }, 'propina'],
    ['the future', { monto: 1000, medio: 'EFECTIVO', fecha: inDays(2) }, 'fecha'],
    ['a date that is none', { monto: 1000, medio: 'EFECTIVO', fecha: 'ayer' }, 'fecha'],
    ['a control character', { monto: 1000, medio: 'EFECTIVO', nota: 'a\u0000b' }, 'nota'],
  ])('refuses %s and writes nothing', async (_name, body, campo) => {
    const ventas = await app.as('VENTAS');
    const { id } = await buildTaller(app);
    const cobro = await buildVenta(app, id);
    const { problem } = await ventas.send('POST', `/api/cobros/${cobro.id}/pagos`, body);
    expect([problem.status, problem.errores?.[0]?.campo]).toEqual([422, campo]);
    const after = await ventas.ok(contract.getCobro, { params: { id: cobro.id } });
    expect(after.pagos).toHaveLength(0);
  });

  it('knows no payment of an unknown Cobro', async () => {
    const ventas = await app.as('VENTAS');
    for (const id of [999_999, 'x', '1e3', '-1', '99999999999999999999']) {
      const reply = await ventas.call(contract.createPago, { params: { id }, body: pay(1_000) });
      expect(reply.problem).toMatchObject({ status: 404, code: 'NO_ENCONTRADO' });
    }
  });
});
