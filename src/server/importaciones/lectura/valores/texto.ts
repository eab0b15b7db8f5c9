import type { Leido } from './leido.ts';

// Zero-width marks, soft hyphens, the mark of byte order, and those that turn the direction of text.
const OCULTOS = /[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/g;
// Line breaks and tabs are kept where a text may have several lines.
const BLANCOS = /[\s\u00a0\u2007\u202f\u3000]+/g;

// What nearly every cell is: nothing to change.
const SENCILLO = /^(?:[!-&(-~¡-¬®-ÿ]+(?: (?! )|$))*$/;

/** One line: no invisible characters, white space of any kind as one space, none around. */
export function unaLinea(texto: string): string {
  if (SENCILLO.test(texto)) return texto;
  return sinApostrofo(texto.replace(OCULTOS, '').replace(BLANCOS, ' ').trim());
}

// A spreadsheet marks text with it, and exports put it before what looks like a formula.
function sinApostrofo(texto: string): string {
  return /^'[=+\-@\d]/.test(texto) ? texto.slice(1) : texto;
}

const NADA =
  /^(?:[-–—._/*?¿x\s]+|n\.?\/?[ad]\.?|s\.?\/[a-z]{1,5}\.?|#n\/[ad]|#¡?(?:ref|valor|value|div\/0|null|nulo|num|name\?|¿nombre\?)!?|null|nulo|none|nan|undefined|ningun[oa]|vac[ií]o|no (?:tiene|aplica|informa|registra|sabe)|sin (?:correo|e?-?mail|tel[eé]fono|fono|celular|rut|datos?|informaci[oó]n|comuna|fecha|registro))$/i;

/** A text of at most `max` characters, to be shown; no letter or emoji is cut in two. */
export function recortar(texto: string, max = 40): string {
  if (texto.length <= max) return texto;
  return `${texto.slice(0, max).replace(/[\ud800-\udbff]$/, '')}…`;
}

/** Whether a text stands for an empty cell: `-`, `N/A`, `s/c`, `no tiene`, `#N/D`. */
export function esNada(texto: string): boolean {
  return texto === '' || (texto.length < 20 && NADA.test(texto));
}

/** A name or title on one line, of `max` characters at most. */
export function leerLinea(celda: string, max: number): Leido<string> {
  const texto = unaLinea(celda);
  if (texto === '' || /^(?:[-–—._/*?¿]+|n\/a|#n\/[ad])$/i.test(texto)) return { valor: null };
  if (texto.length <= max) return { valor: texto };
  return { valor: null, error: `Tiene más de ${max} caracteres. Acórtalo.` };
}

/** A text of several lines, of `max` characters at most. */
export function leerTextoLargo(celda: string, max: number): Leido<string> {
  const texto = sinApostrofo(
    celda
      .replace(OCULTOS, '')
      .replace(/\u00a0/g, ' ')
      .trim(),
  );
  if (texto === '') return { valor: null };
  if (texto.length <= max) return { valor: texto };
  return { valor: null, error: `Tiene más de ${max} caracteres. Acórtalo.` };
}

/** Names separated by `;`, `,`, `|` or lines, without quotes nor repetitions. */
export function leerLista(celda: string, max: number): Leido<string[]> {
  const nombres = celda
    .split(/[;,|\n]/)
    .map((nombre) => unaLinea(nombre.replace(/["“”]/g, '')))
    .filter((nombre) => !esNada(nombre));
  const distintos = [...new Map(nombres.map((nombre) => [nombre.toLowerCase(), nombre])).values()];
  const largo = distintos.find((nombre) => nombre.length > max);
  if (largo === undefined) return { valor: distintos.length > 0 ? distintos : null };
  return { valor: null, error: `«${recortar(largo, 40)}» tiene más de ${max} caracteres.` };
}
