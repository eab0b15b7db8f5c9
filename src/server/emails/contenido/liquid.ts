import { Liquid, type Template } from 'liquidjs';

const TAGS = new Set(['assign', 'break', 'case', 'comment', 'continue', 'for', 'if', 'unless']);

const FILTERS = new Set([
  'append',
  'at_least',
  'at_most',
  'capitalize',
  'ceil',
  'concat',
  'default',
  'divided_by',
  'downcase',
  'first',
  'floor',
  'join',
  'last',
  'lstrip',
  'minus',
  'modulo',
  'plus',
  'prepend',
  'remove',
  'replace',
  'replace_first',
  'reverse',
  'round',
  'rstrip',
  'size',
  'split',
  'strip',
  'strip_newlines',
  'times',
  'truncate',
  'truncatewords',
  'uniq',
  'upcase',
  'url_encode',
]);

/** Stand for parts of the fixed text while a template is filled; nobody's data may hold them. */
const PRIVATE_USE = /[\uE000-\uF8FF]/g;

const ESCAPES: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

function asText(value: unknown): string {
  if (value === null || value === undefined) return '';
  if (typeof value === 'string') return value.replace(PRIVATE_USE, '');
  if (Array.isArray(value)) return value.map(asText).join('');
  return typeof value === 'object' ? '' : String(value);
}

const asHtml = (text: string) => text.replace(/[&<>"']/g, (char) => ESCAPES[char] ?? '');

type Filling = { context: { memoryLimit: { use: (units: number) => void } } };

/** Writes every output; what all of them weigh is limited, as what filters make is. */
function outputEscape(write: (text: string) => string) {
  return function (this: unknown, value: unknown): string {
    const text = asText(value);
    (this as Filling).context.memoryLimit.use(text.length);
    return write(text);
  };
}

/**
 * Characters that a template may have, and that its filters and outputs may make in one filling. The second is what
 * keeps a comparison of two texts short: nothing can stop one that goes on, not even ending its thread.
 */
const PARSE_LIMIT = 400_000;
const MEMORY_LIMIT = 200_000;

export type Salida = 'HTML' | 'TEXTO';

/**
 * Liquid for what the staff writes: own properties of plain data, few tags and filters, no files, and every
 * output escaped where it becomes HTML. Unknown variables, filters and tags are errors.
 * @param renderMs how long one filling may take, as far as Liquid itself can tell.
 */
export function createLiquid(salida: Salida, renderMs = 1_000): Liquid {
  const engine = new Liquid({
    strictFilters: true,
    strictVariables: true,
    lenientIf: true,
    ownPropertyOnly: true,
    outputEscape: outputEscape(salida === 'HTML' ? asHtml : (text) => text),
    parseLimit: PARSE_LIMIT,
    renderLimit: renderMs,
    memoryLimit: MEMORY_LIMIT,
    templates: {},
  });
  for (const name of Object.keys(engine.tags)) if (!TAGS.has(name)) delete engine.tags[name];
  for (const name of Object.keys(engine.filters)) {
    if (!FILTERS.has(name)) engine.unregisterFilter(name);
  }
  return engine;
}

/** A stretch of a text: a whole `{{ … }}` or `{% … %}`, or what stands between them. */
export type Trozo = { liquid: boolean; text: string };

const OPENING = /\{[{%]/g;

/** Cuts a text at its Liquid, in one pass whatever the text: what is opened and never closed is no Liquid. */
export function splitLiquid(text: string): Trozo[] {
  const trozos: Trozo[] = [];
  const unclosed = new Set<string>();
  let start = 0;
  let at = 0;
  const push = (liquid: boolean, end: number) => {
    if (end > start) trozos.push({ liquid, text: text.slice(start, end) });
    start = end;
  };
  for (;;) {
    OPENING.lastIndex = at;
    const opening = OPENING.exec(text);
    if (!opening) break;
    const closer = opening[0] === '{{' ? '}}' : '%}';
    const end = unclosed.has(closer) ? -1 : text.indexOf(closer, opening.index + 2);
    if (end < 0) {
      unclosed.add(closer);
      if (unclosed.size === 2) break;
      at = opening.index + 1;
      continue;
    }
    push(false, opening.index);
    push(true, end + 2);
    at = start;
  }
  push(false, text.length);
  return trozos;
}

/** The Liquid of a text, one after another. */
export const liquidOf = (text: string): string[] =>
  splitLiquid(text).flatMap((trozo) => (trozo.liquid ? trozo.text : []));

export function replaceLiquid(text: string, replace: (liquid: string) => string): string {
  return splitLiquid(text)
    .map((trozo) => (trozo.liquid ? replace(trozo.text) : trozo.text))
    .join('');
}

const withoutQuotes = (token: string) => token.replace(/"[^"]*"|'[^']*'/g, '""');

/** Whether a text counts with ranges, `(1..9)`: no message needs them, and they can ask for any amount of memory. */
export function hasRange(source: string): boolean {
  return liquidOf(source).some((token) => withoutQuotes(token).includes('..'));
}

/** @throws {Error} where the text is no Liquid, or uses what is not allowed. */
export function parseLiquid(engine: Liquid, source: string): Template[] {
  if (hasRange(source)) throw new Error('ranges are not allowed');
  return engine.parse(source);
}
