import nodemailer from 'nodemailer';
import type { Deps } from '../core/context.ts';
import { AppError, invalid } from '../core/errors.ts';
import { connectSmtp, type Plazos } from '../emails/envio/conexion.ts';
import { FalloSmtp } from '../emails/envio/fallo.ts';
import { readTransporte, type Smtp } from '../emails/transporte.ts';
import { isVetado } from '../emails/veto.queries.ts';
import { explainFallo, PUERTOS_SMTP } from './fallo.policy.ts';

/** Short: someone is looking at the screen meanwhile. In ms. */
const PLAZOS: Plazos = { conectar: 8_000, respuesta: 12_000 };

type Resultado = { bien: boolean; detalle: string };

/**
 * Connects to the server in force with its certificate verified and signs in; with an address, hands it a message
 * too. What goes wrong is an answer, told in plain words.
 * @throws {AppError} ESTADO_NO_PERMITE without a server; VALIDACION for an address that gets no mail.
 */
export async function probarSmtp(deps: Deps, para?: string, plazos = PLAZOS): Promise<Resultado> {
  const smtp = await readTransporte(deps);
  if (smtp.tipo === 'LOCAL') {
    throw new AppError(
      'ESTADO_NO_PERMITE',
      'Todavía no hay un servidor de envío. Guarda sus datos y prueba de nuevo.',
    );
  }
  if (para && (await isVetado(deps.db, para))) {
    throw invalid(
      'para',
      'A esta dirección no se le escribe: está en la lista de bajas, o la persona bloqueó sus datos.',
    );
  }
  try {
    return { bien: true, detalle: await converse(smtp, para, deps.now(), plazos) };
  } catch (error) {
    if (!(error instanceof FalloSmtp)) throw error;
    const { respuesta: texto, codigo, fase } = error;
    const servidor = { ...smtp, usuales: PUERTOS_SMTP };
    return { bien: false, detalle: explainFallo({ texto, codigo, fase }, servidor) };
  }
}

async function converse(
  smtp: Smtp,
  para: string | undefined,
  now: Date,
  plazos: Plazos,
): Promise<string> {
  const line = await connectSmtp(smtp, plazos);
  try {
    const entered = smtp.usuario ? ' y aceptó el usuario y la contraseña' : '';
    const greeting = `${smtp.host} respondió${entered}.`;
    if (!para) return greeting;
    const answer = await line.send({
      de: smtp.remitente.email,
      para,
      raw: await buildPrueba(smtp, para, now),
    });
    return `${greeting} Recibió el mensaje para ${para}: «${answer}». Revisa que llegue, y que no caiga en spam.`;
  } finally {
    line.close();
  }
}

/** A small message, signed as the real ones are. */
async function buildPrueba(smtp: Smtp, para: string, now: Date): Promise<Buffer> {
  const { remitente, firma } = smtp;
  const builder = nodemailer.createTransport({
    streamTransport: true,
    buffer: true,
    newline: 'windows',
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  const { message } = await builder.sendMail({
    from: { name: remitente.nombre, address: remitente.email },
    to: para,
    subject: `Prueba de correo de ${remitente.nombre}`,
    text: 'Si lees esto, el servidor de envío quedó bien configurado.\n',
    date: now,
    headers: { 'Auto-Submitted': 'auto-generated' },
    ...(firma
      ? {
          dkim: {
            domainName: firma.dominio,
            keySelector: firma.selector,
            privateKey: firma.clavePem,
          },
        }
      : {}),
  });
  return Buffer.isBuffer(message) ? message : Buffer.from(String(message));
}
