import type { Liquid, Template } from 'liquidjs';
import { parseLiquid, splitLiquid } from './liquid.ts';
import { encodeTramo, type Tramo } from './qp.ts';
import type { Contenido } from './trabajo.ts';

/** Lines of the HTML that are the same for all: kept encoded, and written as one mark in the template. */
export type Fijo = Tramo & { html: string };

export type Plantilla = {
  origen: Contenido;
  asunto: Template[];
  html: Template[];
  texto: Template[];
  fijos: Fijo[];
};

const FIRST_MARK = 0xe000;
const MAX_MARKS = 6_000;
const WORTH = 200;

export const MARK = /[\uE000-\uF8FF]/;

/** The fixed lines that a mark stands for. */
export const fijoOf = ({ fijos }: Plantilla, mark: string) =>
  fijos[mark.charCodeAt(0) - FIRST_MARK];

/** Puts the fixed lines back where their marks stand. */
export function withFijos(plantilla: Plantilla, text: string): string {
  return text.replace(/[\uE000-\uF8FF]/g, (mark) => fijoOf(plantilla, mark)?.html ?? '');
}

/** Marks whole lines without links (those may be measured) of a text without Liquid. */
function markLines(text: string, fijos: Fijo[]): string {
  const begin = text.indexOf('\n') + 1;
  const end = text.lastIndexOf('\n') + 1;
  if (begin === 0 || end <= begin) return text;
  let marked = text.slice(0, begin);
  let run = '';
  const close = () => {
    if (run.length < WORTH || fijos.length >= MAX_MARKS) marked += run;
    else {
      marked += String.fromCharCode(FIRST_MARK + fijos.length);
      fijos.push({ html: run, ...encodeTramo(run) });
    }
    run = '';
  };
  for (const line of text.slice(begin, end).split(/(?<=\n)/)) {
    if (line.includes('href=')) {
      close();
      marked += line;
    } else run += line;
  }
  close();
  return marked + text.slice(end);
}

const mark = (html: string, fijos: Fijo[]) =>
  splitLiquid(html)
    .map(({ liquid, text }) => (liquid ? text : markLines(text, fijos)))
    .join('');

/** Reads a content once for all its recipients. @throws {Error} when its Liquid cannot be read. */
export function preparePlantilla(
  origen: Contenido,
  engines: { html: Liquid; texto: Liquid },
): Plantilla {
  const fijos: Fijo[] = [];
  const html = origen.html.replace(/[\uE000-\uF8FF]/g, '').replace(/\r\n?/g, '\n');
  return {
    origen,
    asunto: parseLiquid(engines.texto, origen.asunto),
    html: parseLiquid(engines.html, mark(html, fijos)),
    texto: parseLiquid(engines.texto, origen.texto),
    fijos,
  };
}
