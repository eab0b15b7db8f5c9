import type { Variable } from '#contract/plantillas.ts';

/** One printed variable, as people write it: `{{ cliente.nombres }}`, also with a filter. */
const PRINTED = /\{\{[^{}\n]*\}\}/g;
const PIECE = /\{\{[^{}\n]*\}\}|\{%[^{}%\n]*%\}/g;
const ADDRESS = /(^|\.)(enlace|web)$|^enlaces\./;

/** How a variable is written in a text. */
export function written(nombre: string): string {
  return `{{ ${nombre} }}`;
}

type Found = { from: number; to: number; text: string };

function find(text: string, pattern: RegExp): Found[] {
  return [...text.matchAll(pattern)]
    .filter(([found]) => found.replace(/[{}%\s-]/g, '') !== '')
    .map((match) => ({ from: match.index, to: match.index + match[0].length, text: match[0] }));
}

/** The variables that a text prints, and where they stand. */
export function variablesIn(text: string): Found[] {
  return find(text, PRINTED);
}

/** The variables of a text and its instructions: `{% if taller.lugar %}`. */
export function piecesIn(text: string): Found[] {
  return find(text, PIECE);
}

const spoken: [pattern: RegExp, words: string][] = [
  [/^if\b/, 'si'],
  [/^unless\b/, 'si no'],
  [/^elsif\b/, 'y si no, si'],
  [/^else\b/, 'y si no'],
  [/^end(?:if|unless)\b/, 'hasta aquí'],
  [/^for\b(.*)\bin\b/, 'por cada$1de'],
  [/^endfor\b/, 'hasta aquí, por cada uno'],
];

/** A piece as it is drawn: the name of a variable, an instruction in words. */
export function drawn(piece: string): string {
  const inner = piece.slice(2, -2).replace(/^-|-$/g, '').trim();
  if (piece.startsWith('{{')) return inner;
  const found = spoken.find(([pattern]) => pattern.test(inner));
  return found ? inner.replace(found[0], found[1]) : inner;
}

/** The variables that hold an address: what a link or a button may open. */
export function addressesOf(variables: readonly Variable[]): Variable[] {
  return variables.filter(({ nombre }) => ADDRESS.test(nombre));
}

/** Those whose name, description or group has all the words that were typed; accents and case do not matter. */
export function matching(variables: readonly Variable[], typed: string): Variable[] {
  const words = plain(typed).split(/\s+/).filter(Boolean);
  return variables.filter(({ nombre, descripcion, grupo }) => {
    const text = plain(`${nombre} ${descripcion} ${grupo}`);
    return words.every((word) => text.includes(word));
  });
}

/** The variables by their group, in the order in which each group comes first. */
export function byGroup(variables: readonly Variable[]): [grupo: string, variables: Variable[]][] {
  const groups = new Map<string, Variable[]>();
  for (const variable of variables) {
    groups.set(variable.grupo, [...(groups.get(variable.grupo) ?? []), variable]);
  }
  return [...groups];
}

function plain(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
}
