import { replaceLiquid } from './liquid.ts';

const ENTITIES: Record<string, string> = {
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&#34;': '"',
  '&apos;': "'",
  '&#39;': "'",
  '&nbsp;': ' ',
  '&amp;': '&',
};

/** Liquid as it was meant: an editor writes `>` and `"` as entities, and spaces that do not break. */
export function decodeLiquid(token: string): string {
  return token
    .replace(/&(?:lt|gt|quot|apos|nbsp|amp|#34|#39);/g, (entity) => ENTITIES[entity] ?? entity)
    .replaceAll('\u00a0', ' ');
}

/** An HTML fragment whose Liquid stands aside, so that what reads HTML neither sees nor harms it. */
export type Apartado = {
  html: string;
  /** Puts it back where a placeholder stands. */
  restore: (text: string, write?: (liquid: string) => string) => string;
};

const PLACEHOLDER = /\uE000(\d+)\uE001/g;

export function setLiquidAside(html: string): Apartado {
  const tokens: string[] = [];
  const aside = replaceLiquid(html.replace(/[\uE000\uE001]/g, ''), (token) => {
    tokens.push(decodeLiquid(token));
    return `\uE000${tokens.length - 1}\uE001`;
  });
  return {
    html: aside,
    restore: (text, write = (liquid) => liquid) =>
      text.replace(PLACEHOLDER, (_, n: string) => write(tokens[Number(n)] ?? '')),
  };
}

export function escapeHtml(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}
