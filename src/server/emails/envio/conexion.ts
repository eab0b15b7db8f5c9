import { hostname } from 'node:os';
import { Readable } from 'node:stream';
import SMTPConnection from 'nodemailer/lib/smtp-connection';
import type { Smtp } from '../transporte.ts';
import { FalloSmtp, faseDe } from './fallo.ts';

/** How long each part may take, in ms. */
export type Plazos = { conectar: number; respuesta: number };
export const PLAZOS: Plazos = { conectar: 20_000, respuesta: 60_000 };

export type Envio = { de: string; para: string; raw: Uint8Array };

/** One conversation with a server, for many messages one after another. */
export type Conexion = {
  /** @returns what the server answered. @throws {FalloSmtp} */
  send: (envio: Envio) => Promise<string>;
  /** False once nothing more can be sent by it. */
  alive: () => boolean;
  close: () => void;
};

type Nodemailer = InstanceType<typeof SMTPConnection>;

/**
 * Connects, secures the line as asked, its certificate verified, and signs in.
 * @throws {FalloSmtp} of phase CONEXION or SESION
 */
export async function connectSmtp(smtp: Smtp, plazos: Plazos = PLAZOS): Promise<Conexion> {
  const line = new SMTPConnection({
    host: smtp.host,
    port: smtp.puerto,
    secure: smtp.seguridad === 'TLS',
    requireTLS: smtp.seguridad === 'STARTTLS',
    ignoreTLS: smtp.seguridad === 'NINGUNA',
    name: smtp.remitente.email.split('@')[1] ?? hostname(),
    connectionTimeout: plazos.conectar,
    greetingTimeout: plazos.conectar,
    socketTimeout: plazos.respuesta,
    dnsTimeout: plazos.conectar,
    allowInternalNetworkInterfaces: true,
  });
  let alive = true;
  let fail: (error: Error) => void = () => {};
  line.on('error', (error: Error) => {
    alive = false;
    fail(error);
  });
  line.on('end', () => {
    alive = false;
    fail(new Error('Connection closed'));
  });

  /** Runs one step; a line that breaks meanwhile breaks the step. */
  async function step<T>(run: (done: (error?: Error | null, value?: T) => void) => void) {
    const { promise, resolve, reject } = Promise.withResolvers<T | undefined>();
    fail = reject;
    run((error, value) => (error ? reject(error) : resolve(value)));
    return promise;
  }

  try {
    await step<void>((done) => line.connect(done));
    const { usuario: user, contrasena: pass } = smtp;
    if (user) {
      await step<unknown>((done) =>
        line.login({ user, credentials: { user, pass: pass ?? '' } }, done),
      );
    }
  } catch (error) {
    line.close();
    throw new FalloSmtp(error, 'CONEXION', false);
  }

  return {
    alive: () => alive,
    close: () => {
      if (alive) line.quit();
      else line.close();
      alive = false;
    },
    send: async ({ de, para, raw }) => {
      let handedOver = false;
      const message = new Readable({
        read() {
          this.push(raw);
          this.push(null);
        },
      });
      message.once('end', () => {
        handedOver = true;
      });
      try {
        const info = await step<{ response?: string }>((done) =>
          line.send({ from: de, to: [para], size: raw.byteLength }, message, done),
        );
        return info?.response ?? '';
      } catch (error) {
        const fallo = new FalloSmtp(error, faseDe(error), handedOver);
        if (alive && fallo.codigo !== null)
          await reset(line, step).catch(() => {
            alive = false;
          });
        else alive = false;
        if (!alive) line.close();
        throw fallo;
      }
    },
  };
}

/** After a refusal, so that the next message begins anew. */
async function reset(
  line: Nodemailer,
  step: <T>(
    run: (done: (error?: Error | null, value?: T) => void) => void,
  ) => Promise<T | undefined>,
) {
  await step<boolean>((done) => line.reset(done));
}
