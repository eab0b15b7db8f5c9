import { convert } from 'html-to-text';
import mjml2html from 'mjml';
import { type Bloque, splitBloques } from './bloques.ts';
import type { ContenidoCampos } from './checkContenido.ts';
import { documentoMjml } from './documento.ts';
import { setLiquidAside } from './fragmento.ts';
import { imagenCorreoUrl, type Marca } from './marca.queries.ts';
import { imagenId, sanitizeCuerpo } from './sanitizeCuerpo.ts';

export type PorCompilar = { contenido: ContenidoCampos; marca: Marca; comercial: boolean };
export type Compilado = { asunto: string; html: string; texto: string };

/** Where indentation and empty lines say nothing, they only weigh. */
const compact = (html: string) => html.replace(/^[ \t]+/gm, '').replace(/\n{2,}/g, '\n');

const oneLine = (text: string) => text.replace(/\s+/g, ' ').trim();

function withPublicImages(bloques: Bloque[], marca: Marca): Bloque[] {
  return bloques.map((bloque) => {
    const id = bloque.tipo === 'IMAGEN' ? imagenId(bloque.src) : undefined;
    return id ? { ...bloque, src: imagenCorreoUrl(marca.web, id) } : bloque;
  });
}

/** An editor writes each point of a list as a paragraph. */
const sinParrafos = (html: string) => html.replace(/<li><p>([\s\S]*?)<\/p>/g, '<li>$1');

function bloqueTexto(bloque: Bloque): string {
  if (bloque.tipo === 'LINEA') return '----------';
  if (bloque.tipo === 'LIQUID') return bloque.html;
  if (bloque.tipo === 'IMAGEN') return convert(bloque.alt && `[${bloque.alt}]`);
  const html =
    bloque.tipo === 'BOTON'
      ? `<a href="${bloque.href}">${bloque.texto}</a>`
      : sinParrafos(bloque.html);
  return convert(html, {
    wordwrap: false,
    selectors: [
      { selector: 'a', options: { hideLinkHrefIfSameAsText: true, linkBrackets: ['<', '>'] } },
      { selector: 'img', format: 'skip' },
      { selector: 'h2', options: { uppercase: false } },
      { selector: 'h3', options: { uppercase: false } },
    ],
  });
}

const OPTIONS = { fonts: {}, keepComments: false, validationLevel: 'skip' } as const;

const sinLlaves = (text: string) => text.replaceAll('{', '(').replaceAll('}', ')');

function pieTexto(marca: Marca, comercial: boolean): string {
  const identidad = [marca.nombre, marca.direccion, marca.email, marca.telefono, marca.web];
  const lines = ['-- ', ...identidad.flatMap((one) => (one ? [sinLlaves(one)] : []))];
  const enlaces = [
    '',
    'Recibes este correo porque aceptaste recibir novedades o tomaste un taller.',
    'Dejar de recibir: {{ enlaces.baja }}',
    'Elegir qué recibir: {{ enlaces.preferencias }}',
    'Ver en el navegador: {{ enlaces.ver }}',
  ];
  return [...lines, ...(comercial ? enlaces : [])].join('\n');
}

const CORTE = '\uE002';

/** Makes the whole message, HTML and plain text, of what was written; Liquid stays for each recipient. */
export async function compileDocumento(pedido: PorCompilar): Promise<Compilado> {
  const { contenido, marca, comercial } = pedido;
  const asunto = oneLine(contenido.asunto);
  const written = [asunto, oneLine(contenido.preheader ?? ''), sanitizeCuerpo(contenido.cuerpo)];
  const aside = setLiquidAside(written.map((part) => part.replaceAll(CORTE, '')).join(CORTE));
  const [titulo = '', preheader = '', cuerpo = ''] = aside.html.split(CORTE);
  const isControl = (placeholder: string) => aside.restore(placeholder).startsWith('{%');
  const bloques = withPublicImages(splitBloques(cuerpo, isControl), marca);
  const documento = documentoMjml({ asunto: titulo, preheader, bloques, marca, comercial });
  const { html } = await mjml2html(documento, OPTIONS);
  const texto = [...bloques.map(bloqueTexto), pieTexto(marca, comercial)].join('\n\n');
  return { asunto, html: aside.restore(compact(html)), texto: aside.restore(texto) };
}
