import { ALPHABET } from '../cobros/codigo.ts';

const SPACE = BigInt(ALPHABET.length) ** 8n;
// No multiple of 31, so that each id has a code of its own; large, so that neighbours look unlike.
const SPREAD = 618_033_988_749n;

/** The reference of the sample's sale with that id: the shape of a real one, the same at each run. */
export function codigoOf(id: number): string {
  let value = (BigInt(id) * SPREAD) % SPACE;
  let text = '';
  for (let i = 0; i < 8; i += 1) {
    text += ALPHABET[Number(value % BigInt(ALPHABET.length))];
    value /= BigInt(ALPHABET.length);
  }
  return `${text.slice(0, 4)}-${text.slice(4)}`;
}
