import { UndefinedVariableError } from 'liquidjs';
import { openLlave } from './dkim.ts';
import { rewriteEnlaces, withPixel } from './enlaces.ts';
import { createLiquid } from './liquid.ts';
import { buildMime } from './mime.ts';
import { fijoOf, MARK, type Plantilla, preparePlantilla, withFijos } from './plantilla.ts';
import { encodeTramo, type Tramo } from './qp.ts';
import type { Contenido, Firma, NoCompuesto, Trabajo, Vista } from './trabajo.ts';

/** Characters of a filled part; more is a template gone wild, and would be clipped by every program of mail. */
const MAX_CHARS = 500_000;
const CACHED = 20;

const problems: [RegExp, string][] = [
  [/render limit|memory alloc limit/, 'La plantilla tarda o repite demasiado.'],
  [/ranges are not allowed/, 'La plantilla usa rangos, que no se pueden usar en un correo.'],
  [/undefined variable: (\S+?),?( |$)/, 'Falta un dato: «$1».'],
  [/Invalid string length|too long/, 'El mensaje queda demasiado grande.'],
];

function explain(error: unknown): string {
  const text = error instanceof Error ? error.message : String(error);
  for (const [pattern, say] of problems) {
    const match = pattern.exec(text);
    if (match) return say.replace('$1', match[1] ?? '');
  }
  if (error instanceof UndefinedVariableError) return 'Falta un dato de la plantilla.';
  return 'La plantilla no se pudo completar con los datos de esta persona.';
}

/** Fixed lines are encoded already; what stands between them is encoded now. */
function htmlTramos(plantilla: Plantilla, marked: string): Tramo[] {
  const tramos: Tramo[] = [];
  let rest = marked;
  for (let at = rest.search(MARK); at >= 0; at = rest.search(MARK)) {
    tramos.push(encodeTramo(rest.slice(0, at)));
    const fijo = fijoOf(plantilla, rest.charAt(at));
    if (fijo) tramos.push(fijo);
    rest = rest.slice(at + 1);
  }
  tramos.push(encodeTramo(rest));
  return tramos;
}

export type Componer = (trabajo: Trabajo) => Vista | NoCompuesto;

/**
 * Builds messages one at a time; contents it saw are kept read.
 * @param renderMs how long Liquid may take for each part of a message.
 * @throws {Error} when the key of the signature cannot be read.
 */
export function createComponer(firma: Firma | null, renderMs?: number): Componer {
  const llave = firma ? openLlave(firma) : undefined;
  const engines = { html: createLiquid('HTML', renderMs), texto: createLiquid('TEXTO', renderMs) };
  const cache = new Map<number, Plantilla>();

  function plantillaOf(contenido: Contenido): Plantilla {
    const known = cache.get(contenido.id);
    if (
      known?.origen.html === contenido.html &&
      known.origen.texto === contenido.texto &&
      known.origen.asunto === contenido.asunto
    ) {
      return known;
    }
    const plantilla = preparePlantilla(contenido, engines);
    cache.delete(contenido.id);
    const oldest = cache.size >= CACHED ? cache.keys().next().value : undefined;
    if (oldest !== undefined) cache.delete(oldest);
    cache.set(contenido.id, plantilla);
    return plantilla;
  }

  function render(plantilla: Plantilla, part: 'asunto' | 'html' | 'texto', datos: object): string {
    const engine = part === 'html' ? engines.html : engines.texto;
    const text = String(engine.renderSync(plantilla[part], datos));
    if (text.length > MAX_CHARS) throw new Error('too long');
    return text;
  }

  function build({ contenido, datos, sobre, seguimiento }: Trabajo): Vista {
    const plantilla = plantillaOf(contenido);
    const asunto = render(plantilla, 'asunto', datos).replace(/\s+/g, ' ').trim();
    const texto = render(plantilla, 'texto', datos)
      .replace(/\n(?:[ \t]*\n){2,}/g, '\n\n')
      .trim();
    let marked = render(plantilla, 'html', datos);
    if (seguimiento) {
      marked = withPixel(rewriteEnlaces(marked, seguimiento.clic), seguimiento.apertura);
    }
    const tramos = { texto: [encodeTramo(`${texto}\n`)], html: htmlTramos(plantilla, marked) };
    const html = withFijos(plantilla, marked);
    if (html.length > MAX_CHARS) throw new Error('too long');
    return { asunto, html, texto, raw: buildMime(sobre, asunto, tramos, llave) };
  }

  return (trabajo) => {
    try {
      return build(trabajo);
    } catch (error) {
      return { error: explain(error) };
    }
  };
}
