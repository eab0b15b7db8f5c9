/** A part of a message between others, top to bottom. Attributes are HTML already. */
export type Bloque =
  | { tipo: 'TEXTO'; html: string }
  | { tipo: 'BOTON'; href: string; texto: string }
  | { tipo: 'IMAGEN'; src: string; alt: string; ancho: number }
  | { tipo: 'LINEA' }
  /** Liquid that stands alone, as an `if` around paragraphs. */
  | { tipo: 'LIQUID'; html: string };

const VOID = new Set(['br', 'hr', 'img']);

/** Cuts clean HTML into its outermost elements and the text between them. */
function splitOutermost(html: string): string[] {
  const parts: string[] = [];
  let depth = 0;
  let start = 0;
  const cut = (at: number) => {
    if (at > start) parts.push(html.slice(start, at));
    start = at;
  };
  for (const match of html.matchAll(/<(\/?)([a-z0-9]+)[^>]*>/g)) {
    const end = match.index + match[0].length;
    const name = match[2] ?? '';
    if (VOID.has(name)) {
      if (depth === 0 && name !== 'br') {
        cut(match.index);
        cut(end);
      }
    } else if (match[1]) {
      depth -= 1;
      if (depth === 0) cut(end);
    } else {
      if (depth === 0) cut(match.index);
      depth += 1;
    }
  }
  cut(html.length);
  return parts.filter((part) => part.trim() !== '');
}

const attribute = (tag: string, name: string) =>
  new RegExp(`\\s${name}="([^"]*)"`).exec(tag)?.[1] ?? '';

const ESPECIAL = /<a\b[^>]*\sdata-boton[^>]*>[\s\S]*?<\/a>|<img\b[^>]*>/g;
const SOLO_LIQUID = /^(?:<p>)?\s*(\uE000\d+\uE001)\s*(?:<\/p>)?$/;

function especial(tag: string): Bloque {
  if (tag.startsWith('<img')) {
    const ancho = Number(attribute(tag, 'data-ancho')) === 50 ? 50 : 100;
    return { tipo: 'IMAGEN', src: attribute(tag, 'src'), alt: attribute(tag, 'alt'), ancho };
  }
  const texto = tag.replace(/^<a\b[^>]*>|<\/a>$/g, '').replace(/<[^>]*>/g, '');
  return { tipo: 'BOTON', href: attribute(tag, 'href'), texto };
}

const isEmpty = (html: string) => html.replace(/<\/?p>|<br ?\/?>|&nbsp;|\s/g, '') === '';

/** A paragraph with buttons or images in it becomes what is before, each of them, and what is after. */
function splitParagraph(html: string): Bloque[] {
  const inner = html.replace(/^<p>|<\/p>$/g, '');
  const bloques: Bloque[] = [];
  let start = 0;
  const text = (to: number) => {
    const part = inner.slice(start, to);
    if (!isEmpty(part)) bloques.push({ tipo: 'TEXTO', html: `<p>${part.trim()}</p>` });
  };
  for (const match of inner.matchAll(ESPECIAL)) {
    text(match.index);
    bloques.push(especial(match[0]));
    start = match.index + match[0].length;
  }
  text(inner.length);
  return bloques;
}

function bloquesOf(part: string, isControl: (placeholder: string) => boolean): Bloque[] {
  const alone = SOLO_LIQUID.exec(part)?.[1];
  if (alone && isControl(alone)) return [{ tipo: 'LIQUID', html: alone }];
  if (/^<hr\b/.test(part)) return [{ tipo: 'LINEA' }];
  if (!/^<(?:ul|ol|blockquote|h2|h3)\b/.test(part) && /data-boton|<img\b/.test(part)) {
    return splitParagraph(part);
  }
  return [{ tipo: 'TEXTO', html: part.startsWith('<') ? part : `<p>${part}</p>` }];
}

/**
 * The parts of a clean fragment whose Liquid stands aside; neighbouring texts are one.
 * @param isControl whether a placeholder holds a `{% … %}`.
 */
export function splitBloques(html: string, isControl: (placeholder: string) => boolean): Bloque[] {
  const bloques: Bloque[] = [];
  for (const bloque of splitOutermost(html).flatMap((part) => bloquesOf(part, isControl))) {
    const last = bloques.at(-1);
    if (bloque.tipo === 'TEXTO' && last?.tipo === 'TEXTO') last.html += bloque.html;
    else bloques.push(bloque);
  }
  return bloques;
}
