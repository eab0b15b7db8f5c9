import { describe, expect, it } from 'vitest';
import { getAjustes, updateAjustes } from '#contract/ajustes.ts';
import * as contract from '#contract/campanas.ts';
import { testApp } from '#tests/support/app.ts';
import {
  buildCampana,
  buildSuscrito,
  consent,
  elegidos,
  launch,
  readFilas,
  setRemitente,
} from '#tests/support/campanas.ts';
import { expectRefusal } from '#tests/support/clientes.ts';

const app = testApp();
const overSmtp = testApp({
  SMTP_URL: 'smtp://127.0.0.1:2',
  EMAIL_FROM: 'Escuela <escuela@gmail.com>',
});
const marketing = () => app.as('MARKETING');

const revisar = async (id: number, of = app) => {
  const user = await of.as('MARKETING');
  const { items, puedeEnviar } = await user.ok(contract.getRevisiones, { params: { id } });
  return { niveles: new Map(items.map(({ clave, nivel }) => [clave, nivel])), puedeEnviar };
};

describe('what is looked at before sending', () => {
  it('asks for a sender, an address and someone to write to', async () => {
    const user = await marketing();
    const { id, version } = await buildCampana(app);
    const { niveles, puedeEnviar } = await revisar(id);
    expect(puedeEnviar).toBe(false);
    expect(Object.fromEntries(niveles)).toMatchObject({
      ...{ AUDIENCIA: 'ERROR', REMITENTE: 'ERROR', DIRECCION: 'ERROR', TRANSPORTE: 'AVISO' },
    });
    const refused = await user.call(contract.launchCampana, {
      params: { id },
      body: { destinatariosVistos: 0, version },
    });
    expectRefusal(refused, 'VALIDACION', ['AUDIENCIA', 'REMITENTE', 'DIRECCION']);
    expect(refused.problem.title).toContain('No se puede enviar');
  });

  it('lets a campaign through when only the local outbox is there, and says so', async () => {
    await setRemitente(app);
    const ana = await buildSuscrito(app);
    const draft = await buildCampana(app, { audiencia: elegidos(ana) });
    const { niveles, puedeEnviar } = await revisar(draft.id);
    expect(puedeEnviar).toBe(true);
    expect(Object.fromEntries(niveles)).toMatchObject({ TRANSPORTE: 'AVISO', BAJA: 'AVISO' });
    expect((await launch(app, draft)).estado).toBe('PREPARANDO');
  });

  it('asks for https where mail really leaves', async () => {
    await setRemitente(overSmtp);
    const ana = await buildSuscrito(overSmtp);
    const { id } = await buildCampana(overSmtp, { audiencia: elegidos(ana) });
    const { niveles, puedeEnviar } = await revisar(id, overSmtp);
    expect(puedeEnviar).toBe(false);
    expect(Object.fromEntries(niveles)).toMatchObject({
      ...{ TRANSPORTE: 'OK', BAJA: 'ERROR', firma: 'AVISO', rebotes: 'AVISO' },
    });
  });

  it('refuses an empty message, and one about a taller that was not chosen', async () => {
    const ana = await buildSuscrito(app);
    const empty = await buildCampana(app, {
      ...{ asunto: '', cuerpo: '<p> </p>', audiencia: elegidos(ana) },
    });
    const first = await revisar(empty.id);
    expect(first.niveles.get('ASUNTO')).toBe('ERROR');
    expect(first.niveles.get('CUERPO')).toBe('ERROR');
    const about = await buildCampana(app, {
      ...{ cuerpo: '<p>Ven a {{ taller.titulo }}</p>', audiencia: elegidos(ana) },
    });
    const second = await revisar(about.id);
    expect(second.niveles.get('CONTENIDO_1')).toBe('ERROR');
    expect(second.puedeEnviar).toBe(false);
  });
});

describe('a launch', () => {
  it('is refused when the audience is not the one that was seen', async () => {
    await setRemitente(app);
    const user = await marketing();
    const ana = await buildSuscrito(app);
    const bea = await buildSuscrito(app);
    const { id, version } = await buildCampana(app, { audiencia: elegidos(ana, bea) });
    const refused = await user.call(contract.launchCampana, {
      params: { id },
      body: { destinatariosVistos: 1, version },
    });
    expectRefusal(refused, 'CONFLICTO_VERSION', []);
    expect(refused.problem.title).toBe(
      'Viste 1 persona y ahora serían 2 personas. Revisa la audiencia y confirma de nuevo.',
    );
    const stale = await user.call(contract.launchCampana, {
      params: { id },
      body: { destinatariosVistos: 2, version: version + 1 },
    });
    expectRefusal(stale, 'CONFLICTO_VERSION', []);
  });

  it('happens once, however many ask for it at the same time', async () => {
    const user = await marketing();
    const ana = await buildSuscrito(app);
    const { id, version } = await buildCampana(app, { audiencia: elegidos(ana) });
    const ask = () =>
      user.call(contract.launchCampana, {
        params: { id },
        body: { destinatariosVistos: 1, version },
      });
    const replies = await Promise.all([ask(), ask(), ask()]);
    expect(replies.map(({ status }) => status).sort()).toEqual([200, 409, 409]);
    await app.runJobs();
    expect(await readFilas(app, id)).toHaveLength(1);
  });

  it('answers the same to the same key', async () => {
    const user = await marketing();
    const ana = await buildSuscrito(app);
    const { id, version } = await buildCampana(app, { audiencia: elegidos(ana) });
    const args = {
      params: { id },
      body: { destinatariosVistos: 1, version },
      idempotencyKey: `launch-${id}-0001`,
    };
    const first = await user.ok(contract.launchCampana, args);
    expect(await user.ok(contract.launchCampana, args)).toEqual(first);
  });

  it('is only for those who may send', async () => {
    const ventas = await app.as('VENTAS');
    const { id, version } = await buildCampana(app);
    const refused = await ventas.call(contract.launchCampana, {
      params: { id },
      body: { destinatariosVistos: 1, version },
    });
    expect(refused.status).toBe(403);
  });
});

describe('a scheduled campaign', () => {
  const HOUR = 3_600_000;
  const later = (hours: number) => new Date(Date.now() + hours * HOUR);
  const schedule = async (clientes: number[], programadaEn = later(2).toISOString()) => {
    const user = await marketing();
    const { id, version } = await buildCampana(app, { audiencia: elegidos(...clientes) });
    return user.call(contract.launchCampana, {
      params: { id },
      body: { destinatariosVistos: clientes.length, programadaEn, version },
    });
  };
  const read = async (id: number) =>
    (await marketing()).ok(contract.getCampana, { params: { id } });

  it('begins when its time has come, not before', async () => {
    const { body } = await schedule([await buildSuscrito(app)]);
    expect(body).toMatchObject({ estado: 'PROGRAMADA', puede: { cancelar: true, editar: false } });
    await app.runCron('campanas');
    expect((await read(body.id)).estado).toBe('PROGRAMADA');
    app.setNow(later(3));
    await app.runCron('campanas');
    await app.runCron('campanas');
    await app.runJobs();
    expect(await read(body.id)).toMatchObject({ estado: 'ENVIANDO', destinatarios: 1 });
  });

  it('is not scheduled for a time that is over', async () => {
    const reply = await schedule([await buildSuscrito(app)], later(-1).toISOString());
    expectRefusal(reply, 'VALIDACION', ['programadaEn']);
  });

  it('is a draft again when it is cancelled', async () => {
    const user = await marketing();
    const { body } = await schedule([await buildSuscrito(app)]);
    const draft = await user.ok(contract.cancelCampana, { params: { id: body.id } });
    expect(draft).toMatchObject({
      ...{ estado: 'BORRADOR', programadaEn: null },
      puede: { editar: true, eliminar: true },
    });
    app.setNow(later(3));
    await app.runCron('campanas');
    expect((await read(body.id)).estado).toBe('BORRADOR');
  });

  it('may be moved, and sent at once', async () => {
    const user = await marketing();
    const { body } = await schedule([await buildSuscrito(app)]);
    const params = { id: body.id };
    const programadaEn = later(5).toISOString();
    const moved = await user.ok(contract.launchCampana, {
      params,
      body: { destinatariosVistos: 1, programadaEn, version: body.version },
    });
    expect(moved).toMatchObject({ estado: 'PROGRAMADA', programadaEn });
    const sent = await user.ok(contract.launchCampana, {
      params,
      body: { destinatariosVistos: 1, version: moved.version },
    });
    expect(sent.estado).toBe('PREPARANDO');
  });

  it('is a draft again, and says why, when it cannot begin any more', async () => {
    const ana = await buildSuscrito(app);
    const { body } = await schedule([ana]);
    await consent(app, ana, 'RETIRADO');
    app.setNow(later(3));
    await app.runCron('campanas');
    expect(await read(body.id)).toMatchObject({
      estado: 'BORRADOR',
      pausaMotivo:
        'No salió a la hora programada. No hay a quién enviarla. Nadie de la audiencia puede recibirla. Revisa a quiénes deja fuera y por qué.',
    });
  });

  it('does not begin once the school took its address away', async () => {
    const { body } = await schedule([await buildSuscrito(app)]);
    const admin = await app.as('ADMIN');
    const { version } = await admin.ok(getAjustes, {});
    await admin.ok(updateAjustes, { body: { version, direccion: null } });
    app.setNow(later(3));
    await app.runCron('campanas');
    expect((await read(body.id)).pausaMotivo).toContain('Falta la dirección postal');
  });
});
