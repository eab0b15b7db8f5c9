import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import * as cobros from '#contract/cobros.ts';
import { createInscripcionPublica } from '#contract/publico.ts';
import {
  anularInscripcion,
  anularTaller,
  createVenta,
  trasladarInscripcion,
} from '#contract/ventas.ts';
import { type TestApp, testApp } from '#tests/support/app.ts';
import {
  buildCliente,
  buildPersona,
  buildTaller,
  buildVenta,
  inDays,
  readOcupados,
} from '#tests/support/builders.ts';

const app = testApp();
const times = <T>(n: number, work: (i: number) => Promise<T>) =>
  Promise.all(Array.from({ length: n }, (_, i) => work(i)));
const tally = (replies: { status: number }[]) =>
  Object.fromEntries(
    [...Map.groupBy(replies, (r) => r.status)].map(([status, list]) => [status, list.length]),
  );

async function liveSeats(where: TestApp, tallerId: number): Promise<number> {
  const row = await where.services.deps.db
    .selectFrom('inscripcion')
    .where('tallerId', '=', tallerId)
    .where('anuladaEn', 'is', null)
    .select((eb) => eb.fn.coalesce(eb.fn.sum<number>('cantidad'), eb.lit(0)).as('n'))
    .executeTakeFirstOrThrow();
  return Number(row.n);
}

async function expectSeats(tallerId: number, seats: number) {
  expect(await readOcupados(app, tallerId)).toBe(seats);
  expect(await liveSeats(app, tallerId)).toBe(seats);
}

describe('seats never oversell', () => {
  it('200 visitors at once for 30 seats: 30 get one, the others SIN_CUPOS', async () => {
    const { id, slug } = await buildTaller(app, { cupos: 30 });
    const visitor = await app.as('VISITANTE');
    const replies = await times(200, () =>
      visitor.call(createInscripcionPublica, { params: { slug }, body: buildPersona() }),
    );
    expect(tally(replies)).toEqual({ 201: 30, 409: 170 });
    const refused = replies.filter((r) => r.status === 409);
    expect(new Set(refused.map((r) => r.problem.code))).toEqual(new Set(['SIN_CUPOS']));
    await expectSeats(id, 30);
    const leftovers = await app.services.deps.db
      .selectFrom('cliente')
      .where('estado', '=', 'LEAD')
      .select((eb) => eb.fn.countAll<number>().as('n'))
      .executeTakeFirstOrThrow();
    expect(leftovers.n, 'a refused visitor leaves nothing behind').toBe(0);
  });

  it('groups of 3 for 20 seats: 6 groups, and 2 seats stay free', async () => {
    const { id, slug } = await buildTaller(app, { cupos: 20 });
    const visitor = await app.as('VISITANTE');
    const replies = await times(40, () =>
      visitor.call(createInscripcionPublica, {
        params: { slug },
        body: { ...buildPersona(), cantidad: 3 },
      }),
    );
    expect(tally(replies)).toEqual({ 201: 6, 409: 34 });
    await expectSeats(id, 18);
  });

  it('sales of A,B and of B,A at once all end, each whole or not at all', async () => {
    const a = await buildTaller(app, { cupos: 12 });
    const b = await buildTaller(app, { cupos: 8 });
    const ventas = await app.as('VENTAS');
    const replies = await times(30, async (i) => {
      const clienteId = await buildCliente(app);
      const lineas = [a, b].map((t) => ({ tipo: 'TALLER' as const, tallerId: t.id, cantidad: 1 }));
      return ventas.call(createVenta, {
        body: { clienteId, lineas: i % 2 ? lineas : lineas.toReversed() },
      });
    });
    expect(tally(replies)).toEqual({ 201: 8, 409: 22 });
    await expectSeats(a.id, 8);
    await expectSeats(b.id, 8);
  });

  it('the same person twice at once holds one live seat', async () => {
    const { id, slug } = await buildTaller(app);
    const visitor = await app.as('VISITANTE');
    const body = buildPersona();
    const replies = await times(8, () =>
      visitor.call(createInscripcionPublica, { params: { slug }, body }),
    );
    expect(tally(replies)).toEqual({ 201: 1, 409: 7 });
    await expectSeats(id, 1);
  });
});

describe('giving back', () => {
  it('20 annulments of one sale at once free its seats once', async () => {
    const { id } = await buildTaller(app, { cupos: 10 });
    await buildVenta(app, id, { cantidad: 2 });
    const cobro = await buildVenta(app, id, { cantidad: 3 });
    const ventas = await app.as('VENTAS');
    const inscripcionId = cobro.lineas[0]?.id ?? 0;
    const replies = await times(20, (i) =>
      i % 2
        ? ventas.call(cobros.anularCobro, {
            params: { id: cobro.id },
            body: { motivo: 'No viene' },
          })
        : ventas.call(anularInscripcion, {
            params: { id: inscripcionId },
            body: { motivo: 'No viene' },
          }),
    );
    expect(tally(replies)).toEqual({ 200: 20 });
    expect(new Set(replies.map((r) => r.body.estado))).toEqual(new Set(['ANULADO']));
    await expectSeats(id, 2);
  });

  it('two refunds at once never give back more than was paid', async () => {
    const { id } = await buildTaller(app, { precio: 50_000 });
    const cobro = await buildVenta(app, id, { pago: 50_000 });
    const ventas = await app.as('VENTAS');
    const replies = await times(2, () =>
      ventas.call(cobros.createReembolso, {
        params: { id: cobro.id },
        body: { monto: 30_000, medio: 'TRANSFERENCIA' },
      }),
    );
    expect(tally(replies)).toEqual({ 201: 1, 409: 1 });
    expect(replies.find((r) => r.status === 409)?.problem.code).toBe('MONTO_EXCEDIDO');
    const after = await ventas.ok(cobros.getCobro, { params: { id: cobro.id } });
    expect(after).toMatchObject({ pagado: 20_000, estado: 'ABONADO' });
    await expectSeats(id, 1);
  });

  it('a payment reversed ten times at once is reversed once', async () => {
    const { id } = await buildTaller(app, { precio: 50_000 });
    const cobro = await buildVenta(app, id, { pago: 20_000 });
    const ventas = await app.as('VENTAS');
    const params = { id: cobro.id, pagoId: cobro.pagos[0]?.id ?? 0 };
    const replies = await times(10, () =>
      ventas.call(cobros.createReverso, { params, body: { nota: 'Era de otra persona' } }),
    );
    expect(tally(replies)).toEqual({ 201: 1, 409: 9 });
    const after = await ventas.ok(cobros.getCobro, { params: { id: cobro.id } });
    expect(after).toMatchObject({ pagado: 0, estado: 'PENDIENTE' });
  });

  it('moves to a full Taller at once: the one seat goes to one of them', async () => {
    const from = await buildTaller(app, { cupos: 10 });
    const to = await buildTaller(app, { cupos: 1 });
    const sales = await times(6, () => buildVenta(app, from.id));
    const ventas = await app.as('VENTAS');
    const replies = await times(6, (i) =>
      ventas.call(trasladarInscripcion, {
        params: { id: sales[i]?.lineas[0]?.id ?? 0 },
        body: { tallerId: to.id },
      }),
    );
    expect(tally(replies)).toEqual({ 200: 1, 409: 5 });
    await expectSeats(from.id, 5);
    await expectSeats(to.id, 1);
  });
});

describe('money that comes late', () => {
  it('annulling a Taller leaves alone the seat that is moved out of it meanwhile', async () => {
    const [from, to] = [await buildTaller(app, { cupos: 5 }), await buildTaller(app, { cupos: 5 })];
    const kept = await buildVenta(app, from.id, { cantidad: 2 });
    const moved = await buildVenta(app, from.id);
    const ventas = await app.as('VENTAS');
    const { db } = app.services.deps;
    const annulment = await db.transaction().execute(async (trx) => {
      await trx
        .selectFrom('cobro')
        .select('id')
        .where('id', '=', moved.id)
        .forNoKeyUpdate()
        .execute();
      const params = { id: from.id };
      const body = { motivo: 'Se inundó la sala', version: from.version };
      const asked = ventas.ok(anularTaller, { params, body });
      await expect
        .poll(async () => {
          const { rows } = await sql`select from pg_stat_activity
            where datname = current_database() and wait_event_type = 'Lock'`.execute(db);
          return rows.length;
        })
        .toBe(1);
      await trx
        .updateTable('inscripcion')
        .set({ tallerId: to.id })
        .where('cobroId', '=', moved.id)
        .execute();
      for (const [id, seats] of [[from.id, -1] as const, [to.id, 1] as const]) {
        await trx
          .updateTable('taller')
          .set((eb) => ({ cuposOcupados: eb('cuposOcupados', '+', seats) }))
          .where('id', '=', id)
          .execute();
      }
      return { asked };
    });
    expect((await annulment.asked).anuladas).toBe(1);
    await expectSeats(from.id, 0);
    await expectSeats(to.id, 1);
    const read = (id: number) => ventas.ok(cobros.getCobro, { params: { id } });
    expect((await read(kept.id)).estado).toBe('ANULADO');
    expect((await read(moved.id)).estado).toBe('PENDIENTE');
  });

  it('two late payments for one seat: one gets it, the other keeps its money and an alert', async () => {
    const { id } = await buildTaller(app, { cupos: 2 });
    const held = await times(2, () => buildVenta(app, id, { venceEn: inDays(1) }));
    app.setNow(new Date(inDays(2)));
    await times(1, () => buildVenta(app, id));
    const ventas = await app.as('VENTAS');
    const replies = await times(2, (i) =>
      ventas.call(cobros.createPago, {
        params: { id: held[i]?.id ?? 0 },
        body: { monto: 40_000, medio: 'TRANSFERENCIA' },
      }),
    );
    expect(tally(replies)).toEqual({ 201: 2 });
    const [winner, loser] = replies
      .map((r) => r.body)
      .toSorted((x, y) => Number(x.alerta !== null) - Number(y.alerta !== null));
    expect(winner).toMatchObject({ estado: 'PAGADO', alerta: null, vencidoEn: null });
    expect(loser).toMatchObject({
      estado: 'ANULADO',
      alerta: 'PAGO_SIN_CUPO',
      pagado: 40_000,
      porReembolsar: 40_000,
    });
    await expectSeats(id, 2);
  });
});

describe('idempotency', () => {
  it('the same key at once sells once; a repeat gives the stored answer; another body is refused', async () => {
    const { id, slug } = await buildTaller(app);
    const visitor = await app.as('VISITANTE');
    const body = buildPersona();
    const idempotencyKey = 'clave-de-prueba-1';
    const send = (cantidad = 1) =>
      visitor.call(createInscripcionPublica, {
        params: { slug },
        body: { ...body, cantidad },
        idempotencyKey,
      });
    const replies = await times(6, () => send());
    const sold = replies.filter((r) => r.status === 201);
    const others = replies.filter((r) => r.status !== 201);
    expect(sold.length).toBeGreaterThanOrEqual(1);
    expect(new Set(sold.map((r) => r.body.codigo)).size).toBe(1);
    expect(others.every((r) => r.problem.code === 'SOLICITUD_EN_CURSO')).toBe(true);
    const again = await send();
    expect(again.body).toEqual(sold[0]?.body);
    const other = await send(2);
    expect([other.status, other.problem.code]).toEqual([422, 'CLAVE_REUTILIZADA']);
    await expectSeats(id, 1);
  });

  it('the same key at once registers one payment', async () => {
    const { id } = await buildTaller(app);
    const cobro = await buildVenta(app, id);
    const ventas = await app.as('VENTAS');
    await times(5, () =>
      ventas.call(cobros.createPago, {
        params: { id: cobro.id },
        body: { monto: 10_000, medio: 'EFECTIVO' },
        idempotencyKey: 'pago-de-prueba',
      }),
    );
    const after = await ventas.ok(cobros.getCobro, { params: { id: cobro.id } });
    expect(after).toMatchObject({ pagado: 10_000, estado: 'ABONADO' });
    expect(after.pagos).toHaveLength(1);
  });
});
