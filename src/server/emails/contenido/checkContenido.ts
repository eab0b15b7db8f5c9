import type { Liquid, Template, Variable } from 'liquidjs';
import type { FieldError } from '#contract/errors.ts';
import { decodeLiquid } from './fragmento.ts';
import { createLiquid, hasRange, liquidOf, parseLiquid, replaceLiquid } from './liquid.ts';
import { isSafeHref } from './sanitizeCuerpo.ts';
import { closest } from './similar.ts';

export type ContenidoCampos = { asunto: string; preheader?: string | null; cuerpo: string };

/** What Liquid says in English, in Spanish; the first that matches. */
const messages: [RegExp, (found: string) => string][] = [
  [/ranges are not allowed/, () => 'Los rangos como (1..9) no se pueden usar en un correo.'],
  [/undefined filter: (\S+)/, (name) => `No existe el filtro «${name}».`],
  [
    /tag "?([\w-]+)"? not found/,
    (name) => `La instrucción «${name}» no se puede usar en un correo.`,
  ],
  [/tag "?\{%-?\s*([^"]*?)\s*-?%\}"? not closed/, (tag) => `Falta cerrar «${tag}».`],
  [/tag "?(.+?)"? not closed/, (tag) => `Falta cerrar «${tag}».`],
  [/output "?(.+?)"? not closed/, (output) => `Falta cerrar «${output}» con «}}».`],
  [/parse length limit exceeded/, () => 'El mensaje es demasiado largo.'],
];

function explain(error: unknown): string {
  const text = error instanceof Error ? error.message.replace(/,? ?(file:.*)?line:\d+.*$/, '') : '';
  for (const [pattern, say] of messages) {
    const match = pattern.exec(text);
    if (match) return say((match[1] ?? '').slice(0, 60));
  }
  return 'Hay un error en las variables o instrucciones entre llaves.';
}

const lineOf = (error: unknown) =>
  error instanceof Error ? / line:(\d+)/.exec(error.message)?.[1] : undefined;

/** One line for each block, as the reader sees them, with Liquid as it was meant. */
function asLines(html: string): string {
  return replaceLiquid(html, decodeLiquid).replace(
    /<\/(?:p|h2|h3|li|blockquote)>|<br ?\/?>|<hr ?\/?>/g,
    '$&\n',
  );
}

const ends = new Set(['size', 'first', 'last']);

/** The variable as it is written, when it is one of those allowed or a part of it. */
function isAllowed(variable: Variable, permitidas: readonly string[]): boolean {
  const path = variable.segments;
  if (path.some((segment) => typeof segment === 'object')) return false;
  const last = path.at(-1);
  const name = path.join('.');
  if (permitidas.includes(name)) return true;
  const parent = path.slice(0, -1).join('.');
  return typeof last === 'string' && ends.has(last) && permitidas.includes(parent);
}

function checkVariables(
  engine: Liquid,
  templates: Template[],
  permitidas: readonly string[],
): string[] {
  const { globals } = engine.analyzeSync(templates, { partials: false });
  const unknown = Object.values(globals)
    .flat()
    .filter((variable) => !isAllowed(variable, permitidas));
  const seen = new Map(unknown.map((variable) => [String(variable), variable]));
  return [...seen.values()].map((variable) => {
    const name = String(variable);
    const near = closest(name, permitidas);
    const hint = near ? ` ¿Quisiste decir «${near}»?` : '';
    return `No existe la variable «${name}» (línea ${variable.location.row}).${hint}`;
  });
}

function checkTemplate(source: string, permitidas: readonly string[]): string[] {
  const broken = liquidOf(source).find((token) => /<\/?[a-z]/i.test(token));
  if (broken) {
    const plain = broken.replace(/<[^<>]*>/g, '');
    return [`Hay formato dentro de «${plain}»: escríbela de nuevo, completa y con un solo estilo.`];
  }
  if (hasRange(source)) return [explain(new Error('ranges are not allowed'))];
  const engine = createLiquid('TEXTO');
  let templates: Template[];
  try {
    templates = parseLiquid(engine, source);
  } catch (error) {
    const line = lineOf(error);
    const where = line && source.includes('\n') ? ` (línea ${line})` : '';
    return [explain(error).replace(/\.$/, `${where}.`)];
  }
  return checkVariables(engine, templates, permitidas);
}

function checkLinks(cuerpo: string): string[] {
  const hrefs = [...cuerpo.matchAll(/<a\b[^<>]*?\shref="([^"]*)"/gi)].map(
    (match) => match[1] ?? '',
  );
  return hrefs
    .map((href) => decodeLiquid(href).trim())
    .filter((href) => !isSafeHref(href))
    .map((href) =>
      href
        ? `El enlace «${href.slice(0, 80)}» no sirve: debe empezar con https://, mailto: o tel:, o ser una variable de enlace.`
        : 'Hay un enlace sin dirección.',
    );
}

/**
 * What is wrong with a content as written: Liquid that does not read, what it may not use, variables that do
 * not exist (`permitidas` names those that do, as `cliente.nombres`) and links that are none. Empty when all is well.
 */
export function checkContenido(
  { asunto, preheader, cuerpo }: ContenidoCampos,
  permitidas: readonly string[],
): FieldError[] {
  const of = (campo: string, found: string[]) => found.map((mensaje) => ({ campo, mensaje }));
  return [
    ...of('asunto', checkTemplate(asunto, permitidas)),
    ...of('preheader', checkTemplate(preheader ?? '', permitidas)),
    ...of('cuerpo', [...checkTemplate(asLines(cuerpo), permitidas), ...checkLinks(cuerpo)]),
  ];
}
