import { createHash, createPrivateKey, type KeyObject, sign } from 'node:crypto';
import type { Firma } from './trabajo.ts';

export type Llave = { dominio: string; selector: string; key: KeyObject };

/** Signed once more than there are, so that nobody adds a second one on the way. */
const OVERSIGNED = ['from', 'to', 'subject', 'date', 'message-id', 'reply-to', 'content-type'];
const SIGNED = [
  ...OVERSIGNED,
  'mime-version',
  'list-unsubscribe',
  'list-unsubscribe-post',
  'list-id',
  'precedence',
  'feedback-id',
  'auto-submitted',
  'x-auto-response-suppress',
];

/** @throws {Error} when the key is none. */
export function openLlave({ dominio, selector, clavePem }: Firma): Llave {
  return { dominio, selector, key: createPrivateKey(clavePem) };
}

/** A header field as relaxed canonicalisation has it (RFC 6376 § 3.4.2). */
function relaxed(field: string): string {
  const colon = field.indexOf(':');
  const value = field
    .slice(colon + 1)
    .replace(/\r\n/g, '')
    .replace(/[ \t]+/g, ' ')
    .trim();
  return `${field.slice(0, colon).trim().toLowerCase()}:${value}`;
}

/** Folds a long tag at whatever it may be folded at. */
const fold = (text: string, at: RegExp) => text.replace(at, '$&\r\n  ').trimEnd();

/**
 * The DKIM-Signature field of a message (RSA-SHA256, relaxed/relaxed), without the line break after it.
 * @param fields its header fields, each as it travels.
 * @param canonicalBody its body as relaxed canonicalisation has it.
 */
export function dkimSignature(
  { dominio, selector, key }: Llave,
  fields: string[],
  canonicalBody: string,
): string {
  const byName = new Map<string, string>();
  for (const field of fields.map(relaxed)) byName.set(field.slice(0, field.indexOf(':')), field);
  const present = SIGNED.filter((name) => byName.has(name) || OVERSIGNED.includes(name));
  const names = present.flatMap((name) =>
    byName.has(name) && OVERSIGNED.includes(name) ? [name, name] : [name],
  );
  const bh = createHash('sha256').update(canonicalBody, 'latin1').digest('base64');
  const h = fold(names.join(':'), /(?:[^:]+:){4,5}/g);
  const unsigned =
    `DKIM-Signature: v=1; a=rsa-sha256; c=relaxed/relaxed;\r\n d=${dominio}; s=${selector};\r\n` +
    ` h=${h};\r\n bh=${bh};\r\n b=`;
  const data = present.flatMap((name) => byName.get(name) ?? []);
  const signature = sign(
    'sha256',
    Buffer.from([...data, relaxed(unsigned)].join('\r\n'), 'latin1'),
    key,
  );
  return unsigned + fold(signature.toString('base64'), /.{72}/g);
}
