import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { getCliente } from '#contract/clientes.ts';
import { createInteres } from '#contract/intereses.ts';
import { getMisDatos, updateMisDatos } from '#contract/misDatos.ts';
import { createCompraCurso, createInscripcionPublica } from '#contract/publico.ts';
import { deleteSupresion, setConsentimiento } from '#contract/supresiones.ts';
import { getBaja, getPreferencias, setPreferencias } from '#contract/suscripcion.ts';
import { testApp } from '#tests/support/app.ts';
import { buildCurso, buildPersona, buildTaller } from '#tests/support/builders.ts';
import { buildFicha } from '#tests/support/clientes.ts';
import { buildMensaje, countAllRows, estadoOf, tokenOf } from '#tests/support/mensajes.ts';

const app = testApp();
const db = () => app.services.deps.db;

/** Someone who agreed, with a message in their mailbox. */
async function reader(email: string) {
  const { id: clienteId } = await buildFicha(app, { email });
  await (await app.as('VENTAS')).ok(setConsentimiento, {
    params: { id: clienteId },
    body: { acepta: true, evidencia: 'Lo pidió en el taller.' },
  });
  const mensajeId = await buildMensaje(app, { email, clienteId });
  return { clienteId, mensajeId, token: tokenOf(app, 'baja', mensajeId) };
}

/** As a mail program does: to the page's own address, a form, from nowhere we know and without cookie. */
async function oneClick(token: string, headers: Record<string, string> = {}) {
  const response = await fetch(`${app.url}/correo/baja/${token}`, {
    method: 'POST',
    redirect: 'manual',
    headers: {
      'content-type': 'application/x-www-form-urlencoded',
      'user-agent': 'Programa de correo',
      ...headers,
    },
    body: 'List-Unsubscribe=One-Click',
  });
  return { status: response.status, text: await response.text() };
}

const supresion = (email: string) =>
  db().selectFrom('supresion').selectAll().where('email', '=', email).executeTakeFirst();
const consents = (clienteId: number) =>
  db()
    .selectFrom('consentimiento')
    .selectAll()
    .where('clienteId', '=', clienteId)
    .orderBy('id')
    .execute();
const eventos = (mensajeId: number) =>
  db().selectFrom('emailEvento').selectAll().where('emailLogId', '=', mensajeId).execute();
const suscrito = async (id: number) =>
  (await (await app.as('VENTAS')).ok(getCliente, { params: { id } })).suscrito;

describe('leaving', () => {
  it('shows a page first: opening it, or asking what it is about, changes nothing', async () => {
    const { clienteId, token } = await reader('mira@correo.cl');
    const visitor = await app.as('VISITANTE');
    const before = await countAllRows(app);
    const page = await visitor.fetch(`/correo/baja/${token}`);
    expect(page.status).toBe(200);
    expect(await page.text()).toContain('noindex');
    expect(await visitor.ok(getBaja, { params: { token } })).toEqual({
      email: 'mira@correo.cl',
      suscrito: true,
    });
    await visitor.fetch(`/correo/baja/${token}`, { method: 'HEAD' });
    expect(await countAllRows(app)).toEqual(before);
    expect(await suscrito(clienteId)).toBe(true);
  });

  it('by one click of a mail program answers 200, without redirect, whatever its origin', async () => {
    const { clienteId, mensajeId, token } = await reader('unclic@correo.cl');
    const foreign = { origin: 'https://mail.example.com', 'sec-fetch-site': 'cross-site' };
    const reply = await oneClick(token, foreign);
    expect(reply.status).toBe(200);
    expect(await suscrito(clienteId)).toBe(false);
    expect(await supresion('unclic@correo.cl')).toMatchObject({
      motivo: 'BAJA',
      emailLogId: mensajeId,
    });
    expect((await consents(clienteId)).at(-1)).toMatchObject({
      accion: 'RETIRADO',
      canal: 'CORREO',
      evidencia: {
        mensaje: mensajeId,
        ip: expect.any(String),
        userAgent: 'Programa de correo',
        via: 'UN_CLIC',
      },
    });
    expect(await eventos(mensajeId)).toMatchObject([{ tipo: 'BAJA' }]);

    const after = await countAllRows(app);
    expect(await oneClick(token)).toEqual(reply);
    expect(await countAllRows(app)).toEqual(after);
  });

  it('by the button of the page says so in the proof', async () => {
    const { clienteId, token } = await reader('boton@correo.cl');
    const response = await (await app.as('VISITANTE')).fetch(`/api/publico/correo/baja/${token}`, {
      method: 'POST',
    });
    expect(response.status).toBe(200);
    expect((await consents(clienteId)).at(-1)?.evidencia).toMatchObject({ via: 'PAGINA' });
  });

  it('twenty times at once leaves one withdrawal', async () => {
    const { clienteId, mensajeId, token } = await reader('veinte@correo.cl');
    const replies = await Promise.all(Array.from({ length: 20 }, () => oneClick(token)));
    expect(new Set(replies.map((reply) => JSON.stringify(reply))).size).toBe(1);
    expect((await consents(clienteId)).map((c) => c.accion)).toEqual(['OTORGADO', 'RETIRADO']);
    expect(await eventos(mensajeId)).toHaveLength(1);
  });

  it('stops at once what is queued or only taken, not receipts nor others', async () => {
    const { clienteId, token } = await reader('cola@correo.cl');
    const email = 'cola@correo.cl';
    const queued = await buildMensaje(app, { email, clienteId, estado: 'EN_COLA' });
    const receipt = await buildMensaje(app, { email, estado: 'EN_COLA', comercial: false });
    const other = await buildMensaje(app, { email: 'otra@correo.cl', estado: 'EN_COLA' });
    const taken = await buildMensaje(app, { email, clienteId, estado: 'EN_COLA' });
    await db()
      .updateTable('emailLog')
      .set({ estado: 'TOMADO', tomadoPor: crypto.randomUUID() })
      .where('id', '=', taken)
      .execute();
    await oneClick(token);
    expect(await estadoOf(app, queued)).toMatchObject({ estado: 'SUPRIMIDO' });
    expect(await estadoOf(app, taken)).toMatchObject({ estado: 'SUPRIMIDO', tomadoPor: null });
    expect(await estadoOf(app, receipt)).toMatchObject({ estado: 'EN_COLA' });
    expect(await estadoOf(app, other)).toMatchObject({ estado: 'EN_COLA' });
  });

  it('answers only when nothing is being handed over any more', async () => {
    const { clienteId, token } = await reader('vuelo@correo.cl');
    const flying = await buildMensaje(app, {
      email: 'vuelo@correo.cl',
      clienteId,
      estado: 'EN_COLA',
    });
    const now = new Date().toISOString();
    await db()
      .updateTable('emailLog')
      .set({ estado: 'TOMADO', tomadoPor: crypto.randomUUID(), entregaEn: now })
      .where('id', '=', flying)
      .execute();
    const order: string[] = [];
    const leaving = oneClick(token).then(() => order.push('answered'));
    const withdrawn = async (): Promise<void> => {
      if (!(await supresion('vuelo@correo.cl'))) return withdrawn();
    };
    await withdrawn();
    await sleep(400);
    order.push('handed over');
    await db()
      .updateTable('emailLog')
      .set({ estado: 'ENVIADO', enviadoEn: now, tomadoPor: null })
      .where('id', '=', flying)
      .execute();
    await leaving;
    expect(order).toEqual(['handed over', 'answered']);
  });

  it('works for an address that is nobody’s any more, and for who has another by now', async () => {
    const loose = await buildMensaje(app, { email: 'suelta@correo.cl' });
    expect((await oneClick(tokenOf(app, 'baja', loose))).status).toBe(200);
    expect(await supresion('suelta@correo.cl')).toMatchObject({ motivo: 'BAJA' });

    const { clienteId, token } = await reader('antes@correo.cl');
    await db()
      .updateTable('cliente')
      .set({ email: 'ahora@correo.cl' })
      .where('id', '=', clienteId)
      .execute();
    await oneClick(token);
    expect(await suscrito(clienteId)).toBe(false);
    expect(await supresion('antes@correo.cl')).toMatchObject({ motivo: 'BAJA' });
  });

  it('needs the token of that very purpose', async () => {
    const { mensajeId, token } = await reader('firma@correo.cl');
    const before = await countAllRows(app);
    const bad = [
      `${token}1`,
      token.slice(0, -1),
      `${token.startsWith('A') ? 'B' : 'A'}${token.slice(1)}`,
      tokenOf(app, 'preferencias', mensajeId),
      tokenOf(app, 'ver', mensajeId),
      tokenOf(app, 'baja', mensajeId + 100_000),
      '..%2F..%2Fx',
    ];
    const visitor = await app.as('VISITANTE');
    for (const one of bad) {
      expect((await oneClick(one)).status, one).toBe(404);
      expect((await visitor.fetch(`/api/publico/correo/baja/${one}`)).status, one).toBe(404);
    }
    expect(await countAllRows(app)).toEqual(before);
  });

  it('is not undone by the ticks of forms', async () => {
    const { clienteId, token } = await reader('compra@correo.cl');
    await oneClick(token);
    const visitor = await app.as('VISITANTE');
    const persona = { ...buildPersona(), email: 'compra@correo.cl', aceptaNovedades: true };
    const taller = await buildTaller(app);
    await visitor.ok(createInscripcionPublica, { params: { slug: taller.slug }, body: persona });
    const curso = await buildCurso(app);
    const { cantidad: _, ...comprador } = persona;
    await visitor.ok(createCompraCurso, { params: { slug: curso.slug }, body: comprador });
    expect(await supresion('compra@correo.cl')).toMatchObject({ motivo: 'BAJA' });
    expect((await consents(clienteId)).map((c) => c.accion)).toEqual(['OTORGADO', 'RETIRADO']);
    await (await app.as('MARKETING')).ok(deleteSupresion, {
      body: { email: 'compra@correo.cl', motivo: 'Por error' },
    });
    expect(await suscrito(clienteId)).toBe(false);
  });

  it('keeps a stronger reason', async () => {
    const bounced = await buildMensaje(app, { email: 'rebota@correo.cl' });
    await db()
      .insertInto('supresion')
      .values({ email: 'rebota@correo.cl', motivo: 'REBOTE' })
      .execute();
    await oneClick(tokenOf(app, 'baja', bounced));
    expect(await supresion('rebota@correo.cl')).toMatchObject({ motivo: 'REBOTE' });
  });
});

describe('preferences', () => {
  it('choose what to hear about, stop all, and come back', async () => {
    const ventas = await app.as('VENTAS');
    const visitor = await app.as('VISITANTE');
    const uno = await ventas.ok(createInteres, { body: { nombre: 'Uno', color: '#0b7285' } });
    const dos = await ventas.ok(createInteres, { body: { nombre: 'Dos', color: '#0b7285' } });
    const { clienteId, mensajeId, token: leave } = await reader('elige@correo.cl');
    const params = { token: tokenOf(app, 'preferencias', mensajeId) };
    const before = await countAllRows(app);
    expect(await visitor.ok(getPreferencias, { params })).toMatchObject({
      email: 'elige@correo.cl',
      nombres: 'Ana',
      suscrito: true,
      puedeSuscribirse: true,
      intereses: [
        { nombre: 'Dos', elegido: false },
        { nombre: 'Uno', elegido: false },
      ],
    });
    expect(await countAllRows(app)).toEqual(before);

    const chosen = await visitor.ok(setPreferencias, {
      params,
      body: { suscrito: true, intereses: [uno.id, dos.id] },
    });
    expect(chosen.intereses.map((i) => i.elegido)).toEqual([true, true]);
    await visitor.ok(setPreferencias, { params, body: { suscrito: true, intereses: [uno.id] } });
    const rows = await db()
      .selectFrom('clienteInteres')
      .select(['interesId', 'correo'])
      .where('clienteId', '=', clienteId)
      .orderBy('interesId')
      .execute();
    expect(rows).toEqual([
      { interesId: uno.id, correo: true },
      { interesId: dos.id, correo: false },
    ]);

    const off = await visitor.ok(setPreferencias, {
      params,
      body: { suscrito: false, intereses: [] },
    });
    expect(off).toMatchObject({ suscrito: false, puedeSuscribirse: true });
    expect(await supresion('elige@correo.cl')).toMatchObject({ motivo: 'BAJA' });
    await oneClick(leave);
    const back = await visitor.ok(setPreferencias, {
      params,
      body: { suscrito: true, intereses: [dos.id] },
    });
    expect(back.suscrito).toBe(true);
    expect(await supresion('elige@correo.cl')).toBeUndefined();
    expect((await consents(clienteId)).map((c) => [c.accion, c.canal])).toEqual([
      ['OTORGADO', 'EQUIPO'],
      ['RETIRADO', 'PREFERENCIAS'],
      ['OTORGADO', 'PREFERENCIAS'],
    ]);
  });

  it('of an address that gets no mail at all cannot be turned on from there', async () => {
    const { mensajeId } = await reader('reclamo@correo.cl');
    await db()
      .insertInto('supresion')
      .values({ email: 'reclamo@correo.cl', motivo: 'RECLAMO' })
      .execute();
    const params = { token: tokenOf(app, 'preferencias', mensajeId) };
    const visitor = await app.as('VISITANTE');
    expect(await visitor.ok(getPreferencias, { params })).toMatchObject({
      suscrito: false,
      puedeSuscribirse: false,
    });
    const refused = await visitor.call(setPreferencias, {
      params,
      body: { suscrito: true, intereses: [] },
    });
    expect(refused.problem.code).toBe('ESTADO_NO_PERMITE');
    expect(await supresion('reclamo@correo.cl')).toMatchObject({ motivo: 'RECLAMO' });
  });
});

describe('the portal', () => {
  it('turns news off and on for its own address', async () => {
    const { clienteId } = await reader('alumna@correo.cl');
    const alumna = await app.asAlumno(clienteId);
    const { version } = await alumna.ok(getMisDatos, {});
    await alumna.ok(updateMisDatos, { body: { aceptaNovedades: false, version } });
    expect(await supresion('alumna@correo.cl')).toMatchObject({ motivo: 'BAJA' });
    expect(await suscrito(clienteId)).toBe(false);
    const on = await alumna.ok(updateMisDatos, { body: { aceptaNovedades: true, version } });
    expect(on.aceptaNovedades).toBe(true);
    expect(await supresion('alumna@correo.cl')).toBeUndefined();
    expect(await suscrito(clienteId)).toBe(true);
  });

  it('does not put on the list who never wanted news and saves something else', async () => {
    const { id } = await buildFicha(app, { email: 'otra-alumna@correo.cl' });
    const alumna = await app.asAlumno(id);
    const { version } = await alumna.ok(getMisDatos, {});
    await alumna.ok(updateMisDatos, { body: { aceptaNovedades: false, nombres: 'Eva', version } });
    expect(await supresion('otra-alumna@correo.cl')).toBeUndefined();
  });
});
