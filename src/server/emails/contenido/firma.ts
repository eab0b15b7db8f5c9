import { createHash, createPublicKey, type KeyObject, verify } from 'node:crypto';
import { openLlave } from './dkim.ts';
import { buildMime } from './mime.ts';
import { encodeTramo } from './qp.ts';
import type { Firma } from './trabajo.ts';

const MIN_BITS = 1_024;

const squeeze = (value: string) =>
  value
    .replace(/\r\n/g, '')
    .replace(/[ \t]+/g, ' ')
    .trim();

/** Checks the signature of a message as a receiving server does (RFC 6376 § 6.1.3). */
function isSignedBy(raw: Buffer, publicKey: KeyObject): boolean {
  const message = raw.toString('latin1');
  const end = message.indexOf('\r\n\r\n');
  const fields = message.slice(0, end).split(/\r\n(?![ \t])/);
  const [signature = '', ...others] = fields.map((field) => {
    const colon = field.indexOf(':');
    return `${field.slice(0, colon).toLowerCase()}:${squeeze(field.slice(colon + 1))}`;
  });
  const tag = (name: string) =>
    new RegExp(`[:;] ?${name}=([^;]*)`).exec(signature)?.[1]?.replaceAll(' ', '') ?? '';
  const body = message
    .slice(end + 4)
    .split('\r\n')
    .map((line) => line.replace(/[ \t]+/g, ' ').replace(/ $/, ''))
    .join('\r\n')
    .replace(/(\r\n)*$/, '\r\n');
  const hash = createHash('sha256').update(body, 'latin1').digest('base64');
  const signed = tag('h')
    .split(':')
    .flatMap((name) => {
      const at = others.findLastIndex((field) => field.startsWith(`${name}:`));
      return at < 0 ? [] : others.splice(at, 1);
    });
  const data = [...signed, signature.replace(/([:;] ?b=)[^;]*/, '$1')].join('\r\n');
  const bytes = Buffer.from(tag('b'), 'base64');
  return tag('bh') === hash && verify('sha256', Buffer.from(data, 'latin1'), publicKey, bytes);
}

/**
 * Signs a message and verifies it with the public half of the key, so that a key that cannot sign is found
 * before anything goes out unsigned.
 * @throws {Error} in Spanish, why it cannot be used.
 */
export function probarFirma(firma: Firma): void {
  let works = false;
  try {
    const llave = openLlave(firma);
    const { asymmetricKeyType, asymmetricKeyDetails } = llave.key;
    const bits = asymmetricKeyDetails?.modulusLength ?? 0;
    if (asymmetricKeyType !== 'rsa' || bits < MIN_BITS) {
      throw new Error(`not an RSA key of ${MIN_BITS} bits or more`);
    }
    const persona = { nombre: 'Prueba ñ', email: `prueba@${firma.dominio}` };
    const sobre = {
      de: persona,
      para: persona,
      responderA: null,
      mensajeId: `prueba@${firma.dominio}`,
      fecha: '2026-01-01T12:00:00.000Z',
      cabeceras: [['List-Unsubscribe-Post', 'List-Unsubscribe=One-Click']] as [string, string][],
    };
    const tramos = [encodeTramo('Una  prueba\tde firma.\n')];
    const raw = buildMime(sobre, 'Prueba de firma', { texto: tramos, html: tramos }, llave);
    works = isSignedBy(raw, createPublicKey(llave.key));
  } catch (cause) {
    throw new Error('La llave DKIM no sirve para firmar.', { cause });
  }
  if (!works) throw new Error('La firma DKIM no se pudo comprobar con su propia llave.');
}
