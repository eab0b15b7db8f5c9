import { describe, expect, it } from 'vitest';
import type { z } from 'zod';
import { getAjustes, updateAjustes } from '#contract/ajustes.ts';
import { listAuditoria } from '#contract/auditoria.ts';
import * as contract from '#contract/correo.ts';
import { unseal } from '#server/core/keys.ts';
import { testApp } from '#tests/support/app.ts';

const app = testApp();
const fromEnv = testApp({
  SMTP_URL: 'smtps://usuario:del%20entorno@smtp.entorno.cl',
  EMAIL_FROM: 'Entorno <hola@entorno.cl>',
});

const admin = () => app.as('ADMIN');
const row = () =>
  app.services.deps.db.selectFrom('ajustesCorreo').selectAll().executeTakeFirstOrThrow();

type Cambio = Omit<z.input<typeof contract.updateAjustesCorreo.body>, 'version'>;
async function update(body: Cambio) {
  const user = await admin();
  const { version } = await user.ok(contract.getAjustesCorreo, {});
  return user.call(contract.updateAjustesCorreo, { body: { ...body, version } });
}
const servidor: Cambio = {
  remitenteNombre: 'Escuela Ñandú',
  remitenteEmail: 'Hola@Escuela.cl',
  smtpHost: 'mail.escuela.cl',
  smtpPuerto: 587,
  smtpSeguridad: 'STARTTLS',
  smtpUsuario: 'hola@escuela.cl',
  smtpClave: 'clave del servidor',
};

describe('settings of mail', () => {
  it('begin with the local outbox and nothing set', async () => {
    const correo = await (await admin()).ok(contract.getAjustesCorreo, {});
    expect(correo).toMatchObject({
      transporte: { tipo: 'LOCAL', origen: null, servidor: null, remitente: null },
      tieneSmtpClave: false,
      dkimRegistro: null,
      tieneWebhook: false,
      dobleConfirmacion: true,
    });
  });

  it('put the server in force, and keep the password sealed and to themselves', async () => {
    const reply = await update(servidor);
    expect(reply.body).toMatchObject({
      transporte: {
        tipo: 'SMTP',
        origen: 'AJUSTES',
        servidor: 'mail.escuela.cl:587',
        remitente: 'Escuela Ñandú <hola@escuela.cl>',
        remitenteOrigen: 'AJUSTES',
      },
      tieneSmtpClave: true,
    });
    const user = await admin();
    const told = [reply.body, await user.ok(listAuditoria, { query: { entidad: 'CORREO' } })];
    const { smtpClave } = await row();
    expect(JSON.stringify(told)).not.toContain('clave del servidor');
    expect(JSON.stringify(told)).not.toContain(smtpClave);
    expect(smtpClave).not.toContain('clave');
    expect(unseal(app.services.deps.secret, smtpClave ?? '')).toBe('clave del servidor');
  });

  it('log what changed and that a password did', async () => {
    await update({ smtpClave: 'otra', limiteHora: 200 });
    const { items } = await (await admin()).ok(listAuditoria, {
      query: { entidad: 'CORREO', limite: 1 },
    });
    expect(items[0]).toMatchObject({
      accion: 'CAMBIAR',
      antes: { limiteHora: null },
      despues: { limiteHora: 200, contrasenaSmtp: 'cambiada' },
    });
    expect(Object.keys(items[0]?.despues ?? {})).toEqual(['limiteHora', 'contrasenaSmtp']);
  });

  it('refuse a stale version', async () => {
    const user = await admin();
    const { version } = await user.ok(contract.getAjustesCorreo, {});
    const stale = { version: version + 1, limiteSegundo: 5 };
    const reply = await user.call(contract.updateAjustesCorreo, { body: stale });
    expect(reply.problem.code).toBe('CONFLICTO_VERSION');
    const dkim = { version: version + 1, dominio: 'escuela.cl', selector: 'tmm' };
    expect((await user.call(contract.crearDkim, { body: dkim })).problem.code).toBe(
      'CONFLICTO_VERSION',
    );
    expect(await row()).toMatchObject({ limiteSegundo: null, dkimClave: null });
  });

  it.each<[string, Cambio, string[]]>([
    ['a server without port', { smtpPuerto: null }, ['smtpPuerto']],
    ['a server without sender', { remitenteEmail: null }, ['remitenteEmail']],
    ['a user without password', { smtpClave: null }, ['smtpClave']],
    ['a password without user', { smtpUsuario: null, smtpClave: 'x' }, ['smtpUsuario']],
    ['another server with the kept password', { smtpHost: 'mail.malo.cl' }, ['smtpClave']],
    ['another user with the kept password', { smtpUsuario: 'otra' }, ['smtpClave']],
    ['a + in the address for bounces', { rebotesEmail: 'a+b@escuela.cl' }, ['rebotesEmail']],
    ['a long one', { rebotesEmail: 'rebotes-de-la-escuela@escuela.cl' }, ['rebotesEmail']],
    [
      'a mailbox by its name alone',
      { buzonHost: 'imap.escuela.cl' },
      ['buzonPuerto', 'buzonUsuario'],
    ],
  ])('refuse %s, beside its field', async (_, cambio, campos) => {
    const before = await row();
    const reply = await update(cambio);
    expect(reply.status).toBe(422);
    expect(reply.problem.errores?.map((e) => e.campo)).toEqual(campos);
    expect(await row()).toEqual(before);
  });

  it('take another server with its own password', async () => {
    const reply = await update({ smtpHost: 'mail.otra.cl', smtpClave: 'la de otra' });
    expect(reply.body.transporte.servidor).toBe('mail.otra.cl:587');
  });

  it('forget the password of a server that is removed, and send to nobody again', async () => {
    const reply = await update({ smtpHost: null });
    expect(reply.body).toMatchObject({ transporte: { tipo: 'LOCAL' }, tieneSmtpClave: false });
    expect(await row()).toMatchObject({ smtpUsuario: null, smtpClave: null });
  });

  it('forget what went wrong with a mailbox when another is set', async () => {
    const { db } = app.services.deps;
    await db.updateTable('ajustesCorreo').set({ buzonError: 'No se pudo entrar.' }).execute();
    await update({
      buzonHost: 'imap.escuela.cl',
      buzonPuerto: 993,
      buzonUsuario: 'rebotes@escuela.cl',
      buzonClave: 'la del buzón',
    });
    expect(await row()).toMatchObject({ buzonError: null, buzonUsuario: 'rebotes@escuela.cl' });
    await update({ limiteHora: 100 });
    expect((await row()).buzonClave).not.toBeNull();
  });

  it('say what the environment decides, and that it wins', async () => {
    const user = await fromEnv.as('ADMIN');
    const { version } = await user.ok(contract.getAjustesCorreo, {});
    const correo = await user.ok(contract.updateAjustesCorreo, { body: { ...servidor, version } });
    expect(correo.transporte).toEqual({
      tipo: 'SMTP',
      origen: 'ENTORNO',
      servidor: 'smtp.entorno.cl:465',
      remitente: 'Entorno <hola@entorno.cl>',
      remitenteOrigen: 'ENTORNO',
    });
    expect(JSON.stringify(correo)).not.toContain('del entorno');
  });
});

describe('the DKIM key', () => {
  const crear = async (dominio: string) => {
    const user = await admin();
    const { version } = await user.ok(contract.getAjustesCorreo, {});
    return user.ok(contract.crearDkim, { body: { dominio, selector: 'tmm', version } });
  };

  it('is made with the record to publish, whole and in pieces, and its private half never told', async () => {
    const correo = await crear('escuela.cl');
    expect(correo.dkimRegistro?.nombre).toBe('tmm._domainkey.escuela.cl');
    const { valor = '', partes = [] } = correo.dkimRegistro ?? {};
    // A public RSA key of 2048 bits is 392 characters of base64.
    expect(valor).toMatch(/^v=DKIM1; k=rsa; p=MIIBI[\w+/]{380,}=*$/);
    expect(partes.join('')).toBe(valor);
    expect(Math.max(...partes.map((parte) => parte.length))).toBeLessThanOrEqual(255);
    const pem = unseal(app.services.deps.secret, (await row()).dkimClave ?? '');
    expect(pem).toContain('BEGIN PRIVATE KEY');
  });

  it('is another each time, and is forgotten when removed', async () => {
    const first = await crear('escuela.cl');
    const second = await crear('otra.cl');
    expect(second.dkimRegistro?.valor).not.toBe(first.dkimRegistro?.valor);
    const user = await admin();
    await user.ok(contract.quitarDkim, {});
    await user.ok(contract.quitarDkim, {});
    expect(await row()).toMatchObject({ dkimClave: null, dkimDominio: null, dkimSelector: null });
    const { items } = await user.ok(listAuditoria, { query: { entidad: 'CORREO', limite: 1 } });
    expect(items[0]).toMatchObject({ accion: 'QUITAR_DKIM', antes: { dkimDominio: 'otra.cl' } });
  });
});

describe('the diagnosis', () => {
  const nivelesDe = async () => {
    const { items } = await (await app.as('MARKETING')).ok(contract.getDiagnostico, {});
    return Object.fromEntries(items.map(({ clave, nivel }) => [clave, nivel]));
  };

  it('names what is missing, and no longer once it is there', async () => {
    await update({ remitenteEmail: null, remitenteNombre: null });
    expect(await nivelesDe()).toMatchObject({
      transporte: 'AVISO',
      remitente: 'ERROR',
      direccion: 'ERROR',
      https: 'AVISO',
    });
    const user = await admin();
    const { version } = await user.ok(getAjustes, {});
    await user.ok(updateAjustes, { body: { version, direccion: 'Las Lilas 12', comuna: '13120' } });
    await update({ ...servidor, remitenteEmail: 'hola@escuela.invalid' });
    expect(await nivelesDe()).toMatchObject({
      transporte: 'OK',
      remitente: 'OK',
      direccion: 'OK',
      https: 'ERROR',
      firma: 'AVISO',
    });
    expect((await user.ok(contract.getAjustesCorreo, {})).direccionPostal).toBe(
      'Las Lilas 12, Ñuñoa',
    );
  });

  it('tells a password that was sealed with another secret', async () => {
    const { db } = app.services.deps;
    await db
      .updateTable('ajustesCorreo')
      .set({ smtpClave: 'A'.repeat(60) })
      .execute();
    expect(await nivelesDe()).toMatchObject({ claves: 'ERROR' });
  });
});
