import { beforeAll, describe, expect, it } from 'vitest';
import { listAuditoria } from '#contract/auditoria.ts';
import * as contract from '#contract/campanas.ts';
import { createPlantilla } from '#contract/plantillas.ts';
import { testApp } from '#tests/support/app.ts';
import { buildTaller } from '#tests/support/builders.ts';
import {
  buildCampana,
  buildSuscrito,
  elegidos,
  launch,
  readFilas,
  setRemitente,
  settleAll,
} from '#tests/support/campanas.ts';
import { expectRefusal } from '#tests/support/clientes.ts';
import { completarCampanas } from './completarCampanas.ts';

const app = testApp();
const marketing = () => app.as('MARKETING');
let ana: number;

beforeAll(async () => {
  await setRemitente(app);
  ana = await buildSuscrito(app, { nombres: 'Ana' });
});

const read = async (id: number) => (await marketing()).ok(contract.getCampana, { params: { id } });
const build = () => buildCampana(app, { audiencia: elegidos(ana) });
const act = async (endpoint: typeof contract.pauseCampana, id: number) =>
  (await marketing()).call(endpoint, { params: { id } });
const complete = () => completarCampanas(app.services.deps.db, app.services.deps.now());

describe('a draft', () => {
  it('keeps what was written and says what may be done', async () => {
    const taller = await buildTaller(app, { titulo: 'Gres' });
    const campana = await buildCampana(app, {
      audiencia: { modo: 'ASISTENTES', tallerId: taller.id },
      tallerId: taller.id,
      cuerpo: '<p onclick="x()">{{ taller.titulo }}</p><script>x</script>',
    });
    expect(campana).toMatchObject({
      estado: 'BORRADOR',
      cuerpo: '<p>{{ taller.titulo }}</p>',
      audienciaTexto: 'Inscritos en «Gres».',
      taller: { id: taller.id, titulo: 'Gres' },
      creadoPor: 'Persona MARKETING',
      progreso: { total: 0 },
      version: 1,
      puede: { editar: true, enviar: true, pausar: false, eliminar: true },
    });
    const ventas = await app.as('VENTAS');
    const seen = await ventas.ok(contract.getCampana, { params: { id: campana.id } });
    expect(Object.values(seen.puede)).toEqual([false, false, false, false, false, false]);
  });

  it('begins with the words of its template', async () => {
    const user = await marketing();
    const plantilla = await user.ok(createPlantilla, {
      body: { nombre: 'Mensual', tipo: 'OFERTA', asunto: 'Este mes', cuerpo: '<p>Hola</p>' },
    });
    const campana = await user.ok(contract.createCampana, {
      body: {
        nombre: 'Marzo',
        tipo: 'OFERTA',
        plantillaId: plantilla.id,
        audiencia: elegidos(ana),
      },
    });
    expect(campana).toMatchObject({
      asunto: 'Este mes',
      cuerpo: '<p>Hola</p>',
      plantilla: { id: plantilla.id, nombre: 'Mensual' },
    });
  });

  it('may be half written, but not wrong', async () => {
    const empty = await buildCampana(app, { asunto: '', cuerpo: '' });
    expect(empty).toMatchObject({ asunto: '', cuerpo: '' });
    const user = await marketing();
    const body = { nombre: 'X', tipo: 'OFERTA', audiencia: elegidos(ana) } as const;
    const wrong = await user.call(contract.createCampana, {
      body: { ...body, asunto: 'Hola {{ cliente.nombre }}', cuerpo: '<p>{{ constructor }}</p>' },
    });
    expectRefusal(wrong, 'VALIDACION', ['asunto', 'cuerpo']);
    const missing = await user.call(contract.createCampana, {
      body: {
        ...body,
        ...{ tallerId: 99_999, cursoId: 99_999, productoId: 99_999, plantillaId: 99_999 },
        audiencia: { modo: 'ASISTENTES', tallerId: 99_999 },
      },
    });
    expectRefusal(missing, 'VALIDACION', [
      ...['tallerId', 'cursoId', 'productoId', 'plantillaId', 'audiencia.tallerId'],
    ]);
  });

  it('changes for who saw it as it is', async () => {
    const user = await marketing();
    const { id, version } = await build();
    const params = { id };
    const changed = await user.ok(contract.updateCampana, {
      params,
      body: { version, nombre: 'Otra', seguimiento: true, preheader: 'Mira' },
    });
    expect(changed).toMatchObject({
      ...{ nombre: 'Otra', seguimiento: true, preheader: 'Mira', version: version + 1 },
      asunto: 'Hola {{ cliente.nombres }}',
    });
    const stale = await user.call(contract.updateCampana, { params, body: { version } });
    expectRefusal(stale, 'CONFLICTO_VERSION', []);
    const wrong = await user.call(contract.updateCampana, {
      params,
      body: { version: version + 1, cuerpo: '<p>{% if %}</p>' },
    });
    expectRefusal(wrong, 'VALIDACION', ['cuerpo']);
  });

  it('is copied whole and deleted', async () => {
    const user = await marketing();
    const original = await build();
    const copy = await user.ok(contract.duplicateCampana, { params: { id: original.id } });
    expect(copy).toMatchObject({
      nombre: `${original.nombre} (copia)`,
      ...{ asunto: original.asunto, cuerpo: original.cuerpo, audiencia: original.audiencia },
    });
    await user.ok(contract.deleteCampana, { params: { id: copy.id } });
    const gone = await user.call(contract.getCampana, { params: { id: copy.id } });
    expectRefusal(gone, 'NO_ENCONTRADO', []);
  });

  it('is listed by pages, the newest first, and found by name, estado and tipo', async () => {
    const user = await marketing();
    const made: number[] = [];
    for (const nombre of ['Añil uno', 'Añil dos', 'Añil tres']) {
      made.unshift((await buildCampana(app, { nombre, tipo: 'RECORDATORIO' })).id);
    }
    const query = { q: 'anil', limite: 2 };
    const first = await user.ok(contract.listCampanas, { query });
    expect(first.total).toBe(3);
    const { siguiente } = first;
    const second = await user.ok(contract.listCampanas, {
      query: { ...query, ...(siguiente ? { cursor: siguiente } : {}) },
    });
    expect([...first.items, ...second.items].map(({ id }) => id)).toEqual(made);
    expect(second.siguiente).toBeNull();
    const both = { estado: ['BORRADOR' as const], tipo: ['RECORDATORIO' as const] };
    expect((await user.ok(contract.listCampanas, { query: both })).total).toBe(3);
    const none = await user.ok(contract.listCampanas, { query: { estado: ['CANCELADA'] } });
    expect(none.items).toEqual([]);
  });
});

describe('from launch to end', () => {
  it('goes through every estado, each a new epoca', async () => {
    const draft = await build();
    const { id } = draft;
    const epoca = async () => {
      const { db } = app.services.deps;
      const row = await db
        .selectFrom('campana')
        .select('epoca')
        .where('id', '=', id)
        .executeTakeFirst();
      return row?.epoca;
    };
    expect((await launch(app, draft)).estado).toBe('PREPARANDO');
    expect((await act(contract.pauseCampana, id)).body.estado).toBe('PAUSADA');
    await app.runJobs();
    expect(await read(id)).toMatchObject({ estado: 'PAUSADA', destinatarios: 0 });
    expect((await act(contract.resumeCampana, id)).body.estado).toBe('PREPARANDO');
    await app.runJobs();
    expect(await read(id)).toMatchObject({
      ...{ estado: 'ENVIANDO', candidatos: 1, destinatarios: 1, exclusiones: [] },
      progreso: { total: 1, enCola: 1 },
    });
    expect((await act(contract.pauseCampana, id)).body.estado).toBe('PAUSADA');
    expect((await act(contract.resumeCampana, id)).body.estado).toBe('ENVIANDO');
    expect(await complete()).toBe(0);
    await settleAll(app, id);
    expect(await complete()).toBe(1);
    const done = await read(id);
    expect(done).toMatchObject({ estado: 'COMPLETADA', progreso: { enviados: 1, enCola: 0 } });
    expect(done.terminadaEn).not.toBeNull();
    expect(await epoca()).toBe(7);
    for (const endpoint of [
      contract.pauseCampana,
      contract.resumeCampana,
      contract.cancelCampana,
    ]) {
      expectRefusal(await act(endpoint, id), 'ESTADO_NO_PERMITE', []);
    }
    const admin = await app.as('ADMIN');
    const { items } = await admin.ok(listAuditoria, {
      query: { entidad: 'CAMPANA', entidadId: String(id) },
    });
    expect(items.map(({ accion }) => accion)).toEqual([
      'REANUDAR',
      'PAUSAR',
      'REANUDAR',
      'PAUSAR',
      'ENVIAR',
      'CREAR',
    ]);
  });

  it('never counts as sent what stayed here', async () => {
    const draft = await build();
    await launch(app, draft);
    await app.runJobs();
    await settleAll(app, draft.id, 'LOCAL');
    await complete();
    expect((await read(draft.id)).progreso).toMatchObject({ enviados: 0, locales: 1 });
  });

  it('is not over while a sender holds a message', async () => {
    const draft = await build();
    await launch(app, draft);
    await app.runJobs();
    const { db } = app.services.deps;
    const held = (tomadoPor: string | null) =>
      db
        .updateTable('emailLog')
        .set({ estado: tomadoPor ? 'TOMADO' : 'FALLIDO', tomadoPor })
        .where('campanaId', '=', draft.id)
        .execute();
    await held('6f1c1f0e-0000-4000-8000-000000000000');
    expect(await complete()).toBe(0);
    expect((await read(draft.id)).progreso).toMatchObject({ enCola: 1 });
    await held(null);
    expect(await complete()).toBe(1);
  });

  it('cancels what waits and keeps what was sent', async () => {
    const bea = await buildSuscrito(app, { nombres: 'Bea' });
    const draft = await buildCampana(app, { audiencia: elegidos(ana, bea) });
    const { id } = draft;
    await launch(app, draft);
    await app.runJobs();
    const { db, now } = app.services.deps;
    await db
      .updateTable('emailLog')
      .set({ estado: 'ENVIADO', enviadoEn: now().toISOString() })
      .where('campanaId', '=', id)
      .where('clienteId', '=', ana)
      .execute();
    expect((await act(contract.cancelCampana, id)).body).toMatchObject({
      estado: 'CANCELADA',
      progreso: { enviados: 1, enCola: 1 },
    });
    await app.runJobs();
    expect((await read(id)).progreso).toMatchObject({ total: 2, enviados: 1, cancelados: 1 });
    expect((await readFilas(app, id)).map(({ respuesta }) => respuesta)).toEqual([
      null,
      'La campaña se canceló.',
    ]);
    expectRefusal(await act(contract.resumeCampana, id), 'ESTADO_NO_PERMITE', []);
  });

  it('cancels while it is prepared, and nothing more is queued', async () => {
    const draft = await build();
    await launch(app, draft);
    expect((await act(contract.cancelCampana, draft.id)).body.estado).toBe('CANCELADA');
    await app.runJobs();
    expect(await readFilas(app, draft.id)).toEqual([]);
    expect((await read(draft.id)).progreso).toMatchObject({ total: 0 });
  });

  it('no longer changes, nor is deleted', async () => {
    const user = await marketing();
    const draft = await build();
    const { version } = await launch(app, draft);
    const params = { id: draft.id };
    const edit = await user.call(contract.updateCampana, {
      params,
      body: { version, nombre: 'X' },
    });
    expectRefusal(edit, 'ESTADO_NO_PERMITE', []);
    expectRefusal(await user.call(contract.deleteCampana, { params }), 'ESTADO_NO_PERMITE', []);
    const again = await user.call(contract.launchCampana, {
      params,
      body: { version, destinatariosVistos: 1 },
    });
    expectRefusal(again, 'ESTADO_NO_PERMITE', []);
  });

  it('of a draft there is nothing to pause, resume or cancel', async () => {
    const { id } = await build();
    for (const endpoint of [
      contract.pauseCampana,
      contract.resumeCampana,
      contract.cancelCampana,
    ]) {
      expectRefusal(await act(endpoint, id), 'ESTADO_NO_PERMITE', []);
    }
  });
});

describe('a test of a campaign', () => {
  const probar = async (id: number, body: { para: string; clienteId?: number }) =>
    (await marketing()).ok(contract.sendPruebaCampana, { params: { id }, body });
  const datosOf = async (emailId: number) => {
    const { db } = app.services.deps;
    const row = await db
      .selectFrom('emailLog')
      .select(['email', 'campanaId', 'datos', 'estado'])
      .where('id', '=', emailId)
      .executeTakeFirstOrThrow();
    return { ...row, datos: JSON.stringify(row.datos) };
  };

  it('goes to the team with the data of someone it would reach', async () => {
    const { id } = await build();
    const { emailId, transporte } = await probar(id, { para: 'equipo@escuela.cl' });
    expect(transporte).toBe('LOCAL');
    const row = await datosOf(emailId);
    expect(row).toMatchObject({ email: 'equipo@escuela.cl', campanaId: null, estado: 'EN_COLA' });
    expect(row.datos).toContain('"Ana"');
    expect(await read(id)).toMatchObject({ estado: 'BORRADOR', progreso: { total: 0 } });
  });

  it('may use the data of one person, or of nobody', async () => {
    const { id } = await build();
    const eva = await buildSuscrito(app, { nombres: 'Evangelina' });
    const { emailId } = await probar(id, { para: 'equipo@escuela.cl', clienteId: eva });
    expect((await datosOf(emailId)).datos).toContain('Evangelina');
    const nobody = await buildCampana(app, { audiencia: elegidos(99_999_999) });
    const blank = await buildCampana(app, { asunto: '' });
    const user = await marketing();
    const refused = await user.call(contract.sendPruebaCampana, {
      params: { id: blank.id },
      body: { para: 'equipo@escuela.cl' },
    });
    expectRefusal(refused, 'VALIDACION', ['asunto']);
    expect((await probar(nobody.id, { para: 'equipo@escuela.cl' })).emailId).toBeGreaterThan(0);
  });
});
