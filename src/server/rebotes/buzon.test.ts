import type { AddressInfo } from 'node:net';
import hoodiecrow from 'hoodiecrow-imap';
import { afterEach, expect, it } from 'vitest';
import * as contract from '#contract/correo.ts';
import { testApp } from '#tests/support/app.ts';
import {
  buildEnviado,
  letter,
  outOfOffice,
  postfixDsn,
  qmailBounce,
  yahooArf,
} from '#tests/support/rebotes.ts';

const app = testApp();
const stops: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const stop of stops.splice(0)) await stop();
});

/** A mailbox on loopback with these messages, the first one read already; the settings lead to it. */
async function openBuzon(mensajes: Buffer[], { clave = 'la buena' } = {}) {
  const read = { raw: 'Subject: visto\r\n\r\nHola', flags: ['\\Seen'] };
  const unread = mensajes.map((raw) => ({ raw: raw.toString('latin1'), flags: [] }));
  const server = hoodiecrow({
    plugins: ['ID', 'UNSELECT', 'UIDPLUS', 'LITERALPLUS', 'ENABLE'],
    users: { 'rebotes@escuela.cl': { password: 'la buena' } },
    storage: { INBOX: { messages: [read, ...unread] } },
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  stops.push(() => new Promise((done) => server.close(() => done())));
  const user = await app.as('ADMIN');
  const { version } = await user.ok(contract.getAjustesCorreo, {});
  await user.ok(contract.updateAjustesCorreo, {
    body: {
      buzonHost: '127.0.0.1',
      buzonPuerto: (server.server.address() as AddressInfo).port,
      buzonSeguridad: 'NINGUNA',
      buzonUsuario: 'rebotes@escuela.cl',
      buzonClave: clave,
      version,
    },
  });
  return { flags: () => server.storage.INBOX.messages.map((message) => message.flags) };
}

const revisar = async () => (await app.as('ADMIN')).call(contract.revisarBuzon, {});
const motivos = (emails: string[]) =>
  app.services.deps.db
    .selectFrom('supresion')
    .select(['email', 'motivo'])
    .where('email', 'in', emails)
    .orderBy('email')
    .execute();

it('is refused while there is no mailbox, and the job passes over it', async () => {
  expect((await revisar()).problem.code).toBe('ESTADO_NO_PERMITE');
  await app.runCron('revisar-buzon');
  const correo = await (await app.as('ADMIN')).ok(contract.getAjustesCorreo, {});
  expect(correo.buzonRevisadoEn).toBeNull();
});

it('reads what is unread, marks it, flags what is for a person, and deletes nothing', async () => {
  const [gone, angry, away, writes] = await Promise.all([
    buildEnviado(app, { email: 'a-no-existe@destino.cl' }),
    buildEnviado(app, { email: 'b-reclama@destino.cl' }),
    buildEnviado(app, { email: 'c-ausente@destino.cl' }),
    buildEnviado(app, { email: 'd-escribe@destino.cl' }),
  ]);
  const buzon = await openBuzon([
    postfixDsn(gone),
    yahooArf(angry),
    outOfOffice(away),
    letter(writes),
  ]);
  expect((await revisar()).body).toEqual({
    bien: true,
    detalle: 'Leímos 4 mensajes; 2 eran rebotes o reclamos nuevos.',
    leidos: 4,
    rebotes: 2,
  });
  const [, ...flags] = buzon.flags();
  expect(flags).toEqual([['\\Seen'], ['\\Seen'], ['\\Seen'], ['\\Seen', '\\Flagged']]);
  expect(await motivos([gone.email, angry.email, away.email, writes.email])).toEqual([
    { email: gone.email, motivo: 'REBOTE' },
    { email: angry.email, motivo: 'RECLAMO' },
  ]);
  expect((await revisar()).body).toMatchObject({ bien: true, leidos: 0, rebotes: 0 });
});

it('is read by its job, and what came with it before changes nothing again', async () => {
  const enviado = await buildEnviado(app);
  const raw = qmailBounce(enviado);
  const buzon = await openBuzon([raw, raw]);
  await app.runCron('revisar-buzon');
  expect(buzon.flags().every((flags) => flags.includes('\\Seen'))).toBe(true);
  expect(await motivos([enviado.email])).toHaveLength(1);
  const { db } = app.services.deps;
  const rows = await db
    .selectFrom('rebote')
    .select('via')
    .where('emailLogId', '=', enviado.id)
    .execute();
  expect(rows).toEqual([{ via: 'BUZON' }]);
});

it('what keeps us out is told in the settings, until it no longer does', async () => {
  const enviado = await buildEnviado(app);
  await openBuzon([postfixDsn(enviado)], { clave: 'la mala' });
  const { body } = await revisar();
  expect(body).toMatchObject({ bien: false, leidos: 0 });
  expect(body.detalle).toContain('no aceptó el usuario o la contraseña');
  const user = await app.as('ADMIN');
  const correo = await user.ok(contract.getAjustesCorreo, {});
  expect(correo).toMatchObject({ buzonError: body.detalle, buzonRevisadoEn: expect.any(String) });
  expect(correo.buzonError).not.toContain('la mala');
  const { items } = await user.ok(contract.getDiagnostico, {});
  expect(items).toContainEqual(expect.objectContaining({ clave: 'rebotes', nivel: 'ERROR' }));

  for (const stop of stops.splice(0)) await stop();
  expect((await revisar()).body.detalle).toContain('no acepta conexiones');
  await openBuzon([]);
  await revisar();
  expect((await user.ok(contract.getAjustesCorreo, {})).buzonError).toBeNull();
});

it('what could not be written down stays unread', async () => {
  const enviado = await buildEnviado(app);
  const buzon = await openBuzon([postfixDsn(enviado)]);
  const { db } = app.services.deps;
  await db.schema.alterTable('rebote').renameTo('rebote_ausente').execute();
  const { body } = await revisar();
  await db.schema.alterTable('rebote_ausente').renameTo('rebote').execute();
  expect(body).toMatchObject({ bien: false, leidos: 0 });
  expect(body.detalle).toContain('no pudimos guardar');
  expect(buzon.flags().at(-1)).toEqual([]);
  expect((await revisar()).body).toMatchObject({ bien: true, leidos: 1, rebotes: 1 });
});
