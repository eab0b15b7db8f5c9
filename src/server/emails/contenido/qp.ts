import { encode, wrap } from 'nodemailer/lib/qp';

/** A stretch of a message's body: as it travels, and as DKIM hashes it (relaxed, RFC 6376 § 3.4.4). */
export type Tramo = { qp: string; canon: string };

const LINE = 76;

/** Quoted-printable text never ends a line with a space, so that only runs of blanks are left to join. */
export function canonical(qp: string): string {
  return qp.replace(/[ \t]{2,}|\t/g, ' ');
}

/**
 * Text as quoted-printable of whole lines of at most 76 characters. Where the text does not end its last
 * line, a soft break does.
 */
export function encodeTramo(text: string): Tramo {
  if (text === '') return { qp: '', canon: '' };
  const lines = text.replace(/\r\n?/g, '\n');
  const closed = lines.endsWith('\n');
  const qp = wrap(encode(lines.replaceAll('\n', '\r\n')), LINE) + (closed ? '' : '=\r\n');
  return { qp, canon: canonical(qp) };
}
