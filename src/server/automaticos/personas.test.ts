import { describe, expect, it } from 'vitest';
import * as automaticos from '#contract/automaticos.ts';
import { listAvisos } from '#contract/avisos.ts';
import { anularCobro } from '#contract/cobros.ts';
import type { ClaveAutomatico } from '#contract/emails.ts';
import * as espera from '#contract/espera.ts';
import { closeCuenta, enterByEnlace } from '#contract/portal.ts';
import { createResenaPorEnlace } from '#contract/resenas.ts';
import { jobCtx } from '#server/core/context.ts';
import { transaction } from '#server/core/db/transaction.ts';
import { queueEmailTo } from '#server/emails/queueEmail.ts';
import { readToken } from '#server/emails/token.ts';
import { pedirResenas } from '#server/resenas/pedirResenas.ts';
import { type TestApp, testApp } from '#tests/support/app.ts';
import { armarCorreo, leerCorreo, readClaves, readCorreos } from '#tests/support/automaticos.ts';
import { buildCliente, buildTaller, buildVenta } from '#tests/support/builders.ts';
import { buildLleno } from '#tests/support/espera.ts';

const local = testApp();
const smtp = testApp({ SMTP_URL: 'smtp://127.0.0.1:2', EMAIL_FROM: 'Escuela <hola@escuela.cl>' });

const avisosDe = async (app: TestApp, clienteId: number) => {
  const { items } = await (await app.as('SOPORTE')).ok(listAvisos, {
    query: { cliente: clienteId, limite: 100 },
  });
  return items.map(({ tipo }) => tipo);
};

/** By which ways someone was told of a thing, the mail of their sale left out. */
const told = async (app: TestApp, clienteId: number) => ({
  correos: (await readClaves(app, clienteId)).filter((clave) => clave !== 'INSCRIPCION_RECIBIDA'),
  avisos: await avisosDe(app, clienteId),
});

async function emailOf(app: TestApp, clienteId: number): Promise<string> {
  const { email } = await app.services.deps.db
    .selectFrom('cliente')
    .select((eb) => eb.ref('email').$notNull().as('email'))
    .where('id', '=', clienteId)
    .executeTakeFirstOrThrow();
  return email;
}

async function setActivo(app: TestApp, clave: ClaveAutomatico, activo: boolean): Promise<void> {
  const admin = await app.as('ADMIN');
  const { items } = await admin.ok(automaticos.listAutomaticos, {});
  const version = items.find((item) => item.clave === clave)?.version ?? 0;
  await admin.ok(automaticos.updateAutomatico, { params: { clave }, body: { activo, version } });
}

type Motivo = 'BAJA' | 'REBOTE' | 'RECLAMO' | 'MANUAL';
const suppress = async (app: TestApp, clienteId: number, motivo: Motivo) =>
  app.services.deps.db
    .insertInto('supresion')
    .values({ email: await emailOf(app, clienteId), motivo })
    .execute();

const withoutEmail = (app: TestApp, clienteId: number) =>
  app.services.deps.db
    .updateTable('cliente')
    .set({ email: null, telefono: `+569${String(80_000_000 + clienteId)}` })
    .where('id', '=', clienteId)
    .execute();

const block = (app: TestApp, clienteId: number) =>
  app.services.deps.db
    .updateTable('cliente')
    .set({ bloqueadoEn: new Date().toISOString() })
    .where('id', '=', clienteId)
    .execute();

/** Someone who waits for a full Taller, to whom a seat is then offered. */
async function offer(
  app: TestApp,
  prepare: (clienteId: number) => Promise<unknown> = async () => {},
) {
  const { taller, cobro } = await buildLleno(app, 1);
  const clienteId = await buildCliente(app);
  const ventas = await app.as('VENTAS');
  const lugar = await ventas.ok(espera.joinEspera, {
    params: { id: taller.id },
    body: { clienteId, cantidad: 1 },
  });
  await prepare(clienteId);
  await ventas.ok(anularCobro, { params: { id: cobro.id }, body: { motivo: 'No puede' } });
  await Promise.all([app.runJobs(), app.runCron('atender-esperas')]);
  await app.runCron('atender-esperas');
  return { clienteId, taller, lugar };
}

describe('a seat offered to who waits', () => {
  it('is told by one mail, with the link to answer, and by a message while nobody gets mail', async () => {
    const { clienteId, taller } = await offer(local);
    expect(await told(local, clienteId)).toEqual({
      correos: ['OFERTA_CUPO'],
      avisos: ['OFERTA_CUPO'],
    });
    const { asunto, texto } = await leerCorreo(local, clienteId, 'OFERTA_CUPO');
    expect(asunto).toBe(`Se liberó un cupo para ti en «${taller.titulo}»`);
    const codigo = /\/espera\/([\w-]+)/.exec(texto)?.[1] ?? '';
    const visitor = await local.as('VISITANTE');
    const shown = await visitor.ok(espera.getEsperaPublica, { params: { codigo } });
    expect(shown.estado).toBe('OFRECIDA');
  });

  it('is told by mail alone where mail goes out', async () => {
    const { clienteId } = await offer(smtp);
    expect(await told(smtp, clienteId)).toEqual({ correos: ['OFERTA_CUPO'], avisos: [] });
  });

  it.each([
    ['has no email', (id: number) => withoutEmail(smtp, id)],
    ['has an address that bounces', (id: number) => suppress(smtp, id, 'REBOTE')],
    ['complained of mail', (id: number) => suppress(smtp, id, 'RECLAMO')],
  ])('is told by a message of staff to who %s', async (_who, prepare) => {
    const { clienteId } = await offer(smtp, prepare);
    expect(await told(smtp, clienteId)).toEqual({ correos: [], avisos: ['OFERTA_CUPO'] });
  });

  it('is told by mail also to who took themselves off what is promotional', async () => {
    const { clienteId } = await offer(smtp, (id) => suppress(smtp, id, 'BAJA'));
    expect(await told(smtp, clienteId)).toEqual({ correos: ['OFERTA_CUPO'], avisos: [] });
  });

  it('is told by no way to who had their data blocked', async () => {
    const { clienteId } = await offer(smtp, (id) => block(smtp, id));
    expect(await told(smtp, clienteId)).toEqual({ correos: [], avisos: [] });
  });

  it('is told by a message of staff when that mail is switched off', async () => {
    await setActivo(smtp, 'OFERTA_CUPO', false);
    const { clienteId } = await offer(smtp);
    await setActivo(smtp, 'OFERTA_CUPO', true);
    expect(await told(smtp, clienteId)).toEqual({ correos: [], avisos: ['OFERTA_CUPO'] });
  });

  it('that was let pass or ran out is taken back before it goes out', async () => {
    const { clienteId, lugar } = await offer(smtp);
    const { codigo } = await smtp.services.deps.db
      .selectFrom('espera')
      .select('codigo')
      .where('id', '=', lugar.id)
      .executeTakeFirstOrThrow();
    await (await smtp.as('VISITANTE')).ok(espera.leaveEspera, { params: { codigo } });
    const [fila] = (await readCorreos(smtp, clienteId)).slice(-1);
    expect(fila).toMatchObject({ automatico: 'OFERTA_CUPO', estado: 'CANCELADO' });
    const other = await offer(smtp);
    smtp.setNow(new Date(Date.now() + 25 * 3_600_000));
    const late = (await readCorreos(smtp, other.clienteId)).at(-1);
    expect(late && (await armarCorreo(smtp, late))).toEqual({ cancelar: 'La oferta terminó.' });
  });

  it('and accepted brings the mail of a sale', async () => {
    const { clienteId, lugar } = await offer(smtp);
    const { codigo } = await smtp.services.deps.db
      .selectFrom('espera')
      .select('codigo')
      .where('id', '=', lugar.id)
      .executeTakeFirstOrThrow();
    const visitor = await smtp.as('VISITANTE');
    await Promise.all(
      [1, 2, 3].map(() => visitor.call(espera.acceptOferta, { params: { codigo } })),
    );
    expect(await readClaves(smtp, clienteId)).toEqual(['INSCRIPCION_RECIBIDA']);
  });
});

describe('asking for a review', () => {
  /** Asks those of a Taller that ended yesterday, some at once. */
  async function ask(app: TestApp, prepare: (clienteId: number) => Promise<unknown>) {
    const taller = await buildTaller(app, { precio: 20_000 });
    const clienteId = await buildCliente(app);
    await buildVenta(app, taller.id, { clienteId, pago: 20_000 });
    const { db } = app.services.deps;
    const ago = (days: number) => new Date(Date.now() - days * 86_400_000).toISOString();
    await db
      .updateTable('taller')
      .set({ iniciaEn: ago(1.9), terminaEn: ago(1.8) })
      .where('id', '=', taller.id)
      .execute();
    await prepare(clienteId);
    const noon = new Date(`${new Date().toISOString().slice(0, 10)}T18:00:00Z`);
    const deps = { ...app.services.deps, now: () => noon };
    await Promise.all([pedirResenas(deps), pedirResenas(deps), pedirResenas(deps)]);
    return { taller, clienteId };
  }

  it('is one mail, with a link by which the review is written', async () => {
    const { taller, clienteId } = await ask(smtp, async () => {});
    expect(await told(smtp, clienteId)).toEqual({ correos: ['PEDIR_RESENA'], avisos: [] });
    const { asunto, texto } = await leerCorreo(smtp, clienteId, 'PEDIR_RESENA');
    expect(asunto).toBe(`¿Cómo estuvo «${taller.titulo}»?`);
    expect(texto).toMatch(/\/correo\/baja\/[\w-]+/);
    const token = /\/resenas\/([\w-]+)/.exec(texto)?.[1] ?? '';
    await (await smtp.as('VISITANTE')).ok(createResenaPorEnlace, {
      params: { token },
      body: { estrellas: 5 },
    });
    const fila = (await readCorreos(smtp, clienteId)).at(-1);
    expect(fila && (await armarCorreo(smtp, fila))).toEqual({ cancelar: 'Ya dejó su reseña.' });
  });

  it('is left to who stopped what is promotional by no way', async () => {
    const { clienteId } = await ask(smtp, (id) => suppress(smtp, id, 'BAJA'));
    expect(await told(smtp, clienteId)).toEqual({ correos: [], avisos: [] });
  });

  it('is left to staff for an address that bounces', async () => {
    const { clienteId } = await ask(smtp, (id) => suppress(smtp, id, 'REBOTE'));
    expect(await told(smtp, clienteId)).toEqual({ correos: [], avisos: ['PEDIR_RESENA'] });
  });
});

describe('a way into the portal', () => {
  let visits = 0;
  async function ask(app: TestApp, clienteId: number): Promise<void> {
    visits += 1;
    const email = await emailOf(app, clienteId);
    await (await app.as('VISITANTE')).fetch('/api/portal/enlaces', {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-forwarded-for': `10.77.0.${visits}` },
      body: JSON.stringify({ email }),
    });
  }

  it('goes by one mail an hour, which is dropped when it could not leave in that time', async () => {
    const clienteId = await buildCliente(smtp);
    await Promise.all([ask(smtp, clienteId), ask(smtp, clienteId), ask(smtp, clienteId)]);
    await smtp.runJobs();
    await ask(smtp, clienteId);
    await smtp.runJobs();
    expect(await told(smtp, clienteId)).toEqual({ correos: ['ENLACE_PORTAL'], avisos: [] });
    const [fila] = await readCorreos(smtp, clienteId);
    const lasts = Date.parse(fila?.venceEn ?? '') - Date.parse(fila?.creadoEn ?? '');
    expect(lasts).toBe(3_600_000);
    smtp.setNow(new Date(Date.now() + 61 * 60_000));
    await ask(smtp, clienteId);
    await smtp.runJobs();
    expect((await told(smtp, clienteId)).correos).toEqual(['ENLACE_PORTAL', 'ENLACE_PORTAL']);
  });

  it('is made anew at each try, lets in once, and is kept nowhere', async () => {
    const clienteId = await buildCliente(smtp);
    await ask(smtp, clienteId);
    await smtp.runJobs();
    const first = await leerCorreo(smtp, clienteId, 'ENLACE_PORTAL');
    const second = await leerCorreo(smtp, clienteId, 'ENLACE_PORTAL');
    const tokenOf = (texto: string) => /\/mi\/entrar\/([\w-]+)/.exec(texto)?.[1] ?? '';
    expect(tokenOf(first.texto)).not.toBe(tokenOf(second.texto));
    expect(first.secretos.enlace).toContain(tokenOf(first.texto));
    const visitor = await smtp.as('VISITANTE');
    const enter = () => visitor.call(enterByEnlace, { body: { token: tokenOf(first.texto) } });
    expect((await enter()).status).toBe(200);
    expect((await enter()).status).not.toBe(200);
    const rows = await smtp.services.deps.db.selectFrom('emailLog').selectAll().execute();
    expect(JSON.stringify(rows)).not.toContain(tokenOf(second.texto));
  });

  it('is left to staff while mail reaches nobody, and not sent once the account is closed', async () => {
    const clienteId = await buildCliente(local);
    await ask(local, clienteId);
    await local.runJobs();
    expect(await told(local, clienteId)).toEqual({
      correos: ['ENLACE_PORTAL'],
      avisos: ['ENLACE_PORTAL'],
    });
    const alumna = await local.asAlumno(clienteId);
    await alumna.ok(closeCuenta, { body: { confirma: true } });
    expect(await told(local, clienteId)).toEqual({ correos: [], avisos: [] });
  });
});

describe('the newsletter', () => {
  it('is confirmed by a link that is kept nowhere, until it was', async () => {
    const { db, now, secret } = smtp.services.deps;
    const email = 'nueva-suscrita@correo.cl';
    const { id } = await db
      .insertInto('suscripcion')
      .values({
        email,
        datos: JSON.stringify({ nombres: 'Elisa' }),
        texto: 'Acepto',
        textoVersion: 1,
        canal: 'WEB',
      })
      .returning('id')
      .executeTakeFirstOrThrow();
    const queue = () =>
      transaction(db, (trx) =>
        queueEmailTo(trx, jobCtx(now(), 'test'), {
          automatico: 'CONFIRMAR_NEWSLETTER',
          email,
          referencia: { suscripcion: id },
          causa: String(id),
        }),
      );
    expect([await queue(), await queue()]).toEqual([true, false]);
    const fila = await db
      .selectFrom('emailLog')
      .selectAll()
      .where('email', '=', email)
      .executeTakeFirstOrThrow();
    const carta = await armarCorreo(smtp, fila);
    if ('cancelar' in carta) throw new Error(carta.cancelar);
    expect(carta.texto).toContain('Hola, Elisa:');
    const token = /\/correo\/confirmar\/([\w-]+)/.exec(carta.texto)?.[1] ?? '';
    expect(readToken(secret, 'suscripcion', token)).toBe(id);
    expect(carta.texto).not.toContain('/correo/baja/');
    await db
      .updateTable('suscripcion')
      .set({ confirmadaEn: now().toISOString() })
      .where('id', '=', id)
      .execute();
    expect(await armarCorreo(smtp, fila)).toEqual({ cancelar: 'La suscripción ya se confirmó.' });
  });
});
