import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type EstadoCliente, getCliente, setEstadoCliente } from '#contract/clientes.ts';
import { jobCtx } from '#server/core/context.ts';
import { transaction } from '#server/core/db/transaction.ts';
import { testApp } from '#tests/support/app.ts';
import { buildFicha, countRows, expectRefusal } from '#tests/support/clientes.ts';
import { registerEvento } from './cambiarEstado.ts';
import { manualEstados, transitionsOf } from './estado.policy.ts';

const app = testApp();
const estados = ['LEAD', 'PROSPECTO', 'CLIENTE', 'INACTIVO'] as const;
const eventos = ['COMPRA_PENDIENTE', 'COMPRA_CONFIRMADA', 'COMPRA_ANULADA', 'ACTIVIDAD'] as const;
type Evento = (typeof eventos)[number];

const follow = (estado: EstadoCliente, evento: Evento | 'SIN_ACTIVIDAD') =>
  transitionsOf(evento)[estado] ?? estado;

/** Who never bought: the cobros of these tests are none, so COMPRA_ANULADA always acts. */
async function happen(id: number, evento: Evento) {
  const { db, now } = app.services.deps;
  await transaction(db, (trx) => registerEvento(trx, jobCtx(now(), 'test'), id, evento));
}

const read = async (id: number) => (await app.as('VENTAS')).ok(getCliente, { params: { id } });

describe('the table of transitions', () => {
  const anyEstado = fc.constantFrom(...estados);

  it('is the one of the domain', () => {
    const table = Object.fromEntries(
      [...eventos, 'SIN_ACTIVIDAD' as const].map((evento) => [
        evento,
        estados.map((estado) => follow(estado, evento)),
      ]),
    );
    expect(table).toEqual({
      COMPRA_PENDIENTE: ['PROSPECTO', 'PROSPECTO', 'CLIENTE', 'CLIENTE'],
      COMPRA_CONFIRMADA: ['CLIENTE', 'CLIENTE', 'CLIENTE', 'CLIENTE'],
      COMPRA_ANULADA: ['LEAD', 'PROSPECTO', 'PROSPECTO', 'PROSPECTO'],
      ACTIVIDAD: ['LEAD', 'PROSPECTO', 'CLIENTE', 'CLIENTE'],
      SIN_ACTIVIDAD: ['LEAD', 'PROSPECTO', 'INACTIVO', 'INACTIVO'],
    });
  });

  it('settles: the same event again changes nothing', () => {
    fc.assert(
      fc.property(anyEstado, fc.constantFrom(...eventos, 'SIN_ACTIVIDAD' as const), (e, evento) => {
        expect(follow(follow(e, evento), evento)).toBe(follow(e, evento));
      }),
    );
  });

  it('never leads back to LEAD, and only an annulled purchase lowers a CLIENTE that is active', () => {
    fc.assert(
      fc.property(anyEstado, fc.array(fc.constantFrom(...eventos)), (start, sequence) => {
        let estado: EstadoCliente = start;
        for (const evento of sequence) {
          const next = follow(estado, evento);
          if (next !== estado) expect(next).not.toBe('LEAD');
          if (estado === 'CLIENTE' && evento !== 'COMPRA_ANULADA') expect(next).toBe('CLIENTE');
          estado = next;
        }
      }),
    );
  });

  it('lets staff set only PROSPECTO or INACTIVO, never the estado it has', () => {
    for (const estado of estados) {
      expect(['PROSPECTO', 'INACTIVO']).toEqual(expect.arrayContaining(manualEstados(estado)));
      expect(manualEstados(estado)).not.toContain(estado);
    }
  });
});

describe('the history', () => {
  it('always ends in the estado, and each row begins where the one before ended', async () => {
    const caller = await app.as('VENTAS');
    const step = fc.oneof(
      fc.constantFrom(...eventos),
      fc.record({ manual: fc.constantFrom('PROSPECTO' as const, 'INACTIVO' as const) }),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 12 }), async (steps) => {
        const { id } = await buildFicha(app);
        let expected: EstadoCliente = 'LEAD';
        let version = 1;
        for (const action of steps) {
          const before: EstadoCliente = expected;
          if (typeof action === 'string') {
            await happen(id, action);
            expected = follow(expected, action);
          } else {
            const reply = await caller.call(setEstadoCliente, {
              params: { id },
              body: { estado: action.manual, motivo: 'Prueba', version },
            });
            const allowed = manualEstados(expected).includes(action.manual);
            expect(reply.status).toBe(allowed ? 200 : 409);
            if (allowed) expected = action.manual;
          }
          if (before !== expected) version += 1;
        }
        const cliente = await read(id);
        const history = cliente.historial.toReversed();
        expect(cliente.estado).toBe(expected);
        expect(cliente.version).toBe(version);
        expect(history.at(-1)?.a).toBe(cliente.estado);
        expect(history.map((row) => row.de)).toEqual([
          null,
          ...history.slice(0, -1).map((row) => row.a),
        ]);
        expect(history.slice(1).every((row) => row.de !== row.a)).toBe(true);
      }),
      { numRuns: 40 },
    );
  });

  it('keeps that order when many events arrive at once', async () => {
    const { id } = await buildFicha(app);
    await Promise.all(
      Array.from({ length: 40 }, (_, i) => happen(id, eventos[i % 4] ?? 'ACTIVIDAD')),
    );
    const cliente = await read(id);
    const history = cliente.historial.toReversed();
    expect(history.at(-1)?.a).toBe(cliente.estado);
    expect(history.length).toBeGreaterThan(1);
    for (const [i, row] of history.slice(1).entries()) expect(row.de).toBe(history[i]?.a);
  });
});

describe('by hand', () => {
  const set = async (id: number, body: object) =>
    (await app.as('VENTAS')).call(setEstadoCliente, { params: { id }, body: body as never });

  it('takes a reason, tells who did it, and leaves an audit row', async () => {
    const { id } = await buildFicha(app);
    const reply = await set(id, { estado: 'PROSPECTO', motivo: 'Pidió precios', version: 1 });
    expect(reply.body).toMatchObject({
      estado: 'PROSPECTO',
      version: 2,
      puede: { cambiarEstadoA: ['INACTIVO'] },
    });
    expect(reply.body.historial[0]).toMatchObject({
      de: 'LEAD',
      a: 'PROSPECTO',
      causa: 'MANUAL',
      motivo: 'Pidió precios',
      usuario: 'Persona VENTAS',
    });
    const audit = await app.services.deps.db
      .selectFrom('auditoria')
      .selectAll()
      .where('accion', '=', 'CAMBIAR_ESTADO')
      .where('entidadId', '=', String(id))
      .executeTakeFirstOrThrow();
    expect(audit.antes).toMatchObject({ estado: 'LEAD' });
    expect(audit.despues).toEqual({ estado: 'PROSPECTO', motivo: 'Pidió precios' });
  });

  it('refuses what is not allowed, and writes nothing', async () => {
    const { id } = await buildFicha(app);
    await happen(id, 'COMPRA_CONFIRMADA');
    const before = await countRows(app);
    expectRefusal(await set(id, { estado: 'CLIENTE', version: 1 }), 'VALIDACION', [
      'estado',
      'motivo',
    ]);
    const motivo = 'Porque sí';
    expect((await set(id, { estado: 'PROSPECTO', motivo, version: 2 })).problem.code).toBe(
      'ESTADO_NO_PERMITE',
    );
    expect((await set(id, { estado: 'INACTIVO', motivo, version: 1 })).problem.code).toBe(
      'CONFLICTO_VERSION',
    );
    expect((await set(999_999, { estado: 'INACTIVO', motivo, version: 1 })).problem.code).toBe(
      'NO_ENCONTRADO',
    );
    expect(await countRows(app)).toEqual(before);
    expect((await read(id)).estado).toBe('CLIENTE');
  });
});

describe('activity', () => {
  it('moves forward only, and an event about nobody is refused', async () => {
    const { id } = await buildFicha(app);
    const { db } = app.services.deps;
    const at = (now: string, evento: Evento) =>
      transaction(db, (trx) =>
        registerEvento(trx, { now, usuarioId: null, requestId: 'test' }, id, evento),
      );
    await at('2026-03-01T00:00:00.000Z', 'ACTIVIDAD');
    await at('2026-02-01T00:00:00.000Z', 'ACTIVIDAD');
    expect((await read(id)).ultimaActividadEn).toBe('2026-03-01T00:00:00.000Z');
    await at('2026-04-01T00:00:00.000Z', 'COMPRA_ANULADA');
    expect((await read(id)).ultimaActividadEn).toBe('2026-03-01T00:00:00.000Z');
    await expect(happen(999_999, 'ACTIVIDAD')).rejects.toThrow('NO_ENCONTRADO');
  });
});
