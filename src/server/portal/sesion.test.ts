import { describe, expect, it } from 'vitest';
import { listAuditoria } from '#contract/auditoria.ts';
import * as auth from '#contract/auth.ts';
import { listAvisos } from '#contract/avisos.ts';
import * as clientes from '#contract/clientes.ts';
import type { Problem } from '#contract/errors.ts';
import { getMisDatos, updateMisDatos } from '#contract/misDatos.ts';
import * as contract from '#contract/portal.ts';
import { CLAVE, portalToken, signInAs, testApp } from '#tests/support/app.ts';
import { buildCliente, inDays } from '#tests/support/builders.ts';

const app = testApp();
const CLAVE_ALUMNA = 'gres y engobe azul';
let address = 0;

/** A request of a visitor from an address of their own, so that only the asked limit is met. */
async function visit(path: string, body: object, from?: string) {
  address += 1;
  const response = await fetch(app.url + path, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-forwarded-for': from ?? `10.1.0.${address}` },
    body: JSON.stringify(body),
  });
  const text = await response.text();
  return {
    status: response.status,
    cookie: response.headers
      .getSetCookie()
      .map((c) => c.split(';')[0])
      .join('; '),
    body: JSON.parse(text) as contract.Alumno,
    problem: JSON.parse(text) as Problem,
  };
}

const enter = (token: string) => visit('/api/portal/sesion/enlace', { token });
const enterByClave = (email: string, clave: string) =>
  visit('/api/portal/sesion', { email, clave });

async function emailOf(clienteId: number): Promise<string> {
  const { db } = app.services.deps;
  const row = await db
    .selectFrom('cliente')
    .select('email')
    .where('id', '=', clienteId)
    .executeTakeFirstOrThrow();
  return row.email ?? '';
}

async function setEmail(clienteId: number, email: string): Promise<void> {
  const staff = await app.as('VENTAS');
  const { version } = await staff.ok(clientes.getCliente, { params: { id: clienteId } });
  await staff.ok(clientes.updateCliente, { params: { id: clienteId }, body: { email, version } });
}

const usuarios = (clienteId: number) =>
  app.services.deps.db
    .selectFrom('usuario')
    .selectAll()
    .where('clienteId', '=', clienteId)
    .execute();

describe('a link to the portal', () => {
  it('opens the session of its Cliente, and a second time nothing', async () => {
    const clienteId = await buildCliente(app);
    const token = await portalToken(app, clienteId);
    const first = await enter(token);
    expect(first.status).toBe(200);
    expect(first.body).toMatchObject({ email: await emailOf(clienteId), tieneClave: false });
    const again = await enter(token);
    expect([again.status, again.problem.code]).toEqual([410, 'ENLACE_INVALIDO']);
    expect(again.cookie).toBe('');
  });

  it('used twenty times at once opens one session', async () => {
    const clienteId = await buildCliente(app);
    const token = await portalToken(app, clienteId);
    const replies = await Promise.all(Array.from({ length: 20 }, () => enter(token)));
    const statuses = replies.map(({ status }) => status);
    expect(statuses.filter((status) => status === 200)).toHaveLength(1);
    expect(statuses.filter((status) => status === 410)).toHaveLength(19);
    const [usuario, ...others] = await usuarios(clienteId);
    expect(others).toEqual([]);
    const sesiones = await app.services.deps.db
      .selectFrom('sesion')
      .select('id')
      .where('userId', '=', usuario?.id ?? '')
      .execute();
    expect(sesiones).toHaveLength(1);
  });

  it('and another, both used at once, make one login', async () => {
    const clienteId = await buildCliente(app);
    const tokens = await Promise.all([1, 2, 3].map(() => portalToken(app, clienteId)));
    const replies = await Promise.all(tokens.map(enter));
    expect(replies.map(({ status }) => status)).toEqual([200, 200, 200]);
    expect(await usuarios(clienteId)).toHaveLength(1);
  });

  it('lasts a day', async () => {
    const clienteId = await buildCliente(app);
    const [early, late] = [await portalToken(app, clienteId), await portalToken(app, clienteId)];
    app.setNow(new Date(Date.now() + 23.9 * 3_600_000));
    expect((await enter(early)).status).toBe(200);
    app.setNow(new Date(Date.now() + 24.1 * 3_600_000));
    expect((await enter(late)).problem.code).toBe('ENLACE_INVALIDO');
  });

  it('is kept as a hash, and no made-up text opens anything', async () => {
    const token = await portalToken(app, await buildCliente(app));
    const rows = await app.services.deps.db.selectFrom('verificacion').selectAll().execute();
    expect(rows.length).toBeGreaterThan(0);
    expect(JSON.stringify(rows)).not.toContain(token);
    const hash = rows.at(-1)?.identifier ?? '';
    for (const guess of [hash, hash.replace('portal:', ''), token.slice(1), 'x', "' or 1=1 --"]) {
      expect((await enter(guess)).problem.code).toBe('ENLACE_INVALIDO');
    }
    expect((await enter(token)).status).toBe(200);
  });

  it('cannot be guessed for long from one address', async () => {
    const replies = [];
    for (let i = 0; i < 21; i += 1) {
      replies.push(await visit('/api/portal/sesion/enlace', { token: `t${i}` }, '10.77.0.1'));
    }
    expect(replies.map(({ status }) => status)).toEqual([...Array(20).fill(410), 429]);
  });

  it('is worth nothing once the Cliente has another email, nor for who has it now', async () => {
    const [one, other] = [await buildCliente(app), await buildCliente(app)];
    const email = await emailOf(one);
    const token = await portalToken(app, one);
    await setEmail(one, 'cambio@correo.cl');
    expect((await enter(token)).problem.code).toBe('ENLACE_INVALIDO');
    await setEmail(other, email);
    expect((await enter(token)).problem.code).toBe('ENLACE_INVALIDO');
  });
});

describe('a login whose Cliente gets another email', () => {
  it('is closed at once, and opens again by the new address alone, without the old password', async () => {
    const clienteId = await buildCliente(app);
    const old = await emailOf(clienteId);
    const alumna = await app.asAlumno(clienteId);
    await alumna.ok(contract.setClaveAlumno, { body: { nueva: CLAVE_ALUMNA } });
    await setEmail(clienteId, 'la-nueva@correo.cl');
    expect((await alumna.call(contract.getAlumno, {})).status).toBe(401);
    expect((await enterByClave(old, CLAVE_ALUMNA)).problem.code).toBe('CREDENCIALES_INVALIDAS');

    const back = await enter(await portalToken(app, clienteId));
    expect(back.body).toMatchObject({ email: 'la-nueva@correo.cl', tieneClave: false });
    expect((await alumna.call(contract.getAlumno, {})).status).toBe(401);
    const refused = await enterByClave('la-nueva@correo.cl', CLAVE_ALUMNA);
    expect(refused.problem.code).toBe('CREDENCIALES_INVALIDAS');
    expect(await usuarios(clienteId)).toHaveLength(1);
  });

  it('takes its calendar address with it, also when the new address enters', async () => {
    const clienteId = await buildCliente(app);
    const alumna = await app.asAlumno(clienteId);
    const path = new URL((await alumna.ok(contract.getCalendario, {})).url).pathname;
    const status = async () => (await fetch(app.url + path)).status;
    expect(await status()).toBe(200);
    await setEmail(clienteId, 'otra-agenda@correo.cl');
    expect(await status()).toBe(404);
    const back = await app.asAlumno(clienteId);
    expect(await status()).toBe(404);
    expect((await back.ok(contract.getCalendario, {})).url).not.toContain(path);
  });

  it('gives way to the Cliente who has the address now', async () => {
    const [before, after] = [await buildCliente(app), await buildCliente(app)];
    const email = await emailOf(before);
    const first = await app.asAlumno(before);
    await first.ok(contract.setClaveAlumno, { body: { nueva: CLAVE_ALUMNA } });
    await setEmail(before, 'se-fue@correo.cl');
    await setEmail(after, email);
    const second = await app.asAlumno(after);
    expect((await second.ok(contract.getAlumno, {})).email).toBe(email);
    expect(await usuarios(before)).toEqual([]);
    expect((await enterByClave(email, CLAVE_ALUMNA)).problem.code).toBe('CREDENCIALES_INVALIDAS');
    expect((await first.call(contract.getAlumno, {})).status).toBe(401);
  });
});

describe('staff and students', () => {
  it('never open the other’s door: not by link, nor password, nor cookie', async () => {
    const clienteId = await buildCliente(app);
    const email = await emailOf(clienteId);
    const alumna = await app.asAlumno(clienteId);
    await alumna.ok(contract.setClaveAlumno, { body: { nueva: CLAVE_ALUMNA } });
    expect((await alumna.call(auth.getSesion, {})).problem.code).toBe('SIN_SESION');
    expect((await alumna.call(clientes.listClientes, {})).problem.code).toBe('SIN_SESION');
    const staff = await app.as('ADMIN');
    expect((await staff.call(contract.getAlumno, {})).problem.code).toBe('SIN_SESION');
    const refused = await visit('/api/sesion', { email, clave: CLAVE_ALUMNA });
    expect([refused.problem.code, refused.cookie]).toEqual(['CREDENCIALES_INVALIDAS', '']);
    const wrongDoor = await enterByClave('admin@prueba.cl', CLAVE);
    expect([wrongDoor.problem.code, wrongDoor.cookie]).toEqual(['CREDENCIALES_INVALIDAS', '']);
  });

  it('a staff address gets no student session, though a Cliente has it too', async () => {
    const clienteId = await buildCliente(app);
    const token = await portalToken(app, clienteId);
    const admin = await app.as('ADMIN');
    const email = await emailOf(clienteId);
    const alumna = await app.asAlumno(clienteId);
    await admin.ok(auth.createUsuario, {
      body: { nombre: 'De los dos', email, rol: 'SOPORTE', clave: CLAVE },
    });
    expect((await alumna.call(contract.getAlumno, {})).status).toBe(401);
    expect((await enter(token)).problem.code).toBe('ENLACE_INVALIDO');
    const staff = await signInAs(app, email, CLAVE);
    expect((await staff.ok(auth.getSesion, {})).rol).toBe('SOPORTE');
  });

  it('administrators see and change staff alone', async () => {
    const clienteId = await buildCliente(app);
    const alumna = await app.asAlumno(clienteId);
    const admin = await app.as('ADMIN');
    const [usuario] = await usuarios(clienteId);
    const id = usuario?.id ?? '';
    const { items } = await admin.ok(auth.listUsuarios, {});
    expect(items.map((item) => item.id)).not.toContain(id);
    const params = { id };
    const changed = await admin.call(auth.updateUsuario, { params, body: { rol: 'ADMIN' } });
    expect(changed.status).toBe(404);
    expect((await admin.call(auth.revokeSesionesDeUsuario, { params })).status).toBe(404);
    expect((await alumna.call(contract.getAlumno, {})).status).toBe(200);
  });
});

describe('asking for a link', () => {
  const ask = (email: string) => visit('/api/portal/enlaces', { email });
  const avisosDe = async (clienteId: number) => {
    const staff = await app.as('SOPORTE');
    return (await staff.ok(listAvisos, { query: { cliente: clienteId } })).items;
  };

  it('is answered alike for anyone, and leaves staff one message an hour for who is known', async () => {
    const clienteId = await buildCliente(app);
    const email = await emailOf(clienteId);
    const replies = [
      await ask(email),
      await ask(email.toUpperCase()),
      await ask('nadie@correo.cl'),
    ];
    await app.runJobs();
    expect(new Set(replies.map(({ status, body }) => JSON.stringify([status, body]))).size).toBe(1);
    expect(replies[0]?.status).toBe(202);
    const [aviso, ...others] = await avisosDe(clienteId);
    expect(others).toEqual([]);
    expect(aviso).toMatchObject({ tipo: 'ENLACE_PORTAL', enviadoEn: null });

    app.setNow(new Date(Date.now() + 30 * 60_000));
    await ask(email);
    await app.runJobs();
    expect((await avisosDe(clienteId))[0]?.creadoEn).toBe(aviso?.creadoEn);
    app.setNow(new Date(Date.now() + 61 * 60_000));
    await ask(email);
    await app.runJobs();
    const later = await avisosDe(clienteId);
    expect(later).toHaveLength(1);
    expect(later[0]?.creadoEn).not.toBe(aviso?.creadoEn);
  });

  it('prepares nothing for an address of the staff', async () => {
    await app.as('MARKETING');
    const clienteId = await buildCliente(app);
    await setEmail(clienteId, 'marketing@prueba.cl');
    expect((await ask('marketing@prueba.cl')).status).toBe(202);
    await app.runJobs();
    expect(await avisosDe(clienteId)).toEqual([]);
  });

  it('is limited by address, and names what is wrong with an email', async () => {
    const replies = [];
    for (let i = 0; i < 21; i += 1) {
      replies.push(await visit('/api/portal/enlaces', { email: 'yo@correo.cl' }, '10.88.0.1'));
    }
    expect(replies.map(({ status }) => status)).toEqual([...Array(20).fill(202), 429]);
    expect((await ask('no es un correo')).problem.errores?.[0]?.campo).toBe('email');
  });
});

describe('a student’s password', () => {
  it('is chosen, signs in, and is only changed by who knows it', async () => {
    const clienteId = await buildCliente(app);
    const email = await emailOf(clienteId);
    const alumna = await app.asAlumno(clienteId);
    const other = await app.asAlumno(clienteId);
    const me = await alumna.ok(contract.setClaveAlumno, { body: { nueva: CLAVE_ALUMNA } });
    expect(me.tieneClave).toBe(true);
    expect((await other.call(contract.getAlumno, {})).status).toBe(401);
    expect((await enterByClave(email, CLAVE_ALUMNA)).status).toBe(200);

    const set = (body: { actual?: string; nueva: string }) =>
      alumna.call(contract.setClaveAlumno, { body });
    const nueva = 'otra arcilla blanca';
    expect((await set({ nueva })).problem.errores?.[0]?.campo).toBe('actual');
    expect((await set({ actual: 'no es', nueva })).problem.errores?.[0]?.campo).toBe('actual');
    expect((await set({ actual: CLAVE_ALUMNA, nueva })).status).toBe(200);
    expect((await enterByClave(email, CLAVE_ALUMNA)).status).toBe(401);
    expect((await enterByClave(email, nueva)).status).toBe(200);
  });

  it('is refused when it is weak', async () => {
    const alumna = await app.asAlumno(await buildCliente(app));
    for (const nueva of ['corta', '1234567890', 'mariajose muñoz 1']) {
      const reply = await alumna.call(contract.setClaveAlumno, { body: { nueva } });
      expect([reply.status, reply.problem.errores?.[0]?.campo], nueva).toEqual([422, 'nueva']);
    }
  });

  it('fails alike for an unknown email, none set and a wrong one, and not for long', async () => {
    const clienteId = await buildCliente(app);
    const email = await emailOf(clienteId);
    const unset = await enterByClave(email, CLAVE_ALUMNA);
    await app.asAlumno(clienteId);
    const none = await enterByClave(email, CLAVE_ALUMNA);
    const unknown = await enterByClave('nadie@correo.cl', CLAVE_ALUMNA);
    expect(none.problem).toEqual(unset.problem);
    expect(unknown.problem).toEqual(unset.problem);
    for (let i = 0; i < 8; i += 1) await enterByClave(email, 'no es la clave');
    expect((await enterByClave(email, 'no es la clave')).status).toBe(429);
  });
});

describe('a student', () => {
  it('leaves, and the cookie is worth nothing', async () => {
    const alumna = await app.asAlumno(await buildCliente(app));
    await alumna.ok(contract.leavePortal, {});
    expect((await alumna.call(contract.getAlumno, {})).status).toBe(401);
  });

  it('who visits counts as active, once a day', async () => {
    const clienteId = await buildCliente(app);
    const { db } = app.services.deps;
    const last = async () =>
      (
        await db
          .selectFrom('cliente')
          .select('ultimaActividadEn')
          .where('id', '=', clienteId)
          .executeTakeFirstOrThrow()
      ).ultimaActividadEn;
    const alumna = await app.asAlumno(clienteId);
    const first = await last();
    expect(first).not.toBeNull();
    await alumna.ok(contract.getAlumno, {});
    expect(await last()).toBe(first);
    app.setNow(new Date(inDays(2)));
    await alumna.ok(contract.getAlumno, {});
    expect(await last()).not.toBe(first);
  });
});

describe('closing the account', () => {
  it('takes login, password, links and consent away, and keeps the Cliente', async () => {
    const clienteId = await buildCliente(app);
    const email = await emailOf(clienteId);
    const alumna = await app.asAlumno(clienteId);
    const { version } = await alumna.ok(getMisDatos, {});
    await alumna.ok(updateMisDatos, { body: { aceptaNovedades: true, version } });
    await alumna.ok(contract.setClaveAlumno, { body: { nueva: CLAVE_ALUMNA } });
    const { url } = await alumna.ok(contract.getCalendario, {});
    const pending = await portalToken(app, clienteId);

    const unsure = await alumna.send('POST', '/api/portal/cierre', { confirma: false });
    expect(unsure.problem.errores?.[0]?.campo).toBe('confirma');
    await alumna.ok(contract.closeCuenta, { body: { confirma: true } });

    expect((await alumna.call(contract.getAlumno, {})).status).toBe(401);
    expect(await usuarios(clienteId)).toEqual([]);
    expect((await enter(pending)).problem.code).toBe('ENLACE_INVALIDO');
    expect((await enterByClave(email, CLAVE_ALUMNA)).status).toBe(401);
    expect((await fetch(app.url + new URL(url).pathname)).status).toBe(404);
    const staff = await app.as('ADMIN');
    const cliente = await staff.ok(clientes.getCliente, { params: { id: clienteId } });
    expect(cliente).toMatchObject({ email, suscrito: false });
    const consents = await app.services.deps.db
      .selectFrom('consentimiento')
      .select(['accion', 'canal', 'email'])
      .where('clienteId', '=', clienteId)
      .orderBy('id')
      .execute();
    expect(consents).toEqual([
      { accion: 'OTORGADO', canal: 'PORTAL', email },
      { accion: 'RETIRADO', canal: 'PORTAL', email },
    ]);
    const query = { entidad: 'CLIENTE', entidadId: String(clienteId) };
    const { items } = await staff.ok(listAuditoria, { query });
    expect(items[0]).toMatchObject({ accion: 'CERRAR_CUENTA', usuario: null });

    const back = await app.asAlumno(clienteId);
    expect((await back.ok(contract.getAlumno, {})).tieneClave).toBe(false);
  });
});
