import MimeNode from 'nodemailer/lib/mime-node';
import { dkimSignature, type Llave } from './dkim.ts';
import type { Tramo } from './qp.ts';
import type { Sobre } from './trabajo.ts';

/** No quoted-printable text holds `=_`, so that no part can hold the boundary. */
const BOUNDARY = '=_tmm_parte';

const part = (type: string) =>
  `--${BOUNDARY}\r\nContent-Type: ${type}; charset=utf-8\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n`;
const TEXT_PART = part('text/plain');
const HTML_PART = part('text/html');
const END = `\r\n--${BOUNDARY}--\r\n`;

const oneLine = (text: string) => text.replace(/[\p{Cc}\u2028\u2029]+/gu, ' ').trim();

/** A prepared value is written as it is: what a mail program reads as an address must not be folded or encoded. */
function extra(nombre: string, valor: string) {
  const value = oneLine(valor);
  const plain = /^[\x20-\x7e]*$/.test(value);
  return [
    nombre,
    plain ? { prepared: true, value, foldLines: value.includes(' ') } : value,
  ] as const;
}

function buildHeaders(sobre: Sobre, asunto: string): string {
  const node = new MimeNode(`multipart/alternative; boundary="${BOUNDARY}"`);
  const person = ({ nombre, email }: Sobre['de']) => ({ name: oneLine(nombre), address: email });
  node.setHeader('From', person(sobre.de));
  node.setHeader('To', person(sobre.para));
  if (sobre.responderA) node.setHeader('Reply-To', sobre.responderA);
  node.setHeader('Subject', oneLine(asunto));
  node.setHeader('Message-ID', `<${sobre.mensajeId}>`);
  node.setHeader('Date', new Date(sobre.fecha));
  for (const [nombre, valor] of sobre.cabeceras) node.setHeader(...extra(nombre, valor));
  return node.buildHeaders();
}

/**
 * A whole message: plain text and HTML as alternatives, signed when there is a key.
 * @param partes each of whole encoded lines.
 */
export function buildMime(
  sobre: Sobre,
  asunto: string,
  partes: { texto: Tramo[]; html: Tramo[] },
  llave: Llave | undefined,
): Buffer {
  const headers = buildHeaders(sobre, asunto);
  const body = (of: 'qp' | 'canon') =>
    TEXT_PART +
    partes.texto.map((tramo) => tramo[of]).join('') +
    `\r\n${HTML_PART}` +
    partes.html.map((tramo) => tramo[of]).join('') +
    END;
  const signature = llave
    ? `${dkimSignature(llave, headers.split(/\r\n(?![ \t])/), body('canon'))}\r\n`
    : '';
  const message = `${signature}${headers}\r\n\r\n${body('qp')}`;
  // In memory of its own, which a thread can hand over without copying.
  const raw = Buffer.allocUnsafeSlow(message.length);
  raw.write(message, 'latin1');
  return raw;
}
