import fc from 'fast-check';
import { sql } from 'kysely';
import { beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import * as contract from '#contract/campanas.ts';
import { anularCobro } from '#contract/cobros.ts';
import { createFusion, undoFusion } from '#contract/duplicados.ts';
import { email } from '#contract/fields.ts';
import { createInteres } from '#contract/intereses.ts';
import { createVenta } from '#contract/ventas.ts';
import { testApp } from '#tests/support/app.ts';
import { buildCurso, buildProducto, buildTaller, buildVenta } from '#tests/support/builders.ts';
import { buildSuscrito, consent, elegidos } from '#tests/support/campanas.ts';
import { buildFicha, expectRefusal } from '#tests/support/clientes.ts';
import { bodyUnion } from '#tests/support/fusiones.ts';
import { isInAudiencia } from './audiencia.queries.ts';
import { resolveAudiencia } from './resolver.ts';

const app = testApp();
const marketing = () => app.as('MARKETING');
const db = () => app.services.deps.db;

const count = async (audiencia: contract.Audiencia) =>
  (await marketing()).ok(contract.countAudiencia, { body: { audiencia } });
const people = async (audiencia: contract.Audiencia, motivo?: contract.MotivoExclusion) => {
  const user = await marketing();
  const { items } = await user.ok(contract.listAudiencia, { body: { audiencia, motivo } });
  return items.map(({ id }) => id).sort((a, b) => a - b);
};
const filtro = (value: contract.FiltroAudiencia): contract.Audiencia => ({
  modo: 'FILTRO',
  filtro: value,
});
const setCliente = (id: number, values: Record<string, unknown>) =>
  db().updateTable('cliente').set(values).where('id', '=', id).execute();

async function buildInteres(nombre: string): Promise<number> {
  const user = await marketing();
  return (await user.ok(createInteres, { body: { nombre, color: '#112233' } })).id;
}

describe('an audience by filter', () => {
  let ceramica: number;
  let bordado: number;
  let ana: number;
  let bea: number;
  let eva: number;
  const mine = (value: contract.FiltroAudiencia) => people(filtro({ q: 'filtrada', ...value }));

  beforeAll(async () => {
    ceramica = await buildInteres('Cerámica');
    bordado = await buildInteres('Bordado');
    const build = (nombres: string, ficha: Parameters<typeof buildSuscrito>[1]) =>
      buildSuscrito(app, { nombres, apellidos: 'Filtrada', ...ficha });
    ana = await build('Ana', { intereses: [ceramica], comuna: '13120' });
    bea = await build('Bea', { intereses: [bordado], origen: 'WEB' });
    eva = await build('Eva', { intereses: [ceramica, bordado] });
  });

  it('knows what the list of clientes knows', async () => {
    expect(await mine({})).toEqual([ana, bea, eva]);
    expect(await mine({ intereses: [ceramica] })).toEqual([ana, eva]);
    expect(await mine({ origen: ['WEB'] })).toEqual([bea]);
    expect(await mine({ comuna: '13120' })).toEqual([ana]);
    expect(await mine({ estado: ['CLIENTE'] })).toEqual([]);
    expect(await mine({ tipo: 'B2B' })).toEqual([]);
    expect(await mine({ creadoDesde: '2199-01-01' })).toEqual([]);
  });

  it('knows who bought and who did not, by live lines of any kind', async () => {
    const taller = await buildTaller(app, { precio: 10_000 });
    const curso = await buildCurso(app);
    const producto = await buildProducto(app);
    const ventas = await app.as('VENTAS');
    await buildVenta(app, taller.id, { clienteId: ana });
    await ventas.ok(createVenta, {
      body: {
        clienteId: bea,
        lineas: [
          { tipo: 'CURSO', cursoId: curso.id },
          { tipo: 'PRODUCTO', productoId: producto.id, cantidad: 1 },
        ],
      },
    });
    expect(await mine({ compro: { talleres: [taller.id] } })).toEqual([ana]);
    expect(await mine({ compro: { talleres: [taller.id], cursos: [curso.id] } })).toEqual([
      ana,
      bea,
    ]);
    expect(await mine({ compro: { productos: [producto.id] } })).toEqual([bea]);
    expect(await mine({ compro: { algo: true } })).toEqual([ana, bea]);
    expect(await mine({ noCompro: { algo: true } })).toEqual([eva]);
    expect(await mine({ noCompro: { talleres: [taller.id] } })).toEqual([bea, eva]);
    expect(await mine({ compro: {}, noCompro: { cursos: [] } })).toEqual([ana, bea, eva]);
    const cobro = await buildVenta(app, taller.id, { clienteId: eva });
    expect(await mine({ noCompro: { algo: true } })).toEqual([]);
    await ventas.ok(anularCobro, { params: { id: cobro.id }, body: { motivo: 'Se arrepintió' } });
    expect(await mine({ noCompro: { algo: true } })).toEqual([eva]);
  });

  it('knows the last activity by the local day', async () => {
    await setCliente(ana, { ultimaActividadEn: '2026-01-05T02:59:59.000Z' });
    await setCliente(bea, { ultimaActividadEn: '2026-01-05T03:00:00.000Z' });
    await setCliente(eva, { ultimaActividadEn: null });
    expect(await mine({ actividadDesde: '2026-01-05' })).toEqual([bea]);
    expect(await mine({ actividadHasta: '2026-01-05' })).toEqual([ana, eva]);
    expect(await mine({ actividadDesde: '2026-01-04', actividadHasta: '2026-01-05' })).toEqual([
      ana,
    ]);
  });
});

describe('an audience of a taller', () => {
  it('is of those who hold a seat, by how it was paid, each once', async () => {
    const taller = await buildTaller(app, { precio: 20_000 });
    const [paid, part, owes, gone] = [
      await buildSuscrito(app),
      await buildSuscrito(app),
      await buildSuscrito(app),
      await buildSuscrito(app),
    ];
    const ventas = await app.as('VENTAS');
    for (const clienteId of [gone, paid]) {
      const { id } = await buildVenta(app, taller.id, { clienteId });
      await ventas.ok(anularCobro, { params: { id }, body: { motivo: 'No puede venir' } });
    }
    await buildVenta(app, taller.id, { clienteId: paid, pago: 20_000 });
    await buildVenta(app, taller.id, { clienteId: part, pago: 5_000 });
    await buildVenta(app, taller.id, { clienteId: owes });
    const of = (...estados: ('PENDIENTE' | 'ABONADO' | 'PAGADO')[]) =>
      people({ modo: 'ASISTENTES', tallerId: taller.id, ...(estados.length ? { estados } : {}) });
    expect(await of()).toEqual([paid, part, owes]);
    expect(await of('PAGADO')).toEqual([paid]);
    expect(await of('ABONADO', 'PENDIENTE')).toEqual([part, owes]);
  });
});

describe('an audience by hand', () => {
  it('counts each person once, and nobody who is not there', async () => {
    const ana = await buildSuscrito(app);
    expect(await count(elegidos(ana, ana, 99_999_999))).toEqual({
      ...{ candidatos: 1, destinatarios: 1, exclusiones: [] },
    });
  });
});

describe('an audience by hand, of people who were merged', () => {
  it('reaches once who they became, also by several steps, until they are taken apart', async () => {
    const admin = await app.as('ADMIN');
    const [ana, anita, anny] = [
      await buildSuscrito(app),
      await buildSuscrito(app),
      await buildSuscrito(app),
    ];
    const unite = async (one: number, two: number) =>
      (await admin.ok(createFusion, { body: await bodyUnion(app, one, two) })).id;
    const first = await unite(anita, anny);
    expect(await people(elegidos(anny))).toEqual([anita]);
    const second = await unite(ana, anita);
    expect(await people(elegidos(anny))).toEqual([ana]);
    expect(await people(elegidos(anita))).toEqual([ana]);
    expect(await people(elegidos(ana, anita, anny))).toEqual([ana]);
    expect(await count(elegidos(anny, ana))).toMatchObject({ candidatos: 1, destinatarios: 1 });

    await admin.ok(undoFusion, { params: { id: second } });
    expect(await people(elegidos(anny))).toEqual([anita]);
    expect(await people(elegidos(ana))).toEqual([ana]);
    await admin.ok(undoFusion, { params: { id: first } });
    expect(await people(elegidos(anny))).toEqual([anny]);
    expect(await people(elegidos(anny, ana))).toEqual([ana, anny]);
  });
});

describe('those left out', () => {
  it('are counted once each, by the first reason in order', async () => {
    const interes = await buildInteres('Vidrio');
    const build = async (ficha: Parameters<typeof buildSuscrito>[1] = {}) =>
      buildSuscrito(app, { apellidos: 'Excluida', intereses: [interes], ...ficha });
    const suppress = async (id: number, motivo: 'BAJA' | 'MANUAL') => {
      const { email: address } = await db()
        .selectFrom('cliente')
        .select((eb) => eb.ref('email').$notNull().as('email'))
        .where('id', '=', id)
        .executeTakeFirstOrThrow();
      await db().insertInto('supresion').values({ email: address, motivo }).execute();
    };
    const ok = await build();
    const sinCorreo = await build({ email: null, telefono: '+56987654321' });
    const invalido = await build();
    await setCliente(invalido, { email: 'ana@correo' });
    const bloqueada = await build();
    await setCliente(bloqueada, { bloqueadoEn: '2026-01-01T00:00:00.000Z' });
    await suppress(bloqueada, 'BAJA');
    const suprimida = await build();
    await suppress(suprimida, 'MANUAL');
    await consent(app, suprimida, 'RETIRADO');
    const retirada = await build();
    await consent(app, retirada, 'RETIRADO');
    const { id: nunca } = await buildFicha(app, { apellidos: 'Excluida', intereses: [interes] });
    const sinTema = await build();
    const callada = (id: number) =>
      db()
        .updateTable('clienteInteres')
        .set({ correo: false })
        .where('clienteId', '=', id)
        .execute();
    await callada(sinTema);

    const audiencia = filtro({ q: 'excluida', intereses: [interes] });
    expect(await count(audiencia)).toEqual({
      candidatos: 8,
      destinatarios: 1,
      exclusiones: [
        { motivo: 'SIN_CORREO', cantidad: 1 },
        { motivo: 'CORREO_INVALIDO', cantidad: 1 },
        { motivo: 'BLOQUEADO', cantidad: 1 },
        { motivo: 'SUPRIMIDO', cantidad: 1 },
        { motivo: 'SIN_CONSENTIMIENTO', cantidad: 2 },
        { motivo: 'PREFERENCIAS', cantidad: 1 },
      ],
    });
    expect(await people(audiencia)).toEqual([ok]);
    expect(await people(audiencia, 'SIN_CORREO')).toEqual([sinCorreo]);
    expect(await people(audiencia, 'CORREO_INVALIDO')).toEqual([invalido]);
    expect(await people(audiencia, 'BLOQUEADO')).toEqual([bloqueada]);
    expect(await people(audiencia, 'SUPRIMIDO')).toEqual([suprimida]);
    expect(await people(audiencia, 'SIN_CONSENTIMIENTO')).toEqual([retirada, nunca]);
    expect(await people(audiencia, 'PREFERENCIAS')).toEqual([sinTema]);
    expect(await people(audiencia, 'DUPLICADO')).toEqual([]);
    // Of a message that is not about interests, she wants it.
    expect(await people(filtro({ q: 'excluida' }))).toEqual([ok, sinTema]);
  });

  it('keeps who wants mail about one of several interests', async () => {
    const [a, b] = [await buildInteres('Telar'), await buildInteres('Mimbre')];
    const ana = await buildSuscrito(app, { intereses: [a, b] });
    await db()
      .updateTable('clienteInteres')
      .set({ correo: false })
      .where('clienteId', '=', ana)
      .where('interesId', '=', a)
      .execute();
    expect(await people(filtro({ intereses: [a] }), 'PREFERENCIAS')).toEqual([ana]);
    expect(await people(filtro({ intereses: [a, b] }))).toEqual([ana]);
  });

  it('judges addresses as the contract does', async () => {
    const pieces = ['a', 'Z', '9', '.', '-', '_', '+', "'", '@', 'cl', ' ', 'ñ', '\\', '"'];
    const text = fc.array(fc.constantFrom(...pieces), { maxLength: 12 }).map((p) => p.join(''));
    const label = fc.stringMatching(/^[a-z0-9._+'-]{1,6}$/);
    const address = fc.tuple(label, label).map(([a, b]) => `${a}@${b}.cl`);
    const samples = fc
      .sample(fc.oneof(text, address), 3_000)
      .map((one) => one.toLowerCase())
      .concat(['a@b.cl', `${'a'.repeat(250)}@b.cl`, 'a@b.c', 'a..b@c.cl', 'a@b.cl\n']);
    const pattern = z.regexes.email.source;
    const { rows } = await sql<{ ok: boolean }>`
      select one ~ ${pattern} and length(one) <= 254 as ok
      from unnest(${samples}::text[]) with ordinality as s (one, n) order by n`.execute(db());
    for (const [i, one] of samples.entries()) {
      // The contract takes spaces around it away, which no stored address has.
      if (one !== one.trim()) continue;
      expect(rows[i]?.ok, one).toBe(email.safeParse(one).success);
    }
    expect(rows.filter(({ ok }) => ok).length).toBeGreaterThan(20);
  });
});

describe('the people of an audience', () => {
  it('come by pages', async () => {
    const ids: number[] = [];
    for (let i = 0; i < 51; i += 1)
      ids.unshift(await buildSuscrito(app, { apellidos: 'Paginada' }));
    const user = await marketing();
    const audiencia = filtro({ q: 'paginada' });
    const first = await user.ok(contract.listAudiencia, { body: { audiencia } });
    const cursor = first.siguiente ?? '';
    const second = await user.ok(contract.listAudiencia, { body: { audiencia, cursor } });
    expect([...first.items, ...second.items].map(({ id }) => id)).toEqual(ids);
    expect(second.siguiente).toBeNull();
    const wrong = await user.call(contract.listAudiencia, { body: { audiencia, cursor: 'x' } });
    expectRefusal(wrong, 'CURSOR_INVALIDO', ['cursor']);
  });
});

describe('the two ways to search', () => {
  it('find the same people', async () => {
    const audiencia = await resolveAudiencia(
      db(),
      filtro({ q: 'filtrada', noCompro: { algo: true } }),
    );
    const day = { zone: 'America/Santiago', today: '2026-01-05' };
    const found = async (search: 'BY_INDEX' | 'ROW_BY_ROW') => {
      const { rows } = await sql<{ id: number }>`select c.id from cliente c
        where ${isInAudiencia(audiencia, { ...day, search })} order by c.id`.execute(db());
      return rows.map(({ id }) => id);
    };
    expect((await found('BY_INDEX')).length).toBeGreaterThan(0);
    expect(await found('ROW_BY_ROW')).toEqual(await found('BY_INDEX'));
  });
});
