import { deriveKey, mac, sameBytes } from '../core/keys.ts';

/** What a signed link or address is for; one made for a purpose says nothing for another. */
export type Proposito =
  | 'baja'
  | 'preferencias'
  | 'ver'
  | 'clic'
  | 'apertura'
  | 'suscripcion'
  | 'rebote'
  | 'mensaje';

const MAC_BYTES = 16;

/** Base64url, but hex where mail servers may turn it to lower case: in addresses and ids of messages. */
const isLowerCase = (proposito: Proposito) => proposito === 'rebote' || proposito === 'mensaje';
const encodingOf = (proposito: Proposito) => (isLowerCase(proposito) ? 'hex' : 'base64url');
const lengthOf = (proposito: Proposito) => (isLowerCase(proposito) ? 32 : 22);

const keys = new Map<string, Buffer>();

/** Keys are derived once: a campaign signs several links for each of its messages. */
function keyOf(secret: string, proposito: string): Buffer {
  const name = `${proposito}\0${secret}`;
  const known = keys.get(name) ?? deriveKey(secret, `correo:${proposito}`);
  keys.set(name, known);
  return known;
}

/**
 * The token by which a link of a message says which row it is about (email_log.id, or suscripcion.id for
 * 'suscripcion'). It never expires. Safe in an address: `[\w-]{23,}`, and `[a-z0-9]` only for 'rebote' and 'mensaje'.
 */
export function createToken(secret: string, proposito: Proposito, id: number): string {
  const text = id.toString(36);
  const signature = mac(keyOf(secret, proposito), text, MAC_BYTES);
  return signature.toString(encodingOf(proposito)) + text;
}

/** The id in a token made with this secret for this purpose; undefined for anything else. */
export function readToken(secret: string, proposito: Proposito, token: string): number | undefined {
  const text = token.slice(lengthOf(proposito));
  const id = Number.parseInt(text, 36);
  if (!Number.isSafeInteger(id) || id < 1 || id.toString(36) !== text) return undefined;
  const given = Buffer.from(token.slice(0, lengthOf(proposito)), encodingOf(proposito));
  const wanted = mac(keyOf(secret, proposito), text, MAC_BYTES);
  // Base64 reads several spellings as the same bytes; only ours is a token.
  if (!sameBytes(given, wanted)) return undefined;
  return createToken(secret, proposito, id) === token ? id : undefined;
}
