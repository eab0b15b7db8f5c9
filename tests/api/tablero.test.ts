import fc from 'fast-check';
import { expect, it } from 'vitest';
import * as cobros from '#contract/cobros.ts';
import { createFusion } from '#contract/duplicados.ts';
import { getTablero, type Tablero } from '#contract/reportes.ts';
import * as ventas from '#contract/ventas.ts';
import { auditData } from '#server/invariantes/auditData.ts';
import { type Caller, testApp } from '#tests/support/app.ts';
import { buildCliente, buildCurso, buildTaller } from '#tests/support/builders.ts';
import { readLedger, recompute } from '#tests/support/ledger.ts';

const app = testApp();
const HOUR = 3_600_000;
const DAY = 24 * HOUR;

/**
 * The two nights of a year on which the clock of Santiago jumps, after the first Saturday of April and of September:
 * 23:00 comes twice, and 00:00 does not exist.
 */
function nochesDe(year: number): [number, number] {
  const after = (month: number, hour: number) => {
    const first = new Date(Date.UTC(year, month, 1, hour));
    return first.getTime() + ((6 - first.getUTCDay() + 7) % 7) * DAY + DAY;
  };
  return [after(3, 2), after(8, 3)];
}

type Momento = { noche: 0 | 1; desde: number };

/** A time within hours of one of those nights, or days of it. */
const momento = fc
  .tuple(
    fc.constantFrom<0 | 1>(0, 1),
    fc.integer({ min: -50, max: 50 }),
    fc.integer({ min: 0, max: 40 }),
  )
  .map(
    ([noche, cuartos, dias]): Momento => ({
      noche,
      desde: (dias < 20 ? 0 : (dias - 30) * DAY) + cuartos * 15 * 60_000,
    }),
  );
const n = fc.nat(1_000);

type World = {
  admin: Caller;
  talleres: number[];
  cursoId: number;
  clientes: number[];
  cobros: number[];
};
type Operation = { name: string; at: Momento; run: (world: World) => Promise<number> };

const pick = (list: number[], i: number) => list[i % list.length] ?? 0;
const op = (
  name: string,
  run: (world: World, i: number, j: number) => Promise<{ status: number }>,
) =>
  fc.tuple(momento, n, n).map(
    ([at, i, j]): Operation => ({
      name,
      at,
      run: async (world) => (await run(world, i, j)).status,
    }),
  );

const MEDIOS = ['TRANSFERENCIA', 'EFECTIVO', 'WEBPAY'] as const;
const motivo = 'Prueba';

const operation = fc.oneof(
  op('capture', async ({ clientes }) => {
    clientes.push(await buildCliente(app));
    return { status: 201 };
  }),
  {
    weight: 3,
    arbitrary: op('sell', async (world, i, j) => {
      const reply = await world.admin.call(ventas.createVenta, {
        body: {
          clienteId: pick(world.clientes, i),
          lineas: [
            { tipo: 'TALLER', tallerId: pick(world.talleres, j), cantidad: 1 + (i % 2) },
            ...(j % 3 === 0 ? [{ tipo: 'CURSO' as const, cursoId: world.cursoId }] : []),
          ],
        },
      });
      if (reply.status === 201) world.cobros.push(reply.body.id);
      return reply;
    }),
  },
  {
    weight: 3,
    arbitrary: op('pay', (world, i, j) =>
      world.admin.call(cobros.createPago, {
        params: { id: pick(world.cobros, i) },
        body: { monto: 1 + j * 37, medio: MEDIOS[j % 3] ?? 'OTRO' },
      }),
    ),
  },
  op('refund', (world, i, j) =>
    world.admin.call(cobros.createReembolso, {
      params: { id: pick(world.cobros, i) },
      body: { monto: 1 + j, medio: 'TRANSFERENCIA' },
    }),
  ),
  op('reverse', async (world, i, j) => {
    const params = { id: pick(world.cobros, i) };
    const found = await world.admin.call(cobros.getCobro, { params });
    const pago =
      found.status === 200 ? found.body.pagos[j % (found.body.pagos.length || 1)] : undefined;
    if (!pago) return { status: 404 };
    return world.admin.call(cobros.createReverso, {
      params: { ...params, pagoId: pago.id },
      body: { nota: motivo },
    });
  }),
  op('annul', (world, i) =>
    world.admin.call(cobros.anularCobro, {
      params: { id: pick(world.cobros, i) },
      body: { motivo },
    }),
  ),
  op('merge', async (world, i, j) => {
    const [principalId, absorbidoId] = [pick(world.clientes, i), pick(world.clientes, j)];
    if (principalId === absorbidoId) return { status: 404 };
    const reply = await world.admin.call(createFusion, {
      body: {
        principalId,
        absorbidoId,
        principalVersion: await versionOf(principalId),
        absorbidoVersion: await versionOf(absorbidoId),
      },
    });
    if (reply.status === 201) world.clientes = world.clientes.filter((id) => id !== absorbidoId);
    return reply;
  }),
  op('fold', async () => {
    await app.runCron('reportes-cifras');
    return { status: 200 };
  }),
);

async function versionOf(id: number): Promise<number> {
  const { db } = app.services.deps;
  return (
    await db.selectFrom('cliente').select('version').where('id', '=', id).executeTakeFirstOrThrow()
  ).version;
}

/** The tablero as it should be, out of every row, for the dates that it says it is about. */
async function expected({ periodo, anterior }: Tablero, today: string) {
  const ledger = await readLedger(app.services.deps.db);
  return {
    ahora: recompute(ledger, periodo, today),
    antes: recompute(ledger, anterior, today),
    ledger,
  };
}

it('is what a plain recomputation from every row gives, to the peso, across both nights of the clock', async () => {
  const done = new Set<string>();
  // A year of its own for each run, one after the other: what a run leaves lies in the past of the next.
  let year = 2013;
  const admin = await app.as('ADMIN');
  await fc.assert(
    fc.asyncProperty(
      fc.array(operation, { minLength: 12, maxLength: 30 }),
      fc.array(momento, { minLength: 3, maxLength: 3 }),
      async (operations, momentos) => {
        year += 1;
        const noches = nochesDe(year);
        const timeOf = ({ noche, desde }: Momento) => noches[noche] + desde;
        app.setNow(new Date(noches[0] - 60 * DAY));
        const world: World = { admin, talleres: [], cursoId: 0, clientes: [], cobros: [] };
        world.cursoId = (
          await buildCurso(app, { precio: 30_000, lecciones: 1, diasAcceso: 30 })
        ).id;
        for (const cupos of [3, 8, 20]) {
          world.talleres.push(
            (await buildTaller(app, { precio: cupos === 8 ? 0 : 45_000, cupos })).id,
          );
        }
        await moveTalleres(world.talleres, noches);
        for (let i = 0; i < 3; i += 1) world.clientes.push(await buildCliente(app));
        // Time only goes on.
        let clock = 0;
        const inOrder = operations.toSorted((a, b) => timeOf(a.at) - timeOf(b.at));
        for (const { name, at, run } of inOrder) {
          clock = Math.max(timeOf(at), clock + 60_000);
          app.setNow(new Date(clock));
          const status = await run(world);
          expect(status, name).toBeLessThan(500);
          if (status < 300) done.add(name);
        }
        for (const at of momentos.map(timeOf).toSorted((a, b) => a - b)) {
          clock = Math.max(at, clock + DAY);
          await compare(admin, clock);
        }
        expect(await auditData(app.services.deps.db)).toEqual([]);
      },
    ),
    { numRuns: 12, endOnFailure: true },
  );
  expect([...done].toSorted()).toEqual([
    'annul',
    'capture',
    'fold',
    'merge',
    'pay',
    'refund',
    'reverse',
    'sell',
  ]);
});

/** Close to the nights, so that their day depends on the zone. */
async function moveTalleres(ids: number[], noches: [number, number]): Promise<void> {
  const { db } = app.services.deps;
  for (const [i, id] of ids.entries()) {
    const start = (noches[i % 2] ?? 0) + i * HOUR;
    await db
      .updateTable('taller')
      .set({
        iniciaEn: new Date(start).toISOString(),
        terminaEn: new Date(start + HOUR).toISOString(),
      })
      .where('id', '=', id)
      .execute();
  }
}

const today = (at: number) =>
  new Intl.DateTimeFormat('en-CA', { timeZone: 'America/Santiago' }).format(new Date(at));

async function compare(admin: Caller, at: number): Promise<void> {
  app.setNow(new Date(at));
  const day = today(at);
  const shift = (days: number) => today(at + days * DAY);
  for (const query of [
    { periodo: 'MES' as const },
    { periodo: 'ANO' as const },
    { periodo: 'PERSONAL' as const, desde: shift(-2), hasta: shift(0) },
  ]) {
    const tablero = await admin.ok(getTablero, { query });
    const { ahora, antes, ledger } = await expected(tablero, day);
    expect(tablero.ingresos).toMatchObject({ valor: ahora.ingresos, anterior: antes.ingresos });
    expect(tablero.estudiantesActivos).toMatchObject({
      valor: ahora.activos,
      anterior: antes.activos,
    });
    expect(tablero.nuevosLeads).toMatchObject({ valor: ahora.leads, anterior: antes.leads });
    expect(tablero.conversion).toMatchObject({ parte: ahora.convertidos, total: ahora.leads });
    expect(tablero.ocupacion).toMatchObject({ parte: ahora.ocupados, total: ahora.cupos });
    expect(tablero.saldoPorCobrar.valor).toBe(ledger.saldo);
    expect(tablero.categorias.reduce((sum, c) => sum + c.inscripciones, 0)).toBe(
      ahora.inscripciones,
    );
    for (const { mes, ingresos, anterior } of tablero.ingresosMensuales) {
      expect(ingresos).toBe(ledger.ingresosDe(mes));
      expect(anterior).toBe(ledger.ingresosDe(`${Number(mes.slice(0, 4)) - 1}${mes.slice(4)}`));
    }
  }
}
