import sanitizeHtml, { type IOptions } from 'sanitize-html';
import { type Apartado, setLiquidAside } from './fragmento.ts';

/** Where a stored image is shown to staff, and to programs of mail. */
const IMAGEN = /^\/api\/(?:publico\/correo\/imagenes|publico\/archivos|archivos)\/([0-9a-f-]{36})$/;

/** A variable alone that holds an address: what may begin a link instead of `https:`. */
const ENLACE = /^\{\{-?\s*(?:[\w.]+\.)?(?:enlace|web|baja|preferencias|ver)\s*-?\}\}/;

/** Whether a link (its Liquid in place) leads somewhere safe whatever its variables hold. */
export function isSafeHref(href: string): boolean {
  return (/^(https?:\/\/|mailto:|tel:)/i.test(href) || ENLACE.test(href)) && !href.includes('{%');
}

/** The id of the stored image that an `src` shows; undefined for any other. */
export function imagenId(src: string): string | undefined {
  return IMAGEN.exec(src)?.[1];
}

function options({ restore }: Apartado): IOptions {
  return {
    allowedTags: [
      ...['p', 'br', 'strong', 'em', 'u', 's', 'h2', 'h3', 'ul', 'ol', 'li', 'blockquote', 'hr'],
      // A span is what becomes of a link or image that is refused; it goes last of all.
      ...['a', 'img', 'span'],
    ],
    allowedAttributes: { a: ['href', 'data-boton'], img: ['src', 'alt', 'data-ancho'] },
    // What is left after `isSafeHref`: the rest has no scheme at all.
    allowedSchemes: ['http', 'https', 'mailto', 'tel'],
    allowProtocolRelative: false,
    nonTextTags: ['script', 'style', 'textarea', 'option', 'noscript', 'iframe', 'title', 'head'],
    nestingLimit: 20,
    transformTags: {
      b: 'strong',
      i: 'em',
      strike: 's',
      del: 's',
      h1: 'h2',
      h4: 'h3',
      h5: 'h3',
      h6: 'h3',
      div: 'p',
      a: (tagName, { href = '', ...rest }) => {
        const target = restore(href).trim();
        if (!isSafeHref(target)) return { tagName: 'span', attribs: {} };
        const attribs: Record<string, string> = { href: target };
        if ('data-boton' in rest) attribs['data-boton'] = '';
        return { tagName, attribs };
      },
      img: (tagName, { src = '', alt = '', 'data-ancho': ancho }) => {
        const id = imagenId(src);
        if (!id) return { tagName: 'span', attribs: {} };
        const attribs = {
          src: `/api/publico/archivos/${id}`,
          alt: restore(alt),
          'data-ancho': ancho === '50' ? '50' : '100',
        };
        return { tagName, attribs };
      },
    },
  };
}

const escapeText = (liquid: string) =>
  liquid.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

/**
 * The HTML of a message as the editor may write it: text, lists, links, buttons (`a[data-boton]`) and stored
 * images. Scripts, styles, foreign images and links that are neither web, mail nor phone are gone; Liquid stays.
 */
export function sanitizeCuerpo(html: string): string {
  const aside = setLiquidAside(html);
  const clean = sanitizeHtml(aside.html, options(aside)).replace(/<\/?span>/g, '');
  return aside.restore(clean, escapeText).trim();
}
