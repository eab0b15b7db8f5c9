import { describe, expect, it } from 'vitest';
import { getCliente, listClientes, setEstadoCliente } from '#contract/clientes.ts';
import { createInteres } from '#contract/intereses.ts';
import { getConfirmacion } from '#contract/suscripcion.ts';
import { testApp } from '#tests/support/app.ts';
import { buildFicha } from '#tests/support/clientes.ts';
import { countAllRows, estadoOf, setDobleConfirmacion, tokenOf } from '#tests/support/mensajes.ts';

const app = testApp();
const HOUR = 3_600_000;
const DAY = 24 * HOUR;

let address = 0;
async function post(body: object) {
  address += 1;
  const ip = `203.0.113.${address % 250}`;
  const response = await (await app.as('VISITANTE')).fetch('/api/publico/newsletter', {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      'x-forwarded-for': ip,
      'user-agent': 'Formulario de prueba',
    },
    body: JSON.stringify({ acepta: true, ...body }),
  });
  return { status: response.status, text: await response.text() };
}

async function find(email: string) {
  const caller = await app.as('VENTAS');
  const { items, total } = await caller.ok(listClientes, { query: { q: email } });
  expect(total).toBe(1);
  return caller.ok(getCliente, { params: { id: items[0]?.id ?? 0 } });
}

const asked = (email: string) =>
  app.services.deps.db.selectFrom('suscripcion').selectAll().where('email', '=', email).execute();

const mails = (email: string, automatico = 'CONFIRMAR_NEWSLETTER') =>
  app.services.deps.db
    .selectFrom('emailLog')
    .selectAll()
    .where('email', '=', email)
    .where('automatico', '=', automatico)
    .execute();

const consents = (email: string) =>
  app.services.deps.db
    .selectFrom('consentimiento')
    .selectAll()
    .where('email', '=', email)
    .orderBy('id')
    .execute();

async function suppress(email: string, motivo: 'BAJA' | 'REBOTE' | 'RECLAMO' | 'MANUAL') {
  await app.services.deps.db.insertInto('supresion').values({ email, motivo }).execute();
}

async function isSuppressed(email: string) {
  const row = await app.services.deps.db
    .selectFrom('supresion')
    .select('motivo')
    .where('email', '=', email)
    .executeTakeFirst();
  return row?.motivo;
}

/** The token of the link that the newest message to that address carries. */
async function linkOf(email: string): Promise<string> {
  const all = await asked(email);
  return tokenOf(app, 'suscripcion', all.at(-1)?.id ?? 0);
}

const visitor = () => app.as('VISITANTE');
const read = async (token: string) =>
  (await visitor()).call(getConfirmacion, { params: { token } });
async function confirm(token: string) {
  const response = await (await visitor()).fetch(`/api/publico/correo/confirmacion/${token}`, {
    method: 'POST',
    headers: { 'user-agent': 'Navegador de prueba' },
  });
  return { status: response.status, text: await response.text() };
}

describe('a new address', () => {
  it('is a LEAD at once, and agrees only by the button that its message leads to', async () => {
    const { id: gres } = await (await app.as('VENTAS')).ok(createInteres, {
      body: { nombre: 'Gres', color: '#0b7285' },
    });
    const body = { email: ' Nueva@Correo.cl ', nombres: 'Eva', intereses: [gres] };
    expect((await post(body)).status).toBe(202);
    const lead = await find('nueva@correo.cl');
    expect(lead).toMatchObject({ estado: 'LEAD', origen: 'NEWSLETTER', suscrito: false });
    expect(await consents('nueva@correo.cl')).toEqual([]);
    const [solicitud] = await asked('nueva@correo.cl');
    expect(await mails('nueva@correo.cl')).toMatchObject([
      {
        estado: 'EN_COLA',
        comercial: false,
        clienteId: lead.id,
        referencia: { suscripcion: solicitud?.id },
        clave: `CONFIRMAR_NEWSLETTER:${solicitud?.id}`,
      },
    ]);

    const token = await linkOf('nueva@correo.cl');
    const before = await countAllRows(app);
    const page = await read(token);
    expect(page.body).toEqual({
      email: 'nueva@correo.cl',
      texto: solicitud?.texto,
      confirmada: false,
      vencida: false,
    });
    expect(await countAllRows(app)).toEqual(before);
    expect((await find('nueva@correo.cl')).suscrito).toBe(false);

    const first = await confirm(token);
    expect(first.status).toBe(200);
    expect(await find('nueva@correo.cl')).toMatchObject({
      suscrito: true,
      intereses: [{ nombre: 'Gres' }],
    });
    expect(await consents('nueva@correo.cl')).toMatchObject([
      {
        accion: 'OTORGADO',
        canal: 'WEB',
        texto: solicitud?.texto,
        textoVersion: 1,
        evidencia: {
          suscripcion: solicitud?.id,
          solicitud: {
            ip: expect.stringMatching(/^203\.0\.113\./),
            userAgent: 'Formulario de prueba',
            en: solicitud?.creadoEn,
          },
          confirmacion: {
            ip: expect.any(String),
            userAgent: 'Navegador de prueba',
            en: expect.any(String),
          },
        },
      },
    ]);
    expect(await mails('nueva@correo.cl', 'BIENVENIDA')).toMatchObject([
      { comercial: true, clienteId: lead.id },
    ]);

    const after = await countAllRows(app);
    expect(await confirm(token)).toEqual(first);
    expect(await countAllRows(app)).toEqual(after);
    expect((await read(token)).body).toMatchObject({ confirmada: true, vencida: false });
  });

  it('asked for sixty times at once gets one message, and every answer is the same', async () => {
    const replies = await Promise.all(
      Array.from({ length: 60 }, () => post({ email: 'muchas@correo.cl' })),
    );
    expect([...new Set(replies.map((reply) => JSON.stringify(reply)))]).toEqual([
      expect.stringContaining('202'),
    ]);
    expect(await asked('muchas@correo.cl')).toHaveLength(1);
    expect(await mails('muchas@correo.cl')).toHaveLength(1);
    expect((await find('muchas@correo.cl')).historial).toHaveLength(1);
  });

  it('confirmed twenty times at once agrees once', async () => {
    await post({ email: 'veinte@correo.cl' });
    const token = await linkOf('veinte@correo.cl');
    const replies = await Promise.all(Array.from({ length: 20 }, () => confirm(token)));
    expect(new Set(replies.map((reply) => JSON.stringify(reply))).size).toBe(1);
    expect(replies[0]?.status).toBe(200);
    expect(await consents('veinte@correo.cl')).toHaveLength(1);
    expect(await mails('veinte@correo.cl', 'BIENVENIDA')).toHaveLength(1);
  });
});

describe('the hour', () => {
  it('passes before another message goes to the address; what was said last is confirmed', async () => {
    await post({ email: 'hora@correo.cl' });
    const start = Date.now();
    app.setNow(new Date(start + 0.9 * HOUR));
    await post({ email: 'hora@correo.cl', nombres: 'Inés' });
    expect(await mails('hora@correo.cl')).toHaveLength(1);
    await confirm(await linkOf('hora@correo.cl'));
    expect((await find('hora@correo.cl')).nombres).toBe('Inés');
    app.setNow(new Date(start + 1.1 * HOUR));
    await Promise.all(Array.from({ length: 20 }, () => post({ email: 'hora@correo.cl' })));
    expect(await mails('hora@correo.cl')).toHaveLength(2);
    expect(await asked('hora@correo.cl')).toHaveLength(2);
  });
});

describe('a link', () => {
  it('is dead after seven days, and says so; one already used still gives its answer', async () => {
    await post({ email: 'tarde@correo.cl' });
    await post({ email: 'atiempo@correo.cl' });
    const [late, used] = [await linkOf('tarde@correo.cl'), await linkOf('atiempo@correo.cl')];
    const now = Date.now();
    app.setNow(new Date(now + 7 * DAY - HOUR));
    const answer = await confirm(used);
    expect(answer.status).toBe(200);
    app.setNow(new Date(now + 7 * DAY + 60_000));
    expect((await read(late)).body).toMatchObject({ confirmada: false, vencida: true });
    const refused = await confirm(late);
    expect(refused.status).toBe(410);
    expect(refused.text).toContain('ENLACE_INVALIDO');
    expect(await consents('tarde@correo.cl')).toEqual([]);
    expect(await confirm(used)).toEqual(answer);
  });

  it('that was changed, or made for something else, leads nowhere', async () => {
    await post({ email: 'firma@correo.cl' });
    const id = (await asked('firma@correo.cl'))[0]?.id ?? 0;
    const good = tokenOf(app, 'suscripcion', id);
    const bad = [
      `${good}0`,
      good.slice(0, -1),
      `${good.startsWith('A') ? 'B' : 'A'}${good.slice(1)}`,
      tokenOf(app, 'baja', id),
      tokenOf(app, 'preferencias', id),
      tokenOf(app, 'suscripcion', id + 1_000),
      'x'.repeat(40),
    ];
    for (const token of bad) {
      expect((await read(token)).status, token).toBe(404);
      expect((await confirm(token)).status, token).toBe(404);
    }
    expect(await consents('firma@correo.cl')).toEqual([]);
  });
});

describe('a known person', () => {
  it('stays as they are until they confirm', async () => {
    const known = await buildFicha(app, { email: 'conocida@correo.cl', nombres: 'Rosa' });
    const { id: vidrio } = await (await app.as('VENTAS')).ok(createInteres, {
      body: { nombre: 'Vidrio', color: '#0b7285' },
    });
    await post({ email: 'conocida@correo.cl', nombres: 'Otra', intereses: [vidrio] });
    expect(await find('conocida@correo.cl')).toEqual(known);
    await confirm(await linkOf('conocida@correo.cl'));
    const now = await find('conocida@correo.cl');
    expect(now).toMatchObject({
      nombres: 'Rosa',
      origen: 'INSTAGRAM',
      suscrito: true,
      intereses: [{ nombre: 'Vidrio' }],
    });
    expect(now.ultimaActividadEn).not.toBeNull();
  });

  it('comes back from INACTIVO by confirming, not by being typed into a form', async () => {
    const { id } = await buildFicha(app, { email: 'dormida@correo.cl' });
    await (await app.as('VENTAS')).ok(setEstadoCliente, {
      params: { id },
      body: { estado: 'INACTIVO', motivo: 'Prueba', version: 1 },
    });
    await post({ email: 'dormida@correo.cl' });
    expect((await find('dormida@correo.cl')).estado).toBe('INACTIVO');
    await confirm(await linkOf('dormida@correo.cl'));
    expect((await find('dormida@correo.cl')).estado).toBe('CLIENTE');
  });

  it('cannot be told from a stranger, whatever stands against their address', async () => {
    await buildFicha(app, { email: 'esta@correo.cl' });
    await suppress('rebota@correo.cl', 'REBOTE');
    await suppress('se-fue@correo.cl', 'BAJA');
    const emails = ['esta@correo.cl', 'rebota@correo.cl', 'se-fue@correo.cl', 'nadie@correo.cl'];
    const replies = [];
    for (const email of emails) replies.push(await post({ email }));
    replies.push(await post({ email: 'robot@correo.cl', sitioWeb: 'https://x.cl' }));
    expect(new Set(replies.map((reply) => JSON.stringify(reply))).size).toBe(1);
    expect(replies[0]?.text).toContain('Te escribiremos para que confirmes');
  });
});

describe('an address on the list', () => {
  it('that left stays off it until it confirms', async () => {
    await suppress('vuelve@correo.cl', 'BAJA');
    await post({ email: 'vuelve@correo.cl' });
    expect(await isSuppressed('vuelve@correo.cl')).toBe('BAJA');
    const [message] = await mails('vuelve@correo.cl');
    expect(message?.comercial).toBe(false);
    await confirm(await linkOf('vuelve@correo.cl'));
    expect(await isSuppressed('vuelve@correo.cl')).toBeUndefined();
    expect((await find('vuelve@correo.cl')).suscrito).toBe(true);
  });

  it.each(['REBOTE', 'RECLAMO', 'MANUAL'] as const)('for %s gets nothing', async (motivo) => {
    const email = `${motivo.toLowerCase()}@correo.cl`;
    await suppress(email, motivo);
    await post({ email });
    expect(await mails(email)).toEqual([]);
    expect(await asked(email)).toEqual([]);
    expect(await consents(email)).toEqual([]);
    expect(await isSuppressed(email)).toBe(motivo);
  });

  it('meanwhile for a bounce stays there, though its person confirms', async () => {
    await post({ email: 'rebota-luego@correo.cl' });
    await suppress('rebota-luego@correo.cl', 'REBOTE');
    expect((await confirm(await linkOf('rebota-luego@correo.cl'))).status).toBe(200);
    expect(await isSuppressed('rebota-luego@correo.cl')).toBe('REBOTE');
    expect((await find('rebota-luego@correo.cl')).suscrito).toBe(false);
  });

  it('of a person who is blocked gets nothing', async () => {
    const { id } = await buildFicha(app, { email: 'bloqueada@correo.cl' });
    await app.services.deps.db
      .updateTable('cliente')
      .set({ bloqueadoEn: new Date().toISOString() })
      .where('id', '=', id)
      .execute();
    await post({ email: 'bloqueada@correo.cl' });
    expect(await mails('bloqueada@correo.cl')).toEqual([]);
  });

  it('needs its own confirmation also where the others need none', async () => {
    await setDobleConfirmacion(app, false);
    await suppress('simple@correo.cl', 'BAJA');
    const left = await post({ email: 'simple@correo.cl' });
    const fresh = await post({ email: 'simple-nueva@correo.cl' });
    expect(left).toEqual(fresh);
    expect((await find('simple@correo.cl')).suscrito).toBe(false);
    expect((await find('simple-nueva@correo.cl')).suscrito).toBe(true);
    expect(await mails('simple-nueva@correo.cl')).toEqual([]);
    const [message] = await mails('simple@correo.cl');
    expect(await estadoOf(app, message?.id ?? 0)).toMatchObject({ estado: 'EN_COLA' });
    await confirm(await linkOf('simple@correo.cl'));
    expect((await find('simple@correo.cl')).suscrito).toBe(true);
    await setDobleConfirmacion(app, true);
  });
});
