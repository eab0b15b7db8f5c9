import type { Revision } from '#contract/plantillas.ts';
import type { ContenidoCampos } from './checkContenido.ts';
import { compileContenido } from './compilar.ts';
import type { Compilado } from './compileDocumento.ts';
import { decodeLiquid } from './fragmento.ts';
import { replaceLiquid } from './liquid.ts';
import type { Marca } from './marca.queries.ts';
import { revisiones } from './revisiones.policy.ts';
import { imagenId } from './sanitizeCuerpo.ts';

const attribute = (tag: string, name: string) =>
  new RegExp(`\\s${name}\\s*=\\s*["']([^"']*)["']`, 'i').exec(tag)?.[1] ?? '';

const tags = (html: string, name: string) =>
  html.match(new RegExp(`<${name}\\b[^<>]*>`, 'gi')) ?? [];

/**
 * Looks at a content as a careful person would before sending it.
 * @param como.compilado when it was compiled already.
 */
export async function revisarContenido(
  contenido: ContenidoCampos,
  como: { marca: Marca; comercial: boolean; compilado?: Compilado },
): Promise<Revision[]> {
  const { marca, comercial } = como;
  const { asunto, cuerpo } = contenido;
  const { html } = como.compilado ?? (await compileContenido(contenido, marca, { comercial }));
  const words = replaceLiquid(cuerpo, (token) => (token.startsWith('{{') ? 'x' : '')).replace(
    /<[^<>]*>|&\w+;/g,
    '',
  );
  return revisiones({
    asunto,
    enlaces: tags(cuerpo, 'a').map((tag) => decodeLiquid(attribute(tag, 'href'))),
    imagenes: tags(cuerpo, 'img').map((tag) => ({
      alt: attribute(tag, 'alt'),
      propia: imagenId(attribute(tag, 'src')) !== undefined,
    })),
    letras: words.replace(/[^\p{L}\p{N}]/gu, '').length,
    bytes: Buffer.byteLength(html),
  });
}
