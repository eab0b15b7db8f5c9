import type { ClaveAutomatico, TipoEmail } from '#contract/emails.ts';
import type { Sobre } from './contenido/trabajo.ts';
import { createToken, readToken } from './token.ts';
import type { Transporte } from './transporte.ts';

export type PorEnviar = {
  transporte: Pick<Transporte, 'remitente' | 'responderA' | 'rebotesEmail'>;
  secret: string;
  /** Without a slash at the end. */
  publicUrl: string;
  /** ISO 8601 UTC. */
  fecha: string;
  email: {
    id: number;
    tipo: TipoEmail;
    campanaId: number | null;
    automatico: ClaveAutomatico | null;
    comercial: boolean;
    email: string;
  };
  /** What Liquid sees: the person's name is taken from it. */
  datos: Record<string, unknown>;
};

const domainOf = (email: string) => email.slice(email.lastIndexOf('@') + 1);

/** The name by which a recipient is addressed; empty when it is not known. */
function nombreDe(datos: Record<string, unknown>): string {
  const { cliente } = datos;
  if (typeof cliente !== 'object' || cliente === null) return '';
  const { nombres, apellidos } = cliente as Record<string, unknown>;
  return [nombres, apellidos].filter((part) => typeof part === 'string' && part).join(' ');
}

/** The id a message always has, whenever and however often it is built: `<…@dominio>`, without the brackets. */
export function messageId(secret: string, id: number, remitente: string): string {
  return `${createToken(secret, 'mensaje', id)}@${domainOf(remitente)}`;
}

/** The email_log.id of one of our own Message-IDs, with its brackets or without; undefined for any other. */
export function readMessageId(secret: string, text: string): number | undefined {
  const [local = ''] = text.trim().replace(/^<|>$/g, '').toLowerCase().split('@');
  return readToken(secret, 'mensaje', local);
}

/** Where a message's own bounces go: `rebotes+…@escuela.cl`. */
function verp(secret: string, id: number, rebotesEmail: string): string {
  const at = rebotesEmail.lastIndexOf('@');
  const token = createToken(secret, 'rebote', id);
  return `${rebotesEmail.slice(0, at)}+${token}${rebotesEmail.slice(at)}`;
}

/** What promotion must carry: a way out by one click (RFC 8058), and that it is bulk. */
function cabecerasComerciales({ secret, publicUrl, email, transporte }: PorEnviar) {
  const domain = domainOf(transporte.remitente.email);
  const baja = `${publicUrl}/correo/baja/${createToken(secret, 'baja', email.id)}`;
  const origen = email.campanaId === null ? (email.automatico ?? 'prueba') : `c${email.campanaId}`;
  const sender = domain.replace(/[^a-z0-9]/gi, '').slice(0, 15);
  return [
    ['List-Unsubscribe', `<${baja}>`],
    ['List-Unsubscribe-Post', 'List-Unsubscribe=One-Click'],
    ['List-Id', `<novedades.${domain}>`],
    ['Precedence', 'bulk'],
    ['Feedback-ID', `${origen}:${email.tipo}:correo:${sender}`],
  ] satisfies Sobre['cabeceras'];
}

/**
 * The envelope and header fields of a message.
 * @returns `de` is the envelope's sender: an address of the message's own when bounces have a mailbox.
 */
export function sobreDe(porEnviar: PorEnviar): { sobre: Sobre; de: string } {
  const { transporte, secret, fecha, email, datos } = porEnviar;
  const { remitente, responderA, rebotesEmail } = transporte;
  const automatico: Sobre['cabeceras'] =
    email.tipo === 'TRANSACCIONAL' ? [['Auto-Submitted', 'auto-generated']] : [];
  const sobre: Sobre = {
    de: remitente,
    para: { nombre: nombreDe(datos), email: email.email },
    responderA: responderA === remitente.email ? null : responderA,
    mensajeId: messageId(secret, email.id, remitente.email),
    fecha,
    cabeceras: [
      ...(email.comercial ? cabecerasComerciales(porEnviar) : []),
      ...automatico,
      ['X-Auto-Response-Suppress', 'OOF, AutoReply'],
    ],
  };
  return { sobre, de: rebotesEmail ? verp(secret, email.id, rebotesEmail) : remitente.email };
}
