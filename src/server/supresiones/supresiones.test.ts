import { describe, expect, it } from 'vitest';
import { createCliente, getCliente } from '#contract/clientes.ts';
import {
  createSupresion,
  deleteSupresion,
  exportSupresiones,
  getPermisoCorreo,
  importSupresiones,
  listSupresiones,
  setBloqueo,
  setConsentimiento,
} from '#contract/supresiones.ts';
import { testApp } from '#tests/support/app.ts';
import { buildFicha } from '#tests/support/clientes.ts';
import { buildMensaje, countAllRows, estadoOf } from '#tests/support/mensajes.ts';

const app = testApp();
const db = () => app.services.deps.db;
const marketing = () => app.as('MARKETING');
const ventas = () => app.as('VENTAS');

const find = async (q: string) => (await marketing()).ok(listSupresiones, { query: { q } });
const permiso = async (id: number) => (await ventas()).ok(getPermisoCorreo, { params: { id } });
const consent = async (id: number, acepta: boolean) =>
  (await ventas()).ok(setConsentimiento, {
    params: { id },
    body: { acepta, evidencia: 'Por teléfono' },
  });
const lift = async (email: string) =>
  (await marketing()).call(deleteSupresion, { body: { email, motivo: 'Lo pidió por escrito' } });
const acts = (entidad: string, entidadId: string) =>
  db()
    .selectFrom('auditoria')
    .selectAll()
    .where('entidad', '=', entidad)
    .where('entidadId', '=', entidadId)
    .orderBy('id')
    .execute();

describe('the list', () => {
  it('takes an address by hand: nothing at all goes there any more', async () => {
    const { id } = await buildFicha(app, { email: 'no-mas@correo.cl' });
    const offer = await buildMensaje(app, { email: 'no-mas@correo.cl', estado: 'EN_COLA' });
    const receipt = await buildMensaje(app, {
      email: 'no-mas@correo.cl',
      estado: 'EN_COLA',
      comercial: false,
    });
    const reply = await (await marketing()).call(createSupresion, {
      body: { email: ' No-Mas@correo.cl ', detalle: 'Se enojó' },
    });
    expect(reply.status).toBe(201);
    expect(reply.body).toMatchObject({
      email: 'no-mas@correo.cl',
      motivo: 'MANUAL',
      detalle: 'Se enojó',
      cliente: { id },
      creadoPor: 'Persona MARKETING',
    });
    expect((await estadoOf(app, offer)).estado).toBe('SUPRIMIDO');
    expect((await estadoOf(app, receipt)).estado).toBe('SUPRIMIDO');
    expect(await acts('SUPRESION', 'no-mas@correo.cl')).toMatchObject([{ accion: 'SUPRIMIR' }]);
  });

  it('stops all where before it was news alone, and keeps what is as strong', async () => {
    const insert = (email: string, motivo: 'BAJA' | 'RECLAMO') =>
      db().insertInto('supresion').values({ email, motivo }).execute();
    await insert('baja@correo.cl', 'BAJA');
    await insert('reclamo@correo.cl', 'RECLAMO');
    const add = async (email: string) =>
      (await marketing()).ok(createSupresion, { body: { email } });
    expect((await add('baja@correo.cl')).motivo).toBe('MANUAL');
    expect((await add('reclamo@correo.cl')).motivo).toBe('RECLAMO');
  });

  it('is searched by any part and reason, page by page, the newest first', async () => {
    const emails = Array.from({ length: 7 }, (_, i) => `pagina${i}@lista.cl`);
    await (await marketing()).ok(importSupresiones, { body: { emails, motivo: 'REBOTE' } });
    const seen: string[] = [];
    let cursor: string | undefined;
    do {
      const page = await (await marketing()).ok(listSupresiones, {
        query: { q: 'LISTA.cl', motivo: ['REBOTE'], limite: 3, cursor },
      });
      expect(page.total).toBe(7);
      seen.push(...page.items.map((item) => item.email));
      cursor = page.siguiente ?? undefined;
    } while (cursor);
    expect(seen).toEqual(emails);
    const none = await (await marketing()).ok(listSupresiones, {
      query: { q: 'lista.cl', motivo: ['BAJA'] },
    });
    expect(none.items).toEqual([]);
    expect((await find('100%_')).items).toEqual([]);
    const bad = await (await marketing()).call(listSupresiones, { query: { cursor: 'x' } });
    expect(bad.problem.code).toBe('CURSOR_INVALIDO');
  });

  it('is left with a reason; a consent that was withdrawn does not come back', async () => {
    const { id } = await buildFicha(app, { email: 'vuelve@correo.cl' });
    await consent(id, true);
    await consent(id, false);
    expect((await permiso(id)).supresion).toMatchObject({ motivo: 'BAJA' });
    expect((await lift('vuelve@correo.cl')).status).toBe(204);
    expect(await permiso(id)).toMatchObject({ suscrito: false, supresion: null });
    expect((await acts('SUPRESION', 'vuelve@correo.cl')).at(-1)).toMatchObject({
      accion: 'LEVANTAR',
      antes: { motivo: 'BAJA' },
      despues: { razon: 'Lo pidió por escrito' },
    });
    expect((await lift('vuelve@correo.cl')).problem.code).toBe('NO_ENCONTRADO');
  });

  it('is changed only by who may', async () => {
    const before = await countAllRows(app);
    const body = { email: 'x@correo.cl', motivo: 'Prueba' };
    for (const rol of ['VENTAS', 'SOPORTE'] as const) {
      const caller = await app.as(rol);
      const replies = [
        await caller.call(createSupresion, { body: { email: 'x@correo.cl' } }),
        await caller.call(deleteSupresion, { body }),
        await caller.call(importSupresiones, { body: { emails: ['x@c.cl'], motivo: 'BAJA' } }),
      ];
      expect(replies.map((reply) => reply.status)).toEqual([403, 403, 403]);
    }
    const after = await countAllRows(app);
    expect(after.supresion).toBe(before.supresion);
  });
});

describe('import and export', () => {
  it('adds what is new, leaves what is there, and names what is no address', async () => {
    const { id } = await buildFicha(app, { email: 'se-fue@otro.cl' });
    await consent(id, true);
    const offer = await buildMensaje(app, {
      email: 'se-fue@otro.cl',
      clienteId: id,
      estado: 'EN_COLA',
    });
    const receipt = await buildMensaje(app, {
      email: 'se-fue@otro.cl',
      estado: 'EN_COLA',
      comercial: false,
    });
    await (await marketing()).ok(createSupresion, { body: { email: 'estaba@otro.cl' } });
    const emails = ['Se-Fue@otro.cl ', 'se-fue@otro.cl', 'estaba@otro.cl', 'nadie', '', '=1+1'];
    const body = { emails, motivo: 'BAJA', detalle: 'Servicio anterior' } as const;
    const answer = await (await marketing()).ok(importSupresiones, { body });
    expect(answer).toEqual({ agregadas: 1, yaEstaban: 1, invalidas: ['nadie', '', '=1+1'] });
    expect((await find('estaba@otro.cl')).items[0]?.motivo).toBe('MANUAL');
    expect((await estadoOf(app, offer)).estado).toBe('SUPRIMIDO');
    expect((await estadoOf(app, receipt)).estado).toBe('EN_COLA');
    expect((await permiso(id)).consentimientos[0]).toMatchObject({
      accion: 'RETIRADO',
      canal: 'IMPORTACION',
    });
    const again = await (await marketing()).ok(importSupresiones, { body });
    expect(again).toMatchObject({ agregadas: 0, yaEstaban: 2 });
  });

  it('stops all mail where it was news alone, and withdraws the consent of who complained', async () => {
    const { id } = await buildFicha(app, { email: 'antes-baja@otro.cl' });
    await consent(id, true);
    await consent(id, false);
    const { id: reclama } = await buildFicha(app, { email: 'reclama@otro.cl' });
    await consent(reclama, true);
    const receipt = await buildMensaje(app, {
      email: 'antes-baja@otro.cl',
      estado: 'EN_COLA',
      comercial: false,
    });
    const answer = await (await marketing()).ok(importSupresiones, {
      body: { emails: ['antes-baja@otro.cl', 'reclama@otro.cl'], motivo: 'RECLAMO' },
    });
    expect(answer).toMatchObject({ agregadas: 2, yaEstaban: 0 });
    expect((await find('antes-baja@otro.cl')).items[0]?.motivo).toBe('RECLAMO');
    expect((await estadoOf(app, receipt)).estado).toBe('SUPRIMIDO');
    await lift('reclama@otro.cl');
    expect((await permiso(reclama)).suscrito).toBe(false);
    const weaker = { emails: ['antes-baja@otro.cl'], motivo: 'BAJA' as const };
    expect(await (await marketing()).ok(importSupresiones, { body: weaker })).toMatchObject({
      agregadas: 0,
      yaEstaban: 1,
    });
    expect((await find('antes-baja@otro.cl')).items[0]?.motivo).toBe('RECLAMO');
  });

  it('outlives its person: who is captured or typed in again is still not written to', async () => {
    await (await marketing()).ok(importSupresiones, {
      body: { emails: ['regresa@otro.cl'], motivo: 'BAJA' },
    });
    const { id } = await (await ventas()).ok(createCliente, {
      body: {
        tipo: 'B2C',
        nombres: 'Eva',
        apellidos: 'Soto',
        email: 'regresa@otro.cl',
        origen: 'WEB',
      },
    });
    const now = await consent(id, true);
    expect(now).toMatchObject({ suscrito: false, supresion: { motivo: 'BAJA' } });
    const cliente = await (await ventas()).ok(getCliente, { params: { id } });
    expect(cliente.suscrito).toBe(false);
  });

  it('gives all in one file that no spreadsheet takes for a formula', async () => {
    const emails = Array.from({ length: 2_000 }, (_, i) => `grande${i}@archivo.cl`);
    await (await marketing()).ok(importSupresiones, { body: { emails, motivo: 'REBOTE' } });
    await (await marketing()).ok(createSupresion, {
      body: { email: '+raro@archivo.cl', detalle: '=HYPERLINK("https://malo.example";"x")' },
    });
    const response = await (await marketing()).fetch(exportSupresiones.path);
    expect(response.headers.get('content-type')).toContain('text/csv');
    expect(response.headers.get('content-disposition')).toContain('bajas.csv');
    const lines = Buffer.from(await response.arrayBuffer())
      .toString('utf8')
      .split('\r\n');
    expect(lines[0]).toBe('\ufeffemail;motivo;detalle;desde');
    const { n } = await db()
      .selectFrom('supresion')
      .select((eb) => eb.fn.countAll<number>().as('n'))
      .executeTakeFirstOrThrow();
    expect(n).toBeGreaterThan(2_000);
    expect(lines.filter(Boolean)).toHaveLength(n + 1);
    expect(new Set(lines).size).toBe(lines.length);
    const odd = lines.find((line) => line.includes('raro@archivo.cl'));
    expect(odd).toMatch(
      /^'\+raro@archivo\.cl;MANUAL;"'=HYPERLINK\(""https:\/\/malo\.example"";""x""\)";\d{4}-/,
    );
  });
});

describe('the consent of a person', () => {
  it('is written down by staff with its proof, and lifts nothing', async () => {
    const { id } = await buildFicha(app, { email: 'dicho@correo.cl' });
    expect(await permiso(id)).toMatchObject({
      suscrito: false,
      supresion: null,
      consentimientos: [],
      puede: { consentir: true, bloquear: true, levantar: false },
    });
    const yes = await consent(id, true);
    expect(yes).toMatchObject({
      suscrito: true,
      consentimientos: [
        {
          accion: 'OTORGADO',
          canal: 'EQUIPO',
          evidencia: { dicho: 'Por teléfono', usuario: 'Persona VENTAS' },
        },
      ],
    });
    expect((await consent(id, true)).consentimientos).toHaveLength(1);
    const offer = await buildMensaje(app, {
      email: 'dicho@correo.cl',
      clienteId: id,
      estado: 'EN_COLA',
    });
    const no = await consent(id, false);
    expect(no).toMatchObject({ suscrito: false, supresion: { motivo: 'BAJA' } });
    expect((await estadoOf(app, offer)).estado).toBe('SUPRIMIDO');
    const back = await consent(id, true);
    expect(back).toMatchObject({ suscrito: false, supresion: { motivo: 'BAJA' } });
    expect(back.consentimientos.map((c) => c.accion)).toEqual(['OTORGADO', 'RETIRADO', 'OTORGADO']);
    expect((await acts('CLIENTE', String(id))).map((a) => a.accion)).toEqual([
      'CREAR',
      'REGISTRAR_CONSENTIMIENTO',
      'REGISTRAR_CONSENTIMIENTO',
      'RETIRAR_CONSENTIMIENTO',
      'REGISTRAR_CONSENTIMIENTO',
    ]);
  });

  it('needs an address', async () => {
    const { id } = await buildFicha(app, { email: null, telefono: '+56911112222' });
    const reply = await (await ventas()).call(setConsentimiento, {
      params: { id },
      body: { acepta: true, evidencia: 'Por teléfono' },
    });
    expect(reply.problem.code).toBe('VALIDACION');
    expect((await permiso(id)).puede.consentir).toBe(false);
  });

  it('is read by all, who see what they may do', async () => {
    const { id } = await buildFicha(app, { email: 'lectura@correo.cl' });
    await consent(id, false);
    const read = async (rol: 'ADMIN' | 'MARKETING' | 'SOPORTE') =>
      (await (await app.as(rol)).ok(getPermisoCorreo, { params: { id } })).puede;
    expect(await read('ADMIN')).toEqual({ consentir: true, bloquear: true, levantar: true });
    expect(await read('MARKETING')).toEqual({ consentir: false, bloquear: false, levantar: true });
    expect(await read('SOPORTE')).toEqual({ consentir: false, bloquear: false, levantar: false });
  });
});

describe('a blocked person', () => {
  it('is written nothing: what waits is taken back, receipts included', async () => {
    const { id } = await buildFicha(app, { email: 'bloqueo@correo.cl' });
    await consent(id, true);
    const waiting = await Promise.all(
      [true, false].map((comercial) =>
        buildMensaje(app, {
          email: 'bloqueo@correo.cl',
          clienteId: id,
          comercial,
          estado: 'EN_COLA',
        }),
      ),
    );
    const set = async (bloqueado: boolean) =>
      (await ventas()).ok(setBloqueo, {
        params: { id },
        body: { bloqueado, motivo: 'Carta del 3 de mayo' },
      });
    const blocked = await set(true);
    expect(blocked).toMatchObject({
      suscrito: false,
      bloqueoMotivo: 'Carta del 3 de mayo',
      bloqueadoEn: expect.any(String),
    });
    for (const one of waiting) expect((await estadoOf(app, one)).estado).toBe('CANCELADO');
    expect((await set(true)).bloqueadoEn).toBe(blocked.bloqueadoEn);
    expect(await set(false)).toMatchObject({ suscrito: true, bloqueadoEn: null });
    expect((await acts('CLIENTE', String(id))).map((a) => a.accion).slice(2)).toEqual([
      'BLOQUEAR',
      'DESBLOQUEAR',
    ]);
  });
});
