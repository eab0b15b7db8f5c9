import { beforeAll, describe, expect, it } from 'vitest';
import { getCliente, listClientes, setEstadoCliente } from '#contract/clientes.ts';
import type { Problem } from '#contract/errors.ts';
import { createInteres } from '#contract/intereses.ts';
import { subscribeNewsletter } from '#contract/publico.ts';
import { captureCliente } from '#server/clientes/captura.ts';
import { transaction } from '#server/core/db/transaction.ts';
import { testApp } from '#tests/support/app.ts';
import { buildFicha, countRows, expectRefusal } from '#tests/support/clientes.ts';
import { setDobleConfirmacion } from '#tests/support/mensajes.ts';

const app = testApp();

// Without confirmation, so that what the form does is seen at once; with it, see suscripcion.test.ts.
beforeAll(() => setDobleConfirmacion(app, false));

let address = 0;
/** Each post from an address of its own, as the limit counts by address. */
async function post(body: object) {
  address += 1;
  const ip = `203.0.113.${address % 250}`;
  const response = await (await app.as('VISITANTE')).fetch('/api/publico/newsletter', {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      'x-forwarded-for': ip,
      'user-agent': 'Navegador de prueba',
    },
    body: JSON.stringify(body),
  });
  const answer = (await response.json()) as Problem;
  return { status: response.status, body: answer, problem: answer, headers: response.headers };
}

async function find(email: string) {
  const caller = await app.as('VENTAS');
  const { items, total } = await caller.ok(listClientes, { query: { q: email } });
  expect(total).toBe(1);
  return caller.ok(getCliente, { params: { id: items[0]?.id ?? 0 } });
}

const interes = async (nombre: string) =>
  (await app.as('VENTAS')).ok(createInteres, { body: { nombre, color: '#0b7285' } });

const consents = (clienteId: number) =>
  app.services.deps.db
    .selectFrom('consentimiento')
    .selectAll()
    .where('clienteId', '=', clienteId)
    .orderBy('id')
    .execute();

describe('names that are none', () => {
  it.each(['Gana en https://malo.example', 'www.malo.cl', 'oferta.com', 'yo@malo.cl', '<b>Ana'])(
    'are not sent to whoever has the address: %s',
    async (nombres) => {
      const reply = await post({ email: 'victima@correo.cl', nombres, acepta: true });
      expect(reply.problem).toMatchObject({ code: 'VALIDACION', errores: [{ campo: 'nombres' }] });
    },
  );

  it('but real ones are, however they are written', async () => {
    for (const nombres of ['Ma.José', "M. D'Angelo", 'J.P.', 'Ñusta-Millaray']) {
      const reply = await post({ email: 'real@correo.cl', nombres, acepta: true });
      expect(reply.status, nombres).toBe(202);
    }
  });
});

describe('a new address', () => {
  it('becomes a LEAD with its origin, intereses and the proof of its consent', async () => {
    const { id: gres } = await interes('Gres');
    const reply = await post({
      email: ' Nueva@Correo.cl ',
      nombres: 'Eva',
      apellidos: 'Ñancupil',
      intereses: [gres, gres, 999_999],
      acepta: true,
      utmSource: 'Instagram',
      utmMedium: 'bio',
      sitioWeb: '',
    });
    expect(reply.status).toBe(202);
    const cliente = await find('nueva@correo.cl');
    expect(cliente).toMatchObject({
      tipo: 'B2C',
      nombres: 'Eva',
      apellidos: 'Ñancupil',
      estado: 'LEAD',
      origen: 'INSTAGRAM',
      origenDetalle: { utmSource: 'Instagram', utmMedium: 'bio' },
      suscrito: true,
      intereses: [{ nombre: 'Gres' }],
      historial: [{ de: null, a: 'LEAD', causa: 'CAPTURA', usuario: null }],
    });
    const negocio = await app.services.deps.db
      .selectFrom('negocio')
      .selectAll()
      .executeTakeFirstOrThrow();
    expect(await consents(cliente.id)).toMatchObject([
      {
        email: 'nueva@correo.cl',
        accion: 'OTORGADO',
        canal: 'WEB',
        texto: negocio.textoConsentimiento,
        textoVersion: 1,
        evidencia: {
          ip: expect.stringMatching(/^203\.0\.113\./),
          userAgent: 'Navegador de prueba',
          utmSource: 'Instagram',
        },
      },
    ]);
  });

  it.each([
    [undefined, 'NEWSLETTER'],
    ['boletin-abril', 'NEWSLETTER'],
    ['ig', 'INSTAGRAM'],
    ['m.facebook.com', 'FACEBOOK'],
    ['google', 'GOOGLE'],
    ['TikTok', 'TIKTOK'],
    ['metalurgica', 'NEWSLETTER'],
  ])('with utm_source %j has origin %s', async (utmSource, origen) => {
    const email = `origen-${utmSource ?? 'ninguno'}@correo.cl`.toLowerCase();
    expect((await post({ email, acepta: true, utmSource })).status).toBe(202);
    expect(await find(email)).toMatchObject({ origen, nombres: 'Sin nombre', apellidos: '' });
  });

  it('sent many times at once is one Cliente, and every answer is the same', async () => {
    const { id: gres } = await interes('Vidrio');
    const body = { email: 'muchas@correo.cl', intereses: [gres], acepta: true };
    const replies = await Promise.all(Array.from({ length: 60 }, () => post(body)));
    expect(new Set(replies.map((r) => `${r.status} ${JSON.stringify(r.body)}`))).toEqual(
      new Set([`202 ${JSON.stringify(replies[0]?.body)}`]),
    );
    const cliente = await find('muchas@correo.cl');
    expect(cliente.historial).toHaveLength(1);
    expect(cliente.intereses).toHaveLength(1);
    expect(await consents(cliente.id)).toHaveLength(60);
  });
});

describe('a known address', () => {
  it('keeps its record, adds intereses, renews consent; the answer is that of a new one', async () => {
    const [uno, dos] = [await interes('Uno'), await interes('Dos')];
    const known = await buildFicha(app, {
      email: 'conocida@correo.cl',
      nombres: 'Rosa',
      apellidos: 'Díaz',
      origen: 'REFERIDO',
      origenDetalle: { referidoPor: 'Eva' },
      intereses: [uno.id],
    });
    const reply = await post({
      email: 'CONOCIDA@correo.cl',
      nombres: 'Otra',
      apellidos: 'Persona',
      intereses: [uno.id, dos.id],
      acepta: true,
      utmSource: 'facebook',
    });
    const fresh = await post({ email: 'recien-llegada@correo.cl', acepta: true });
    expect([reply.status, reply.body]).toEqual([fresh.status, fresh.body]);
    const now = await find('conocida@correo.cl');
    expect(now).toMatchObject({
      id: known.id,
      nombres: 'Rosa',
      apellidos: 'Díaz',
      origen: 'REFERIDO',
      origenDetalle: { referidoPor: 'Eva' },
      estado: 'LEAD',
      suscrito: true,
    });
    expect(now.intereses.map((i) => i.nombre)).toEqual(['Dos', 'Uno']);
    expect(now.ultimaActividadEn).not.toBeNull();
    expect(now.historial).toHaveLength(1);
  });

  it('fills in names that were the placeholder, once', async () => {
    const email = 'sin-nombre@correo.cl';
    await post({ email, apellidos: 'Solo Apellido', acepta: true });
    expect(await find(email)).toMatchObject({ nombres: 'Sin nombre', apellidos: '', version: 1 });
    await post({ email, nombres: 'Inés', apellidos: 'Vega', acepta: true });
    expect(await find(email)).toMatchObject({ nombres: 'Inés', apellidos: 'Vega', version: 2 });
    await post({ email, nombres: 'Otra', acepta: true });
    expect(await find(email)).toMatchObject({ nombres: 'Inés', apellidos: 'Vega', version: 2 });
  });

  it('comes back from INACTIVO by its activity, and is never lowered', async () => {
    const ventas = await app.as('VENTAS');
    const { id } = await buildFicha(app, { email: 'dormida@correo.cl' });
    const set = (estado: 'PROSPECTO' | 'INACTIVO', version: number) =>
      ventas.ok(setEstadoCliente, { params: { id }, body: { estado, motivo: 'Prueba', version } });
    await set('PROSPECTO', 1);
    await post({ email: 'dormida@correo.cl', acepta: true });
    expect((await find('dormida@correo.cl')).estado).toBe('PROSPECTO');
    await set('INACTIVO', 2);
    await post({ email: 'dormida@correo.cl', acepta: true });
    const now = await find('dormida@correo.cl');
    expect(now.historial[0]).toMatchObject({ de: 'INACTIVO', a: 'CLIENTE', causa: 'ACTIVIDAD' });
  });

  it('is subscribed again after it had withdrawn', async () => {
    const { id } = await buildFicha(app, { email: 'vuelve@correo.cl' });
    await app.services.deps.db
      .insertInto('consentimiento')
      .values({
        clienteId: id,
        email: 'vuelve@correo.cl',
        finalidad: 'NEWSLETTER',
        accion: 'RETIRADO',
        texto: 'Baja',
        textoVersion: 1,
        canal: 'WEB',
      })
      .execute();
    expect((await find('vuelve@correo.cl')).suscrito).toBe(false);
    await post({ email: 'vuelve@correo.cl', acepta: true });
    expect((await find('vuelve@correo.cl')).suscrito).toBe(true);
  });
});

describe('what is not captured', () => {
  it('a filled honeypot gets the same answer, and nothing is written', async () => {
    const before = await countRows(app);
    const reply = await post({ email: 'robot@correo.cl', acepta: true, sitioWeb: 'https://x.cl' });
    expect(await countRows(app)).toEqual(before);
    const person = await post({ email: 'persona@correo.cl', acepta: true });
    expect([reply.status, reply.body]).toEqual([person.status, person.body]);
  });

  it.each([
    [{}, ['email', 'acepta']],
    [{ email: 'a@b.cl' }, ['acepta']],
    [{ email: 'a@b.cl', acepta: false }, ['acepta']],
    [{ email: 'no es correo', acepta: true }, ['email']],
    [{ email: 'a@b.cl', acepta: true, telefono: '987654321' }, ['telefono']],
    [{ email: 'a@b.cl', acepta: true, nombres: 'a'.repeat(10_000) }, ['nombres']],
    [{ email: 'a@b.cl', acepta: true, nombres: 'A\u0000' }, ['nombres']],
    [{ email: 'a@b.cl', acepta: true, intereses: ['gres'] }, ['intereses.0']],
  ])('%j is refused by field, and nothing is written', async (body, campos) => {
    const before = await countRows(app);
    const reply = await post(body);
    expect(reply.status).toBe(422);
    expectRefusal(reply, 'VALIDACION', campos);
    expect(await countRows(app)).toEqual(before);
  });

  it('more than twenty a minute from one address wait', async () => {
    const visitor = await app.as('VISITANTE');
    const replies = await Promise.all(
      Array.from({ length: 25 }, () =>
        visitor.call(subscribeNewsletter, { body: { email: 'limite@correo.cl', acepta: true } }),
      ),
    );
    const statuses = replies.map((r) => r.status).sort();
    expect(statuses).toEqual([...Array(20).fill(202), ...Array(5).fill(429)]);
  });
});

describe('capture', () => {
  it('of one email 200 times at once makes one Cliente, new to one caller', async () => {
    const { db } = app.services.deps;
    const ctx = { now: new Date().toISOString(), usuarioId: null, requestId: 'test' };
    const results = await Promise.all(
      Array.from({ length: 200 }, (_, i) =>
        transaction(db, (trx) =>
          captureCliente(trx, ctx, {
            email: 'doscientas@correo.cl',
            nombres: 'Ana',
            apellidos: 'Soto',
            telefono: `+5691234${String(1000 + i)}`,
            origen: 'WEB',
            origenDetalle: {},
          }),
        ),
      ),
    );
    expect(results.filter((r) => r.nuevo)).toHaveLength(1);
    expect(new Set(results.map((r) => r.id)).size).toBe(1);
    expect((await find('doscientas@correo.cl')).historial).toHaveLength(1);
  });

  it('fills an empty phone of a known person, and only an empty one', async () => {
    const { db } = app.services.deps;
    const ctx = { now: new Date().toISOString(), usuarioId: null, requestId: 'test' };
    const { id } = await buildFicha(app, { email: 'fono@correo.cl' });
    const capture = (telefono: string) =>
      transaction(db, (trx) =>
        captureCliente(trx, ctx, {
          email: 'fono@correo.cl',
          nombres: 'Otra',
          telefono,
          origen: 'WEB',
          origenDetalle: { utmSource: 'x' },
        }),
      );
    expect(await capture('+56911112222')).toEqual({ id, nuevo: false });
    expect(await find('fono@correo.cl')).toMatchObject({ telefono: '+56911112222', version: 2 });
    await capture('+56933334444');
    expect(await find('fono@correo.cl')).toMatchObject({
      nombres: 'Ana',
      telefono: '+56911112222',
      origen: 'INSTAGRAM',
      version: 2,
    });
  });
});
