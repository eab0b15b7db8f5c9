// What windows-1252 shows for the bytes 0x80 to 0x9f; those it leaves out stay as they are.
const ESPECIALES = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';
const byteDe = new Map([...ESPECIALES].map((letra, i) => [letra, 0x80 + i]));
for (let byte = 0xa0; byte <= 0xff; byte++) byteDe.set(String.fromCharCode(byte), byte);
for (let byte = 0x80; byte <= 0x9f; byte++) byteDe.set(String.fromCharCode(byte), byte);

// A letter that begins a character of UTF-8, and those that go on with it.
const SEGUIDOS = '[\u0080-\u00bf€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ]';
const ROTAS = new RegExp(
  `[\u00c2-\u00df]${SEGUIDOS}|[\u00e0-\u00ef]${SEGUIDOS}{2}|[\u00f0-\u00f4]${SEGUIDOS}{3}`,
  'g',
);

const utf8 = new TextDecoder('utf-8', { fatal: true });

/** Whether a text has UTF-8 read as windows-1252, as in `MuÃ±oz`. */
export function tieneTildesRotas(texto: string): boolean {
  return texto.search(ROTAS) !== -1;
}

/** `MuÃ±oz` → `Muñoz`, also when it was broken twice; what is not broken stays as it is. */
export function repararTildes(texto: string): string {
  let reparado = texto;
  for (let vez = 0; vez < 2 && reparado.search(ROTAS) !== -1; vez++) {
    reparado = reparado.replace(ROTAS, reparar);
  }
  return reparado;
}

function reparar(letras: string): string {
  try {
    return utf8.decode(Uint8Array.from(letras, (letra) => byteDe.get(letra) ?? 0));
  } catch {
    return letras;
  }
}
