import { randomInt } from 'node:crypto';

/** Letters and digits that nobody mistakes for one another when read aloud or copied by hand. */
export const ALPHABET = '23456789ABCDEFGHJKMNPQRSTUVWXYZ';

/** The reference of a sale, `XXXX-XXXX`: 39 bits, so it cannot be guessed through the rate limit. */
export function newCodigo(): string {
  const chars = Array.from({ length: 8 }, () => ALPHABET[randomInt(ALPHABET.length)]);
  return `${chars.slice(0, 4).join('')}-${chars.slice(4).join('')}`;
}
