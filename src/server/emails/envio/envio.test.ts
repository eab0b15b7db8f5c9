import { setTimeout as sleep } from 'node:timers/promises';
import { sql } from 'kysely';
import { afterAll, afterEach, describe, expect, it } from 'vitest';
import { cancelCampana, pauseCampana, resumeCampana } from '#contract/campanas.ts';
import { confirmBaja } from '#contract/suscripcion.ts';
import { seal } from '#server/core/keys.ts';
import { testApp } from '#tests/support/app.ts';
import {
  buildCampanaEnviando,
  isQuiet,
  startTestSender,
  statesOf,
  until,
} from '#tests/support/envio.ts';
import { smtpSink } from '#tests/support/smtpSink.ts';
import { createToken } from '../token.ts';
import type { Sender } from './sender.ts';

const sink = await smtpSink();
const app = testApp({
  SMTP_URL: sink.url,
  EMAIL_FROM: 'Escuela de Prueba <hola@escuela.cl>',
  PUBLIC_URL: 'https://escuela.cl',
  LOG_LEVEL: 'fatal',
});
const senders: Sender[] = [];

async function send(howMany = 1): Promise<void> {
  for (let i = 0; i < howMany; i += 1) senders.push(await startTestSender(app));
}
async function stopAll(): Promise<void> {
  await Promise.all(senders.splice(0).map((sender) => sender.stop()));
}
const quiet = () => until('the outbox is quiet', () => isQuiet(app.services.deps), 60);
const received = (email: string) => sink.recibidos.filter(({ para }) => para === email);
const rowsOf = (campanaId: number) =>
  app.services.deps.db
    .selectFrom('emailLog')
    .selectAll()
    .where('campanaId', '=', campanaId)
    .orderBy('id')
    .execute();
const setAjustes = (values: {
  limiteSegundo?: number | null;
  limiteHora?: number | null;
  conexiones?: number;
}) => app.services.deps.db.updateTable('ajustesCorreo').set(values).execute();

afterEach(async () => {
  await stopAll();
  sink.recibidos.length = 0;
  sink.trato = () => 'ACEPTA';
  sink.remitente = () => undefined;
  sink.saludo = '220 prueba ESMTP';
  sink.onMensaje = () => {};
  await setAjustes({ limiteSegundo: null, limiteHora: null, conexiones: 4 });
  await app.services.deps.db.deleteFrom('emailRemitente').execute();
  await app.services.deps.db
    .updateTable('campana')
    .set({ estado: 'CANCELADA' })
    .where('estado', '=', 'ENVIANDO')
    .execute();
});
afterAll(() => sink.close());

describe('a campaign', () => {
  it('reaches each recipient once, with its own words, and then is complete', async () => {
    const { id } = await buildCampanaEnviando(app.services.deps, 300);
    await send();
    await until('complete', async () => {
      const { estado } = await app.services.deps.db
        .selectFrom('campana')
        .select('estado')
        .where('id', '=', id)
        .executeTakeFirstOrThrow();
      return estado === 'COMPLETADA';
    });
    expect(await statesOf(app.services.deps, id)).toEqual({ ENVIADO: 300 });
    expect(sink.recibidos).toHaveLength(300);
    expect(new Set(sink.recibidos.map(({ para }) => para)).size).toBe(300);
    const rows = await rowsOf(id);
    expect(rows[7]).toMatchObject({
      asunto: expect.stringMatching(/^Oferta \d+ para Persona 8$/),
      respuesta: '250 2.0.0 queued',
      intentos: 1,
      tomadoPor: null,
    });
    const [own] = received(rows[7]?.email ?? '');
    expect(own?.raw).toContain('Hola Persona 8');
  });

  it('sent by three at once goes out once to each', async () => {
    const { id } = await buildCampanaEnviando(app.services.deps, 600);
    await send(3);
    await quiet();
    expect(await statesOf(app.services.deps, id)).toEqual({ ENVIADO: 600 });
    expect(sink.recibidos).toHaveLength(600);
  });

  it('lets what is not part of it go first', async () => {
    const { id } = await buildCampanaEnviando(app.services.deps, 400);
    await setAjustes({ conexiones: 1 });
    await send();
    await until('begun', () => sink.recibidos.length > 20);
    const { db } = app.services.deps;
    const [row] = await rowsOf(id);
    await db
      .insertInto('emailLog')
      .values({
        tipo: 'TRANSACCIONAL',
        comercial: false,
        email: 'urgente@prueba.cl',
        contenidoId: row?.contenidoId ?? 0,
        datos: JSON.stringify({ cliente: { nombres: 'Eva' } }),
      })
      .execute();
    await until('the urgent one came', () => received('urgente@prueba.cl').length === 1);
    expect((await statesOf(app.services.deps, id)).EN_COLA ?? 0).toBeGreaterThan(0);
  });
});

describe('pausing and cancelling', () => {
  const estadoOf = async (id: number) =>
    (await statesOf(app.services.deps, id)) as Record<
      'EN_COLA' | 'TOMADO' | 'ENVIADO' | 'CANCELADO',
      number | undefined
    >;

  it('stops within two seconds and goes on from there', async () => {
    const marketing = await app.as('MARKETING');
    const { id } = await buildCampanaEnviando(app.services.deps, 1_500);
    await send();
    await until('begun', () => sink.recibidos.length > 50);
    const { estado } = await marketing.ok(pauseCampana, { params: { id } });
    expect(estado).toBe('PAUSADA');
    const atPause = sink.recibidos.length;
    await sleep(2_000);
    const settled = sink.recibidos.length;
    expect(settled - atPause, 'no more than was in flight').toBeLessThanOrEqual(40);
    await sleep(500);
    expect(sink.recibidos.length).toBe(settled);
    expect(settled).toBeLessThan(1_500);
    const paused = await estadoOf(id);
    expect((paused.EN_COLA ?? 0) + (paused.TOMADO ?? 0)).toBe(1_500 - settled);
    await marketing.ok(resumeCampana, { params: { id } });
    await quiet();
    expect(sink.recibidos).toHaveLength(1_500);
  });

  it('cancelled, the rest is never sent', async () => {
    const marketing = await app.as('MARKETING');
    const { id } = await buildCampanaEnviando(app.services.deps, 1_000);
    await send();
    await until('begun', () => sink.recibidos.length > 50);
    await marketing.ok(cancelCampana, { params: { id } });
    await quiet();
    await stopAll();
    // What was in the sender's hands came back since.
    app.setNow(new Date(Date.now() + 60_000));
    await app.runJobs();
    const states = await estadoOf(id);
    expect((states.ENVIADO ?? 0) + (states.CANCELADO ?? 0)).toBe(1_000);
    expect(states.ENVIADO).toBe(sink.recibidos.length);
  });
});

describe('who leaves while it goes out', () => {
  it('gets nothing after the answer to their unsubscription', async () => {
    const visitor = await app.as('VISITANTE');
    await setAjustes({ conexiones: 8 });
    const { id } = await buildCampanaEnviando(app.services.deps, 800);
    const rows = await rowsOf(id);
    // From the end of the queue on, so that their turn is still to come, up to those who have theirs already.
    const leaving = rows.filter((_, n) => n % 8 === 5).reverse();
    const left = new Map<string, number>();
    const late: string[] = [];
    sink.onMensaje = ({ para, at }) => {
      const since = left.get(para);
      if (since !== undefined && at > since) late.push(para);
    };
    await send();
    await until('begun', () => sink.recibidos.length > 10);
    for (const row of leaving) {
      const token = createToken(app.services.deps.secret, 'baja', row.id);
      await visitor.ok(confirmBaja, { params: { token } });
      left.set(row.email, performance.now());
    }
    await quiet();
    expect(late).toEqual([]);
    const states = await statesOf(app.services.deps, id);
    expect((states.ENVIADO ?? 0) + (states.SUPRIMIDO ?? 0)).toBe(800);
    expect(states.SUPRIMIDO ?? 0).toBeGreaterThan(0);
  });

  it('whose consent was withdrawn by staff is skipped when their turn comes', async () => {
    const { id } = await buildCampanaEnviando(app.services.deps, 3);
    const [first] = await rowsOf(id);
    await app.services.deps.db
      .insertInto('consentimiento')
      .values({
        clienteId: first?.clienteId ?? 0,
        email: first?.email ?? '',
        finalidad: 'NEWSLETTER',
        accion: 'RETIRADO',
        texto: 'Baja',
        textoVersion: 1,
        canal: 'EQUIPO',
      })
      .execute();
    await send();
    await quiet();
    expect(await statesOf(app.services.deps, id)).toEqual({ ENVIADO: 2, SUPRIMIDO: 1 });
    expect(received(first?.email ?? '')).toEqual([]);
  });
});

describe('a server that does not take all', () => {
  const one = async (email: string) => {
    const { id } = await buildCampanaEnviando(app.services.deps, 1, { email: `'${email}' || n` });
    const [row] = await rowsOf(id);
    return { id, email: row?.email ?? '', row: async () => (await rowsOf(id))[0] };
  };
  const due = (row: { disponibleEn: string } | undefined) =>
    app.setNow(new Date(Date.parse(row?.disponibleEn ?? '') + 1_000));

  it('tries again later after 4xx, five times in all', async () => {
    const { email, row } = await one('luego@prueba.cl');
    sink.trato = (para) => (para === email ? { rcpt: '451 4.2.0 try later' } : 'ACEPTA');
    await send();
    const waits: number[] = [];
    for (let tries = 1; tries < 5; tries += 1) {
      await until(`try ${tries}`, async () => (await row())?.intentos === tries);
      const now = app.services.deps.now().getTime();
      const waiting = await row();
      waits.push((Date.parse(waiting?.disponibleEn ?? '') - now) / 60_000);
      expect(waiting).toMatchObject({ estado: 'EN_COLA', respuesta: '451 4.2.0 try later' });
      due(waiting);
    }
    await until('given up', async () => (await row())?.estado === 'FALLIDO');
    expect(await row()).toMatchObject({ intentos: 5, entregaEn: null });
    for (const [n, minutes] of waits.entries()) {
      expect(minutes).toBeGreaterThan(0.75 * 4 ** n);
      expect(minutes).toBeLessThanOrEqual(1.21 * 4 ** n);
    }
  });

  it('arrives at the second try when the server takes it then', async () => {
    const { email, row } = await one('despues@prueba.cl');
    sink.trato = (para) => (para === email ? { datos: '452 4.3.1 full' } : 'ACEPTA');
    await send();
    await until('tried', async () => (await row())?.intentos === 1);
    sink.trato = () => 'ACEPTA';
    due(await row());
    await until('sent', async () => (await row())?.estado === 'ENVIADO');
    expect(received(email)).toHaveLength(1);
    expect(await row()).toMatchObject({ intentos: 2 });
  });

  it('fails for good at an address that does not exist, which is never written to again', async () => {
    const { email, row } = await one('nadie@prueba.cl');
    sink.trato = (para) => (para === email ? { rcpt: '550 5.1.1 no such user' } : 'ACEPTA');
    await send();
    await until('failed', async () => (await row())?.estado === 'FALLIDO');
    const suppressed = await app.services.deps.db
      .selectFrom('supresion')
      .selectAll()
      .where('email', '=', email)
      .execute();
    expect(suppressed).toMatchObject([{ motivo: 'REBOTE', emailLogId: (await row())?.id }]);
  });

  it('fails for good at another refusal, and suppresses nobody', async () => {
    const { email, row } = await one('grande@prueba.cl');
    sink.trato = (para) => (para === email ? { datos: '552 5.2.3 too big' } : 'ACEPTA');
    await send();
    await until('failed', async () => (await row())?.estado === 'FALLIDO');
    const { rows } = await sql`select from supresion where email = ${email}`.execute(
      app.services.deps.db,
    );
    expect(rows).toEqual([]);
  });

  it('that refuses the sender pauses the campaign, which says why, and suppresses nobody', async () => {
    const { id } = await buildCampanaEnviando(app.services.deps, 50);
    await setAjustes({ conexiones: 2 });
    sink.trato = () => ({ datos: '550 5.7.1 your domain is not allowed' });
    await send();
    const campana = () =>
      app.services.deps.db
        .selectFrom('campana')
        .selectAll()
        .where('id', '=', id)
        .executeTakeFirstOrThrow();
    await until('paused', async () => (await campana()).estado === 'PAUSADA');
    expect((await campana()).pausaMotivo).toContain('your domain is not allowed');
    await until('given back', async () => (await statesOf(app.services.deps, id)).EN_COLA === 50);
    const { rows } =
      await sql`select from supresion s join email_log e using (email) where e.campana_id = ${id}`.execute(
        app.services.deps.db,
      );
    expect(rows).toEqual([]);
  });

  it('that hangs up after the last dot is tried once more, and no more', async () => {
    const { email, row } = await one('corta@prueba.cl');
    sink.trato = (para) => (para === email ? 'CORTA' : 'ACEPTA');
    await send();
    await until('tried', async () => (await row())?.intentos === 1);
    expect(await row()).toMatchObject({ estado: 'EN_COLA', inciertoEn: expect.any(String) });
    due(await row());
    await until('uncertain', async () => (await row())?.estado === 'INCIERTO');
    await sleep(600);
    expect(received(email)).toHaveLength(2);
    const ids = received(email).map(({ raw }) => /^Message-ID: (.*)$/im.exec(raw)?.[1]);
    expect(ids[0]).toBe(ids[1]);
  });

  it('that hangs is given up, and the message goes later', async () => {
    const { email, row } = await one('cuelga@prueba.cl');
    sink.trato = (para) => (para === email ? 'CUELGA' : 'ACEPTA');
    await send();
    await until('given up', async () => (await row())?.intentos === 1);
    expect(await row()).toMatchObject({ estado: 'EN_COLA', inciertoEn: null });
  });

  it('that is away costs no message a try; when it is back all goes out', async () => {
    const { id } = await buildCampanaEnviando(app.services.deps, 40);
    sink.saludo = '421 4.3.2 closing';
    await send();
    const { db } = app.services.deps;
    const problema = async () =>
      (await db.selectFrom('ajustesCorreo').select('envioProblema').executeTakeFirstOrThrow())
        .envioProblema;
    await until('told', async () => (await problema()) !== null);
    await until('given back', async () => (await statesOf(app.services.deps, id)).EN_COLA === 40);
    expect((await rowsOf(id)).map((row) => row.intentos)).toEqual(Array(40).fill(0));
    sink.saludo = '220 prueba ESMTP';
    await quiet();
    expect(await statesOf(app.services.deps, id)).toEqual({ ENVIADO: 40 });
    await until('told no more', async () => (await problema()) === null);
  });
});

describe('the pace', () => {
  it('of two senders never exceeds the limit in any sliding second', async () => {
    await setAjustes({ limiteSegundo: 14, conexiones: 6 });
    await buildCampanaEnviando(app.services.deps, 70);
    const at: number[] = [];
    sink.onMensaje = (mensaje) => at.push(mensaje.at);
    await send(2);
    await quiet();
    expect(at).toHaveLength(70);
    at.sort((a, b) => a - b);
    const worst = Math.max(
      ...at.map((from) => at.filter((t) => t >= from && t < from + 1_000).length),
    );
    expect(worst).toBeLessThanOrEqual(14);
  });

  it('holds by the hour, also for a sender that began later', async () => {
    await setAjustes({ limiteHora: 25 });
    const { id } = await buildCampanaEnviando(app.services.deps, 60);
    await send(2);
    await until('the budget is spent', () => sink.recibidos.length === 25);
    await stopAll();
    await send();
    await sleep(1_500);
    expect(sink.recibidos).toHaveLength(25);
    await stopAll();
    expect(await statesOf(app.services.deps, id)).toEqual({ ENVIADO: 25, EN_COLA: 35 });
    await sql`update email_ritmo_hora set bloque = bloque - interval '2 hours'`.execute(
      app.services.deps.db,
    );
    await send();
    await until('the next hour', () => sink.recibidos.length === 50);
  });
});

describe('a key that cannot sign', () => {
  it('keeps all mail waiting, and says so, until it is mended', async () => {
    const { db, secret } = app.services.deps;
    const { id } = await buildCampanaEnviando(app.services.deps, 3);
    const dkim = { dkimDominio: 'escuela.cl', dkimSelector: 's1' };
    await db
      .updateTable('ajustesCorreo')
      .set({ ...dkim, dkimClave: seal(secret, 'no es una llave') })
      .execute();
    await send();
    const problema = async () =>
      (await db.selectFrom('ajustesCorreo').select('envioProblema').executeTakeFirstOrThrow())
        .envioProblema;
    await until('told', async () => (await problema())?.includes('DKIM') ?? false);
    expect(sink.recibidos).toEqual([]);
    expect(await statesOf(app.services.deps, id)).toEqual({ EN_COLA: 3 });
    await db
      .updateTable('ajustesCorreo')
      .set({ dkimDominio: null, dkimSelector: null, dkimClave: null })
      .execute();
    await until('sent', () => sink.recibidos.length === 3);
    await until('told no more', async () => (await problema()) === null);
  });
});

describe('a stop', () => {
  it('ends what is in flight, gives back the rest, and repeats nothing', async () => {
    const { id } = await buildCampanaEnviando(app.services.deps, 900);
    for (let round = 0; round < 4; round += 1) {
      await send();
      const before = sink.recibidos.length;
      await until('some went', () => sink.recibidos.length > before + 60);
      await stopAll();
      expect((await statesOf(app.services.deps, id)).TOMADO).toBeUndefined();
      expect((await statesOf(app.services.deps, id)).ENVIADO).toBe(sink.recibidos.length);
    }
    await send();
    await quiet();
    expect(sink.recibidos).toHaveLength(900);
  });
});
