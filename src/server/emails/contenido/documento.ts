import type { MjmlNode } from 'mjml';
import type { Bloque } from './bloques.ts';
import { readableOnWhite, textOn } from './color.policy.ts';
import { escapeHtml } from './fragmento.ts';
import type { Marca } from './marca.queries.ts';

const LETRA = "-apple-system, 'Segoe UI', Roboto, Helvetica, Arial, sans-serif";
const TINTA = '#2b2d31';
const TENUE = '#5c6068';
const FONDO = '#f4f4f2';
const WIDTH = 600;
const MARGEN = 32;

/** Programs of mail read styles best on each element. */
function withStyles(html: string, acento: string): string {
  const styles: [RegExp, string][] = [
    [/<p>/g, '<p style="margin:0 0 16px">'],
    [/<h2>/g, '<h2 style="margin:8px 0 12px;font-size:22px;line-height:1.3">'],
    [/<h3>/g, '<h3 style="margin:8px 0 8px;font-size:18px;line-height:1.3">'],
    [/<(ul|ol)>/g, '<$1 style="margin:0 0 16px;padding-left:24px">'],
    [/<li>/g, '<li style="margin:0 0 6px">'],
    [/<li style="margin:0 0 6px"><p[^>]*>([\s\S]*?)<\/p>/g, '<li style="margin:0 0 6px">$1'],
    [
      /<blockquote>/g,
      `<blockquote style="margin:0 0 16px;padding-left:14px;border-left:3px solid ${acento}">`,
    ],
    [/<a href=/g, `<a style="color:${acento}" href=`],
    [/<img /g, '<img style="max-width:100%" '],
  ];
  return styles.reduce((text, [pattern, replacement]) => text.replace(pattern, replacement), html);
}

function bloqueNode(bloque: Bloque, marca: Marca): MjmlNode {
  if (bloque.tipo === 'LIQUID') return { tagName: 'mj-raw', content: bloque.html };
  if (bloque.tipo === 'LINEA')
    return { tagName: 'mj-divider', attributes: { padding: '8px 0 24px' } };
  if (bloque.tipo === 'BOTON') {
    const attributes = { href: bloque.href, padding: '4px 0 24px', align: 'left' };
    return { tagName: 'mj-button', attributes, content: bloque.texto };
  }
  if (bloque.tipo === 'IMAGEN') {
    const full = WIDTH - 2 * MARGEN;
    const width = `${bloque.ancho === 50 ? full / 2 : full}px`;
    const attributes = { src: bloque.src, alt: bloque.alt, width, align: 'left' };
    return { tagName: 'mj-image', attributes: { ...attributes, padding: '0 0 20px' } };
  }
  return {
    tagName: 'mj-text',
    attributes: { 'css-class': 'texto' },
    content: withStyles(bloque.html, readableOnWhite(marca.colorAcento)),
  };
}

/** Braces of a name are not Liquid. */
const plain = (text: string) => escapeHtml(text).replaceAll('{', '&#123;');

function encabezado(marca: Marca): MjmlNode {
  if (marca.logo) {
    const { url: src, ancho } = marca.logo;
    const attributes = { src, alt: plain(marca.nombre), width: `${ancho}px`, align: 'left' };
    return { tagName: 'mj-image', attributes: { ...attributes, padding: '0' } };
  }
  return {
    tagName: 'mj-text',
    attributes: { 'font-size': '20px', 'font-weight': '700', 'css-class': 'texto' },
    content: plain(marca.nombre),
  };
}

const ENLACES_PIE = [
  ['baja', 'Dejar de recibir'],
  ['preferencias', 'Elegir qué recibir'],
  ['ver', 'Ver en el navegador'],
] as const;

function pie(marca: Marca, comercial: boolean): string {
  const contacto = [marca.email, marca.telefono, marca.web.replace(/^https?:\/\//, '')];
  const lines = [
    `<strong>${plain(marca.nombre)}</strong>`,
    marca.direccion && plain(marca.direccion),
    contacto.flatMap((one) => (one ? [plain(one)] : [])).join(' · '),
  ];
  const enlaces = ENLACES_PIE.map(
    ([clave, texto]) => `<a style="color:${TENUE}" href="{{ enlaces.${clave} }}">${texto}</a>`,
  );
  const porque = 'Recibes este correo porque aceptaste recibir novedades o tomaste un taller.';
  if (comercial) lines.push(`<br>${porque}`, enlaces.join(' &nbsp;·&nbsp; '));
  return lines.filter(Boolean).join('<br>');
}

const OSCURO = `:root { color-scheme: light dark; supported-color-schemes: light dark; }
@media (prefers-color-scheme: dark) {
body, .fondo, .fondo > div, .fondo > table { background-color: #17181a !important; }
.papel, .papel > table { background: #232427 !important; background-color: #232427 !important; }
.texto div, .texto p, .texto h2, .texto h3, .texto li, .texto strong { color: #ececec !important; }
.texto a { color: #9cd3ff !important; }
.pie div, .pie a, .pie strong { color: #a9adb5 !important; }
}`;

const section = (cssClass: string, padding: string, children: MjmlNode[]): MjmlNode => ({
  tagName: 'mj-section',
  attributes: {
    padding,
    'css-class': cssClass,
    'background-color': cssClass === 'papel' ? '#ffffff' : FONDO,
  },
  children: [{ tagName: 'mj-column', children }],
});

export type Documento = {
  asunto: string;
  preheader: string;
  bloques: Bloque[];
  marca: Marca;
  comercial: boolean;
};

/** The whole message as MJML: a calm sheet of 600 px with the school's name or logo, and who writes below. */
export function documentoMjml({
  asunto,
  preheader,
  bloques,
  marca,
  comercial,
}: Documento): MjmlNode {
  const acento = marca.colorAcento;
  const defaults: MjmlNode[] = [
    { tagName: 'mj-all', attributes: { 'font-family': LETRA } },
    {
      tagName: 'mj-text',
      attributes: { padding: '0', 'font-size': '16px', 'line-height': '1.55', color: TINTA },
    },
    {
      tagName: 'mj-button',
      attributes: {
        'background-color': acento,
        color: textOn(acento),
        'border-radius': '8px',
        'font-size': '16px',
        'font-weight': '600',
        'inner-padding': '13px 24px',
      },
    },
    { tagName: 'mj-divider', attributes: { 'border-width': '1px', 'border-color': '#dcdcd8' } },
  ];
  const head: MjmlNode[] = [
    { tagName: 'mj-title', content: escapeHtml(asunto) },
    ...(preheader ? [{ tagName: 'mj-preview', content: escapeHtml(preheader) }] : []),
    { tagName: 'mj-attributes', children: defaults },
    { tagName: 'mj-style', content: OSCURO },
    {
      tagName: 'mj-raw',
      content:
        '<meta name="color-scheme" content="light dark"><meta name="supported-color-schemes" content="light dark">',
    },
  ];
  const body: MjmlNode[] = [
    section('fondo', `28px ${MARGEN}px 16px`, [encabezado(marca)]),
    section(
      'papel',
      `32px ${MARGEN}px 16px`,
      bloques.map((bloque) => bloqueNode(bloque, marca)),
    ),
    section('fondo', `20px ${MARGEN}px 32px`, [
      {
        tagName: 'mj-text',
        attributes: { 'font-size': '13px', color: TENUE, 'css-class': 'pie' },
        content: pie(marca, comercial),
      },
    ]),
  ];
  return {
    tagName: 'mjml',
    attributes: { lang: 'es' },
    children: [
      { tagName: 'mj-head', children: head },
      {
        tagName: 'mj-body',
        attributes: { 'background-color': FONDO, width: `${WIDTH}px`, 'css-class': 'fondo' },
        children: body,
      },
    ],
  };
}
