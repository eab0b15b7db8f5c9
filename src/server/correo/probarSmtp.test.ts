import { once } from 'node:events';
import { type AddressInfo, createServer, type Server } from 'node:net';
import { dkimVerify } from 'mailauth/lib/dkim/verify.js';
import { SMTPServer, type SMTPServerOptions } from 'smtp-server';
import { afterEach, describe, expect, it } from 'vitest';
import type { z } from 'zod';
import * as contract from '#contract/correo.ts';
import { testApp } from '#tests/support/app.ts';
import { probarSmtp } from './probarSmtp.ts';

const app = testApp();
const stops: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const stop of stops.splice(0)) await stop();
});

type Recibido = { de: string; para: string; raw: Buffer };
/** A mail server on loopback that asks for a password. */
async function startSmtp(options: SMTPServerOptions = {}) {
  const recibidos: Recibido[] = [];
  const server = new SMTPServer({
    onAuth: ({ username, password }, _session, done) =>
      password === 'la buena'
        ? done(null, { user: username })
        : done(new Error('Username and password not accepted')),
    onData: (stream, session, done) => {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk) => chunks.push(chunk));
      stream.on('end', () => {
        const { mailFrom, rcptTo } = session.envelope;
        recibidos.push({
          de: mailFrom ? mailFrom.address : '',
          para: rcptTo.map((to) => to.address).join(),
          raw: Buffer.concat(chunks),
        });
        done();
      });
    },
    allowInsecureAuth: true,
    disableReverseLookup: true,
    logger: false,
    ...options,
  });
  // A client that turns away from the certificate is what is tried here.
  server.on('error', () => {});
  server.listen(0, '127.0.0.1');
  await once(server.server, 'listening');
  stops.push(() => new Promise((done) => server.close(() => done())));
  return { recibidos, puerto: (server.server.address() as AddressInfo).port };
}

async function startSilent(): Promise<number> {
  const server: Server = createServer(() => {});
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  stops.push(() => new Promise((done) => server.close(() => done()) && done()));
  return (server.address() as AddressInfo).port;
}

async function configure(
  cambio: Omit<z.input<typeof contract.updateAjustesCorreo.body>, 'version'>,
) {
  const user = await app.as('ADMIN');
  const { version } = await user.ok(contract.getAjustesCorreo, {});
  await user.ok(contract.updateAjustesCorreo, {
    body: {
      remitenteNombre: 'Escuela Ñandú',
      remitenteEmail: 'hola@escuela.cl',
      smtpHost: 'localhost',
      smtpSeguridad: 'NINGUNA',
      smtpUsuario: 'hola@escuela.cl',
      smtpClave: 'la buena',
      ...cambio,
      version,
    },
  });
}

const probar = async (para?: string) =>
  (await app.as('ADMIN')).call(contract.probarSmtp, { body: { para } });

describe('trying the server', () => {
  it('is refused while there is none', async () => {
    expect((await probar()).problem.code).toBe('ESTADO_NO_PERMITE');
  });

  it('connects and signs in, and hands over nothing unless asked', async () => {
    const { puerto, recibidos } = await startSmtp();
    await configure({ smtpPuerto: puerto });
    expect((await probar()).body).toEqual({
      bien: true,
      detalle: 'localhost respondió y aceptó el usuario y la contraseña.',
    });
    expect(recibidos).toEqual([]);
  });

  it('hands over one message, signed with the key that is published', async () => {
    const { puerto, recibidos } = await startSmtp();
    await configure({ smtpPuerto: puerto });
    const user = await app.as('ADMIN');
    const { version } = await user.ok(contract.getAjustesCorreo, {});
    const body = { dominio: 'escuela.cl', selector: 'tmm', version };
    const { dkimRegistro } = await user.ok(contract.crearDkim, { body });
    expect((await probar('Rosa@Ejemplo.cl')).body.bien).toBe(true);
    expect(recibidos).toMatchObject([{ de: 'hola@escuela.cl', para: 'rosa@ejemplo.cl' }]);
    const { results } = await dkimVerify(recibidos[0]?.raw ?? '', {
      resolver: async (name: string) => {
        expect(name).toBe(dkimRegistro?.nombre);
        return [dkimRegistro?.partes ?? []];
      },
    });
    expect(results[0]?.status.result).toBe('pass');
  });

  it('writes to nobody who is not to be written to', async () => {
    const { puerto, recibidos } = await startSmtp();
    await configure({ smtpPuerto: puerto });
    const { db } = app.services.deps;
    await db.insertInto('supresion').values({ email: 'no@ejemplo.cl', motivo: 'MANUAL' }).execute();
    const reply = await probar('no@ejemplo.cl');
    expect(reply.problem.errores).toEqual([expect.objectContaining({ campo: 'para' })]);
    expect(recibidos).toEqual([]);
  });

  it('quotes what the server says against the receiver', async () => {
    const { puerto } = await startSmtp({
      onRcptTo: (_address, _session, done) =>
        done(Object.assign(new Error('5.1.1 No such user here'), { responseCode: 550 })),
    });
    await configure({ smtpPuerto: puerto });
    expect((await probar('nadie@ejemplo.cl')).body).toMatchObject({
      bien: false,
      detalle: expect.stringContaining('No such user here'),
    });
  });
});

describe('what goes wrong is explained', () => {
  const explained = async () => {
    const { body } = await probar();
    expect(body.bien).toBe(false);
    return body.detalle;
  };

  it('a password that is refused', async () => {
    const { puerto } = await startSmtp();
    await configure({ smtpPuerto: puerto, smtpClave: 'la mala' });
    expect(await explained()).toContain('no aceptó el usuario o la contraseña');
  });

  it('a certificate that nobody vouches for, by both ways to TLS', async () => {
    const starttls = await startSmtp();
    await configure({ smtpPuerto: starttls.puerto, smtpSeguridad: 'STARTTLS' });
    expect(await explained()).toContain('certificado');
    const tls = await startSmtp({ secure: true });
    await configure({ smtpPuerto: tls.puerto, smtpSeguridad: 'TLS' });
    expect(await explained()).toContain('certificado');
  });

  it('a server without STARTTLS', async () => {
    const { puerto } = await startSmtp({ hideSTARTTLS: true, disabledCommands: ['STARTTLS'] });
    await configure({ smtpPuerto: puerto, smtpSeguridad: 'STARTTLS' });
    expect(await explained()).toContain('STARTTLS');
  });

  it('TLS from the start where it comes later', async () => {
    const { puerto } = await startSmtp();
    await configure({ smtpPuerto: puerto, smtpSeguridad: 'TLS' });
    expect(await explained()).toContain('no habla TLS desde el comienzo');
  });

  it('a port where nobody listens', async () => {
    const port = await startSilent();
    for (const stop of stops.splice(0)) await stop();
    await configure({ smtpPuerto: port });
    expect(await explained()).toContain(`no acepta conexiones en el puerto ${port}`);
  });

  it('a name that does not exist', async () => {
    await configure({ smtpHost: 'mail.escuela.invalid', smtpPuerto: 587 });
    expect(await explained()).toMatch(/No existe un servidor|no respondió a tiempo/);
  });

  it('a server that says nothing, within the time given', async () => {
    await configure({ smtpPuerto: await startSilent() });
    const plazos = { conectar: 300, respuesta: 5_000 };
    const { bien, detalle } = await probarSmtp(app.services.deps, undefined, plazos);
    expect(bien).toBe(false);
    expect(detalle).toContain('no saludó a tiempo');
  });
});
