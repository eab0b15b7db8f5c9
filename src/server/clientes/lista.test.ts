import fc from 'fast-check';
import { sql } from 'kysely';
import { beforeAll, describe, expect, it } from 'vitest';
import {
  createCliente,
  type FiltrosClientes,
  listClientes,
  ordenClientes,
  setEstadoCliente,
  tagClientes,
  updateCliente,
} from '#contract/clientes.ts';
import { createEmpresa } from '#contract/empresas.ts';
import type { Problem } from '#contract/errors.ts';
import { createInteres } from '#contract/intereses.ts';
import { encodeCursor } from '#server/core/http/cursor.ts';
import { testApp } from '#tests/support/app.ts';
import { buildFicha, expectRefusal } from '#tests/support/clientes.ts';

const app = testApp();

type Query = Partial<FiltrosClientes>;
const list = async (query: Query = {}) => (await app.as('SOPORTE')).ok(listClientes, { query });
const emails = async (query: Query) => (await list(query)).items.map((item) => item.email).sort();

/** Every page of a list, walked to its end. */
async function walk(query: Query) {
  const seen = [];
  let page = await list(query);
  seen.push(...page.items);
  while (page.siguiente) {
    page = await list({ ...query, cursor: page.siguiente });
    seen.push(...page.items);
  }
  return seen;
}

/** Rows as a busy school has them: many of one name, some of one instant, some never active. */
async function insertMany(n: number, nombres: string) {
  await sql`
    insert into cliente (tipo, nombres, apellidos, email, origen, creado_en, ultima_actividad_en)
    select 'B2C', ${nombres}, (array['Nuñez', 'Ñuñez', 'Nunez', 'nuñez', 'Oyarzún', ''])[1 + i % 6],
      ${nombres.toLowerCase().replaceAll(' ', '-')} || i || '@lista.cl', 'WEB',
      '2026-01-01T00:00:00Z'::timestamptz + (i % 7) * interval '1 ms',
      case when i % 3 > 0 then '2026-02-01T00:00:00Z'::timestamptz + (i % 5) * interval '1 ms' end
    from generate_series(1, ${n}::int) i`.execute(app.services.deps.db);
}

describe('search', () => {
  beforeAll(async () => {
    await buildFicha(app, {
      nombres: 'María José',
      apellidos: 'Muñoz Álvarez',
      email: 'mjm@taller-sur.cl',
      telefono: '+56 9 8765 4321',
      rut: '12.345.678-5',
    });
    await buildFicha(app, {
      nombres: 'Jo',
      apellidos: 'Li',
      email: 'joli@correo.cl',
      rut: '10.000.013-k',
    });
    await buildFicha(app, {
      nombres: 'Mario',
      apellidos: 'Múnoz Pérez',
      email: 'cien_real@correo.cl',
      telefono: '+56 2 2345 6789',
    });
  });

  it.each([
    ['maria', ['mjm@taller-sur.cl']],
    ['MARÍA JOSÉ', ['mjm@taller-sur.cl']],
    ['munoz', ['cien_real@correo.cl', 'mjm@taller-sur.cl']],
    ['muñoz', ['cien_real@correo.cl', 'mjm@taller-sur.cl']],
    ['uñoz mar', ['cien_real@correo.cl', 'mjm@taller-sur.cl']],
    ['alvarez maria', ['mjm@taller-sur.cl']],
    ['munoz nadie', []],
    ['taller-sur.cl', ['mjm@taller-sur.cl']],
    ['MJM@Taller-Sur.cl', ['mjm@taller-sur.cl']],
    ['87654321', ['mjm@taller-sur.cl']],
    ['9 8765', ['mjm@taller-sur.cl']],
    ['+56 9 8765-4321', ['mjm@taller-sur.cl']],
    ['(2) 2345', ['cien_real@correo.cl']],
    ['12.345.678-5', ['mjm@taller-sur.cl']],
    ['12345678-5', ['mjm@taller-sur.cl']],
    ['123456785', ['mjm@taller-sur.cl']],
    ['45.678-5', ['mjm@taller-sur.cl']],
    ['10.000.013-K', ['joli@correo.cl']],
    ['jo li', ['joli@correo.cl']],
    ['j', ['joli@correo.cl', 'mjm@taller-sur.cl']],
    ['n_rea', ['cien_real@correo.cl']],
    ['n_eal', []],
    ['m%a', []],
    ['%%%', []],
    ['___', []],
    ["o'; drop table cliente; --", []],
    ['\\\\', []],
  ])('%j finds %j', async (q, expected) => {
    expect(await emails({ q })).toEqual(expected);
  });

  it('without a word is the whole list', async () => {
    expect((await list({ q: '   ' })).total).toBe((await list()).total);
  });
});

describe('filters', () => {
  it('narrow by estado, tipo, interés, origen, comuna and empresa, together', async () => {
    const ventas = await app.as('VENTAS');
    const { id: interesId } = await ventas.ok(createInteres, {
      body: { nombre: 'Gres', color: '#0b7285' },
    });
    const { id: empresaId } = await ventas.ok(createEmpresa, { body: { razonSocial: 'Ruka' } });
    const match = await buildFicha(app, {
      tipo: 'B2B',
      empresaId,
      comuna: '05109',
      origen: 'TIKTOK',
      intereses: [interesId],
    });
    const other = await buildFicha(app, { comuna: '05109', origen: 'FACEBOOK' });
    await ventas.ok(setEstadoCliente, {
      params: { id: match.id },
      body: { estado: 'PROSPECTO', motivo: 'Preguntó por gres', version: 1 },
    });
    const all: Query = {
      estado: ['PROSPECTO', 'INACTIVO'],
      tipo: 'B2B',
      interes: [interesId, 999_999],
      origen: ['TIKTOK'],
      comuna: '05109',
      empresa: empresaId,
    };
    for (const [key, value] of [...Object.entries(all), ['q', 'ana']]) {
      expect(await emails({ [key as string]: value }), String(key)).toContain(match.email);
    }
    const { items } = await list(all);
    expect(items).toMatchObject([
      {
        id: match.id,
        empresa: { id: empresaId, razonSocial: 'Ruka' },
        intereses: [{ id: interesId, nombre: 'Gres', color: '#0b7285' }],
        estado: 'PROSPECTO',
      },
    ]);
    expect(await emails({ comuna: '05109', origen: ['FACEBOOK', 'GOOGLE'] })).toEqual([
      other.email,
    ]);
    expect((await list({ ...all, tipo: 'B2C' })).total).toBe(0);
  });

  it('cut by local days of Santiago, both included', async () => {
    const { db } = app.services.deps;
    const at = async (email: string, instant: string) => {
      const { id } = await buildFicha(app, { email });
      await db.updateTable('cliente').set({ creadoEn: instant }).where('id', '=', id).execute();
    };
    await at('marzo@fechas.cl', '2024-04-01T02:59:59.999Z');
    await at('abril@fechas.cl', '2024-04-01T03:00:00.000Z');
    await at('abril-fin@fechas.cl', '2024-05-01T03:59:59.999Z');
    await at('mayo@fechas.cl', '2024-05-01T04:00:00.000Z');
    const q = 'fechas.cl';
    expect(await emails({ q, creadoDesde: '2024-04-01', creadoHasta: '2024-04-30' })).toEqual([
      'abril-fin@fechas.cl',
      'abril@fechas.cl',
    ]);
    expect(await emails({ q, creadoHasta: '2024-03-31' })).toEqual(['marzo@fechas.cl']);
    expect(await emails({ q, creadoDesde: '2024-05-01' })).toEqual(['mayo@fechas.cl']);
  });

  it.each([
    ['estado=CLIENTE,VIVO', ['estado.1']],
    ['tipo=B2X', ['tipo']],
    ['interes=abc', ['interes.0']],
    ['origen=RADIO', ['origen.0']],
    ['comuna=1', ['comuna']],
    ['empresa=0', ['empresa']],
    ['creadoDesde=2026-02-30', ['creadoDesde']],
    ['creadoHasta=9999-12-31', ['creadoHasta']],
    ['orden=email', ['orden']],
    ['limite=0', ['limite']],
    ['limite=101&pagina=2', ['limite', 'pagina']],
    [`q=${'a'.repeat(121)}`, ['q']],
    ['q=%00', ['q']],
  ])('%s is refused by field', async (query, campos) => {
    const response = await (await app.as('SOPORTE')).fetch(`/api/clientes?${query}`);
    expect(response.status).toBe(422);
    const problem = (await response.json()) as Problem;
    expectRefusal(
      { status: 422, body: problem, problem, headers: response.headers },
      'VALIDACION',
      campos,
    );
  });
});

describe('order and pages', () => {
  beforeAll(() => insertMany(40, 'Empate'));

  it('sorts ñ after n, and accents with their letter', async () => {
    for (const apellidos of ['Nuñez', 'Ñañez', 'Oliva', 'Nzo', 'Álamo', 'Alba', 'Zúñiga']) {
      await buildFicha(app, { nombres: 'Orden', apellidos });
    }
    const names = (await list({ q: 'orden', orden: 'apellidos' })).items.map((i) => i.apellidos);
    expect(names).toEqual(['Álamo', 'Alba', 'Nuñez', 'Nzo', 'Ñañez', 'Oliva', 'Zúñiga']);
    const back = (await list({ q: 'orden', orden: '-apellidos' })).items.map((i) => i.apellidos);
    expect(back).toEqual(names.toReversed());
  });

  it.each(ordenClientes.options)('by %s walks every row exactly once under ties', async (orden) => {
    const all = (await list({ q: 'empate', orden, limite: 100 })).items.map((i) => i.id);
    expect(all).toHaveLength(40);
    for (const limite of [1, 7, 40]) {
      expect((await walk({ q: 'empate', orden, limite })).map((i) => i.id)).toEqual(all);
    }
  });

  it('puts those never active last, and the newest activity first', async () => {
    const { items } = await list({ q: 'empate', orden: '-ultimaActividadEn' });
    const times = items.map((i) => i.ultimaActividadEn ?? '');
    expect(times).toEqual(times.toSorted().toReversed());
    expect(times.at(-1)).toBe('');
  });

  it('refuses a cursor made up, broken, or of another order', async () => {
    const { siguiente } = await list({ q: 'empate', limite: 1 });
    const caller = await app.as('SOPORTE');
    const cursors = [
      'zzzz',
      '{}',
      siguiente?.slice(0, -4) ?? '',
      encodeCursor('apellidos', ['a', 'b', 1]),
      encodeCursor('-creadoEn', ['2026-99-99T00:00:00.000Z', 1]),
      encodeCursor('-creadoEn', ['2026-02-30T00:00:00.000Z', 1]),
      encodeCursor('-creadoEn', ["'; drop", 1]),
      encodeCursor('-creadoEn', ['2026-01-01T00:00:00.000Z', 'uno']),
      encodeCursor('-creadoEn', ['2026-01-01T00:00:00.000Z']),
    ];
    for (const cursor of cursors) {
      const reply = await caller.call(listClientes, { query: { cursor } });
      expect(reply.status).toBe(400);
      expectRefusal(reply, 'CURSOR_INVALIDO', ['cursor']);
    }
    const reply = await caller.call(listClientes, {
      query: { orden: 'apellidos', cursor: siguiente ?? '' },
    });
    expectRefusal(reply, 'CURSOR_INVALIDO', ['cursor']);
  });
});

describe('totals', () => {
  const LARGE = 2_500;
  beforeAll(() => insertMany(LARGE, 'Multitud'));
  const total = async (query: Query) => (await list({ ...query, limite: 1 })).total;

  it('of a large list are exact after each kind of change', async () => {
    const ventas = await app.as('VENTAS');
    const { id: interesId } = await ventas.ok(createInteres, {
      body: { nombre: 'Vidrio', color: '#0b7285' },
    });
    const { items } = await list({ q: 'multitud', limite: 100 });
    const [first, second] = items.map((item) => item.id);
    const tag = (clientes: number[], accion: 'AGREGAR' | 'QUITAR') =>
      ventas.ok(tagClientes, { body: { clientes, interesId, accion } });
    const everyone = await app.services.deps.db
      .selectFrom('cliente')
      .select('id')
      .where('nombres', '=', 'Multitud')
      .execute();
    for (let i = 0; i < LARGE; i += 1_000) {
      await tag(
        everyone.slice(i, i + 1_000).map((row) => row.id),
        'AGREGAR',
      );
    }
    const queries: Query[] = [
      { q: 'multitud' },
      { q: 'multitud', estado: ['LEAD'] },
      { interes: [interesId] },
      { q: 'multitud', comuna: '13101' },
    ];
    const totals = async () => [
      ...(await Promise.all(queries.map(total))),
      ...(await Promise.all(queries.map((query) => total({ ...query, orden: 'apellidos' })))),
    ];
    const twice = (...n: number[]) => [...n, ...n];
    expect(await totals()).toEqual(twice(LARGE, LARGE, LARGE, 0));
    expect(await totals()).toEqual(twice(LARGE, LARGE, LARGE, 0));

    const nueva = await buildFicha(app, { nombres: 'Multitud', intereses: [interesId] });
    expect(await totals()).toEqual(twice(LARGE + 1, LARGE + 1, LARGE + 1, 0));
    await ventas.ok(updateCliente, {
      params: { id: nueva.id },
      body: { nombres: 'Sola', version: 1 },
    });
    expect(await totals()).toEqual(twice(LARGE, LARGE, LARGE + 1, 0));
    await tag([nueva.id, first ?? 0], 'QUITAR');
    expect(await totals()).toEqual(twice(LARGE, LARGE, LARGE - 1, 0));
    await ventas.ok(setEstadoCliente, {
      params: { id: second ?? 0 },
      body: { estado: 'INACTIVO', motivo: 'No responde', version: 2 },
    });
    expect(await totals()).toEqual(twice(LARGE, LARGE - 1, LARGE - 1, 0));
    await app.services.deps.db
      .updateTable('cliente')
      .set({ comuna: '13101' })
      .where('nombres', '=', 'Multitud')
      .execute();
    expect(await totals()).toEqual(twice(LARGE, LARGE - 1, LARGE - 1, LARGE));
    const gone = first ?? 0;
    await app.services.deps.db.deleteFrom('clienteInteres').where('clienteId', '=', gone).execute();
    await app.services.deps.db.deleteFrom('cliente').where('id', '=', gone).execute();
    expect(await totals()).toEqual(twice(LARGE - 1, LARGE - 2, LARGE - 1, LARGE - 1));
  });

  it('counted while a writer was under way do not outlive its commit', async () => {
    const { db } = app.services.deps;
    const q = 'multitud';
    const before = await total({ q });
    const writer = await db.startTransaction().execute();
    const rollback = await db.startTransaction().execute();
    for (const [i, trx] of [writer, rollback].entries()) {
      await trx
        .insertInto('cliente')
        .values({ tipo: 'B2C', nombres: 'Multitud', email: `x${i}@tardia.cl`, origen: 'WEB' })
        .execute();
    }
    await buildFicha(app, { nombres: 'Ajena' });
    expect(await total({ q })).toBe(before);
    expect(await total({ q })).toBe(before);
    await rollback.rollback().execute();
    expect(await total({ q })).toBe(before);
    await writer.commit().execute();
    expect(await total({ q })).toBe(before + 1);
  });

  it('stay exact while many write and read at once', async () => {
    const ventas = await app.as('VENTAS');
    const q = 'multitud';
    const start = await total({ q });
    await fc.assert(
      fc.asyncProperty(fc.array(fc.boolean(), { minLength: 6, maxLength: 12 }), async (steps) => {
        const from = await total({ q });
        const results = await Promise.all(
          steps.map(async (write, i) =>
            write
              ? ventas.ok(createCliente, {
                  body: {
                    tipo: 'B2C',
                    nombres: 'Multitud',
                    telefono: `9${String(20_000_000 + i)}`,
                    origen: 'WEB',
                  },
                })
              : total({ q }),
          ),
        );
        const created = steps.filter(Boolean).length;
        for (const result of results) {
          if (typeof result !== 'number') continue;
          expect(result).toBeGreaterThanOrEqual(from);
          expect(result).toBeLessThanOrEqual(from + created);
        }
        expect(await total({ q })).toBe(from + created);
      }),
      { numRuns: 15 },
    );
    expect(await total({ q })).toBeGreaterThan(start);
  });

  it('are exact up to 10,000 and a minimum from there, with pages beyond it in order', async () => {
    await insertMany(10_000, 'Gente');
    expect(await list({ q: 'gente', limite: 1 })).toMatchObject({ total: 10_000 });
    expect((await list({ q: 'gente', limite: 1 })).totalEsMinimo).toBeUndefined();
    await buildFicha(app, { nombres: 'Gente' });
    for (let i = 0; i < 2; i += 1) {
      const page = await list({ q: 'gente', orden: 'creadoEn', limite: 60 });
      expect(page).toMatchObject({ total: 10_000, totalEsMinimo: true });
      const next = await list({ q: 'gente', orden: 'creadoEn', cursor: page.siguiente ?? '' });
      const keys = [...page.items, ...next.items].map((item) => [item.creadoEn, item.id] as const);
      const sorted = keys.toSorted(([a, x], [b, y]) => a.localeCompare(b) || x - y);
      expect(keys).toEqual(sorted);
      expect(new Set(keys.map(([, id]) => id)).size).toBe(keys.length);
    }
  });
});
