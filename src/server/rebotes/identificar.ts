import { readMessageId } from '../emails/cabeceras.ts';
import { readToken } from '../emails/token.ts';

/** Someone may write many: enough for any real report. */
const MAX_CANDIDATES = 200;

/**
 * Which message a report is about: by the address of its own that the report came to (VERP), else by our keyed
 * Message-ID or that address anywhere in the report. Both are signed: one that is made up names no message.
 * @returns email_log.id, or undefined.
 */
export function identificar(
  secret: string,
  { para, texto }: { para: string[]; texto: string },
): number | undefined {
  for (const address of para) {
    const id = ofVerp(secret, address);
    if (id !== undefined) return id;
  }
  for (const address of addressesIn(texto)) {
    const id = readMessageId(secret, address) ?? ofVerp(secret, address);
    if (id !== undefined) return id;
  }
  return undefined;
}

/** Addresses and Message-IDs look alike; only those long enough to hold a token count. */
function addressesIn(texto: string): string[] {
  const found = texto.toLowerCase().matchAll(/[a-z0-9._+=-]{30,64}@[a-z0-9.-]{1,253}/g);
  return [...new Set(found.take(MAX_CANDIDATES * 10).map(([address]) => address))].slice(
    0,
    MAX_CANDIDATES,
  );
}

/** The token of `rebotes+token@…`, also where the + and the @ were rewritten (`rebotes+token=escuela.cl@…`). */
function ofVerp(secret: string, address: string): number | undefined {
  const token = /\+([a-z0-9]+)[=@]/.exec(address.toLowerCase())?.[1];
  return token ? readToken(secret, 'rebote', token) : undefined;
}
