import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import * as cobros from '#contract/cobros.ts';
import type { Curso } from '#contract/cursos.ts';
import { acceptOferta, joinEsperaPublica, leaveEspera } from '#contract/espera.ts';
import { createInteres } from '#contract/intereses.ts';
import { createMovimiento, type Producto, setEntrega } from '#contract/productos.ts';
import { createCompraCurso, createInscripcionPublica } from '#contract/publico.ts';
import { getTaller, type Taller, updateTaller } from '#contract/talleres.ts';
import * as ventas from '#contract/ventas.ts';
import { auditData } from '#server/invariantes/auditData.ts';
import { type Caller, testApp } from '#tests/support/app.ts';
import {
  buildCliente,
  buildCurso,
  buildPersona,
  buildProducto,
  buildTaller,
} from '#tests/support/builders.ts';

const app = testApp();
const HOUR = 3_600_000;

/** What the operations act on; indexes wrap around, so every number means something. */
type World = {
  staff: Caller;
  visitor: Caller;
  talleres: Taller[];
  intereses: number[];
  cursos: Curso[];
  productos: Producto[];
  clientes: number[];
  cobros: number[];
  clock: number;
};
const at = <T>(list: T[], i: number): T => {
  const item = list[i % list.length];
  if (item === undefined) throw new Error('an empty world');
  return item;
};

type Operation = { name: string; run: (world: World) => Promise<{ status: number } | undefined> };

async function withCobro(
  world: World,
  i: number,
  act: (cobro: cobros.Cobro) => Promise<{ status: number }>,
) {
  if (world.cobros.length === 0) return undefined;
  return act(await world.staff.ok(cobros.getCobro, { params: { id: at(world.cobros, i) } }));
}

async function remember(world: World, codigo: string) {
  const { db } = app.services.deps;
  const row = await db
    .selectFrom('cobro')
    .select('id')
    .where('codigo', '=', codigo)
    .executeTakeFirstOrThrow();
  world.cobros.push(row.id);
}

const kit = (world: World, i: number, cantidad: number) =>
  ({ tipo: 'PRODUCTO', productoId: at(world.productos, i).id, cantidad }) as const;

const annulOf = {
  TALLER: ventas.anularInscripcion,
  CURSO: ventas.anularInscripcionCurso,
  PRODUCTO: ventas.anularVentaProducto,
} as const;

const n = fc.nat(1_000);
const monto = fc.integer({ min: 1, max: 60_000 });
const seats = fc.integer({ min: 1, max: 4 });

const operation: fc.Arbitrary<Operation> = fc.oneof(
  fc.tuple(n, n, seats, fc.boolean(), fc.option(monto)).map(
    ([c, t, cantidad, held, pago]): Operation => ({
      name: 'sell',
      run: async (world) => {
        const reply = await world.staff.call(ventas.createVenta, {
          body: {
            clienteId: at(world.clientes, c),
            lineas: [
              { tipo: 'TALLER', tallerId: at(world.talleres, t).id, cantidad },
              ...(c % 3 === 0
                ? [{ tipo: 'TALLER' as const, tallerId: at(world.talleres, t + 1).id, cantidad: 1 }]
                : []),
              ...(t % 2 === 0 ? [kit(world, c, cantidad), kit(world, c + t, 1)] : []),
              ...(t % 3 === 0 ? [{ tipo: 'CURSO' as const, cursoId: at(world.cursos, c).id }] : []),
            ],
            ...(held ? { venceEn: new Date(world.clock + 5 * HOUR).toISOString() } : {}),
            ...(pago ? { pago: { monto: pago, medio: 'EFECTIVO' } } : {}),
          },
        });
        if (reply.status === 201) world.cobros.push(reply.body.id);
        return reply;
      },
    }),
  ),
  fc.tuple(n, seats).map(
    ([t, cantidad]): Operation => ({
      name: 'enrol on the web',
      run: async (world) => {
        const { slug } = at(world.talleres, t);
        const { slug: kitSlug } = at(world.productos, t);
        const productos = t % 2 === 0 ? [{ slug: kitSlug, cantidad }] : [];
        const body = { ...buildPersona(), cantidad, productos };
        const reply = await world.visitor.call(createInscripcionPublica, {
          params: { slug },
          body,
        });
        if (reply.status === 201) await remember(world, reply.body.codigo);
        return reply;
      },
    }),
  ),
  n.map(
    (c): Operation => ({
      name: 'buy a course on the web',
      run: async (world) => {
        const { cantidad: _, ...body } = buildPersona();
        const reply = await world.visitor.call(createCompraCurso, {
          params: { slug: at(world.cursos, c).slug },
          body,
        });
        if (reply.status === 201) await remember(world, reply.body.codigo);
        return reply;
      },
    }),
  ),
  fc.tuple(n, fc.integer({ min: 1, max: 3 })).map(
    ([t, cantidad]): Operation => ({
      name: 'wait for a seat',
      run: async (world) => {
        const { slug } = at(world.talleres, t % 4);
        const body = { ...buildPersona(), cantidad };
        const reply = await world.visitor.call(joinEsperaPublica, { params: { slug }, body });
        return reply;
      },
    }),
  ),
  fc.tuple(n, fc.boolean()).map(
    ([t, accepts]): Operation => ({
      name: accepts ? 'accept an offer' : 'let an offer pass',
      run: async (world) => {
        const { id, slug } = at(world.talleres, t);
        const { cuposLibres } = await world.staff.ok(getTaller, { params: { id } });
        if (cuposLibres === 0) return undefined;
        // Someone takes what is left and gives it back, once another waits for it.
        const clienteId = await buildCliente(app);
        const lineas = [{ tipo: 'TALLER' as const, tallerId: id, cantidad: cuposLibres }];
        const sold = await world.staff.call(ventas.createVenta, { body: { clienteId, lineas } });
        const waiting = await world.visitor.call(joinEsperaPublica, {
          params: { slug },
          body: { ...buildPersona(), cantidad: 1 },
        });
        if (sold.status !== 201 || waiting.status !== 201) return undefined;
        const body = { motivo: 'Prueba' };
        await world.staff.call(cobros.anularCobro, { params: { id: sold.body.id }, body });
        await app.runJobs();
        const { codigo } = waiting.body;
        const params = { codigo };
        if (!accepts) return world.visitor.call(leaveEspera, { params });
        const reply = await world.visitor.call(acceptOferta, { params });
        if (reply.status === 201) await remember(world, reply.body.codigo);
        return reply;
      },
    }),
  ),
  fc.tuple(n, fc.constantFrom('INGRESO', 'MERMA', 'AJUSTE'), fc.integer({ min: 1, max: 8 })).map(
    ([p, tipo, cantidad]): Operation => ({
      name: 'move stock',
      run: (world) => {
        const params = { id: at(world.productos, p).id };
        const motivo = 'Prueba';
        return world.staff.call(createMovimiento, {
          params,
          body:
            tipo === 'AJUSTE'
              ? { tipo, enBodega: cantidad, motivo }
              : { tipo: tipo as 'INGRESO' | 'MERMA', cantidad, motivo },
        });
      },
    }),
  ),
  fc.tuple(n, n, fc.constantFrom('ENTREGADO', 'ENVIADO', 'POR_ENTREGAR')).map(
    ([i, l, entrega]): Operation => ({
      name: 'deliver',
      run: (world) =>
        withCobro(world, i, async ({ lineas }) => {
          const kits = lineas.filter(({ tipo }) => tipo === 'PRODUCTO');
          if (kits.length === 0) return { status: 400 };
          return world.staff.call(setEntrega, {
            params: { id: at(kits, l).id },
            body: { entrega: entrega as 'ENVIADO' },
          });
        }),
    }),
  ),
  fc.tuple(n, monto).map(
    ([i, amount]): Operation => ({
      name: 'pay',
      run: (world) =>
        withCobro(world, i, ({ id }) =>
          world.staff.call(cobros.createPago, {
            params: { id },
            body: { monto: amount, medio: 'EFECTIVO' },
          }),
        ),
    }),
  ),
  fc.tuple(n, monto).map(
    ([i, amount]): Operation => ({
      name: 'refund',
      run: (world) =>
        withCobro(world, i, ({ id }) =>
          world.staff.call(cobros.createReembolso, {
            params: { id },
            body: { monto: amount, medio: 'TRANSFERENCIA' },
          }),
        ),
    }),
  ),
  fc.tuple(n, n).map(
    ([i, p]): Operation => ({
      name: 'reverse',
      run: (world) =>
        withCobro(world, i, async ({ id, pagos }) =>
          pagos.length === 0
            ? { status: 200 }
            : world.staff.call(cobros.createReverso, {
                params: { id, pagoId: at(pagos, p).id },
                body: { nota: 'Error' },
              }),
        ),
    }),
  ),
  n.map(
    (i): Operation => ({
      name: 'annul a sale',
      run: (world) =>
        withCobro(world, i, ({ id }) =>
          world.staff.call(cobros.anularCobro, { params: { id }, body: { motivo: 'Prueba' } }),
        ),
    }),
  ),
  fc.tuple(n, n).map(
    ([i, l]): Operation => ({
      name: 'annul a line',
      run: (world) =>
        withCobro(world, i, ({ lineas }) => {
          const { tipo, id } = at(lineas, l);
          return world.staff.call(annulOf[tipo], { params: { id }, body: { motivo: 'Prueba' } });
        }),
    }),
  ),
  fc.tuple(n, n, n).map(
    ([i, l, t]): Operation => ({
      name: 'move',
      run: (world) =>
        withCobro(world, i, async ({ lineas }) => {
          const seats = lineas.filter(({ tipo }) => tipo === 'TALLER');
          if (seats.length === 0) return { status: 400 };
          return world.staff.call(ventas.trasladarInscripcion, {
            params: { id: at(seats, l).id },
            body: { tallerId: at(world.talleres, t).id },
          });
        }),
    }),
  ),
  fc.tuple(n, fc.integer({ min: 1, max: 12 })).map(
    ([t, cupos]): Operation => ({
      name: 'change the seats',
      run: async (world) => {
        const params = { id: at(world.talleres, t).id };
        const { version } = await world.staff.ok(getTaller, { params });
        return world.staff.call(updateTaller, { params, body: { version, cupos } });
      },
    }),
  ),
  fc.tuple(n, n).map(
    ([t, i]): Operation => ({
      name: 'give another interés',
      run: async (world) => {
        const params = { id: at(world.talleres, t).id };
        const { version } = await world.staff.ok(getTaller, { params });
        const body = { version, interesId: at(world.intereses, i) };
        return world.staff.call(updateTaller, { params, body });
      },
    }),
  ),
  fc.integer({ min: 1, max: 30 }).map(
    (hours): Operation => ({
      name: 'let time pass, and the job run',
      run: async (world) => {
        world.clock += hours * HOUR;
        app.setNow(new Date(world.clock));
        await app.runCron('vencer-reservas');
        await app.runCron('atender-esperas');
        await app.runJobs();
        return undefined;
      },
    }),
  ),
  fc.integer({ min: 1, max: 30 }).map(
    (hours): Operation => ({
      name: 'let time pass before the job',
      run: async (world) => {
        world.clock += hours * HOUR;
        app.setNow(new Date(world.clock));
        return undefined;
      },
    }),
  ),
);

describe('any sequence of operations', () => {
  it('keeps every invariant, and never fails on our side', async () => {
    const staff = await app.as('ADMIN');
    const visitor = await app.as('VISITANTE');
    const done = new Set<string>();
    const intereses: number[] = [];
    for (const nombre of ['Cerámica', 'Telar']) {
      const { id } = await staff.ok(createInteres, { body: { nombre, color: '#b5651d' } });
      intereses.push(id);
    }
    await fc.assert(
      fc.asyncProperty(
        fc.array(operation, { minLength: 15, maxLength: 40 }),
        async (operations) => {
          app.setNow(new Date());
          const world: World = {
            staff,
            visitor,
            talleres: [],
            intereses,
            cursos: [],
            productos: [],
            clientes: [],
            cobros: [],
            clock: Date.now(),
          };
          // The first is full at once, so that people wait for it.
          for (const [cupos, precio] of [
            [1, 20_000],
            [4, 0],
            [5, 45_000],
          ] as const) {
            world.talleres.push(await buildTaller(app, { precio, cupos }));
          }
          for (const precio of [0, 30_000]) {
            world.cursos.push(await buildCurso(app, { precio, lecciones: 1, diasAcceso: 1 }));
          }
          for (const minimo of [0, 3]) {
            world.productos.push(await buildProducto(app, { minimo, stock: 6, ventaWeb: true }));
          }
          for (let i = 0; i < 4; i += 1) world.clientes.push(await buildCliente(app));
          for (const { name, run } of operations) {
            const reply = await run(world);
            if (reply && reply.status < 300) done.add(name);
          }
          expect(await auditData(app.services.deps.db)).toEqual([]);
        },
      ),
      { numRuns: 30, endOnFailure: true },
    );
    // Every kind of operation did succeed at times: the property was about something.
    expect([...done].toSorted()).toEqual(
      [
        'accept an offer',
        'annul a line',
        'annul a sale',
        'buy a course on the web',
        'change the seats',
        'deliver',
        'enrol on the web',
        'give another interés',
        'let an offer pass',
        'move',
        'move stock',
        'pay',
        'refund',
        'reverse',
        'sell',
        'wait for a seat',
      ].toSorted(),
    );
  });
});
