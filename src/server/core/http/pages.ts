import { readFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { serveStatic } from '@hono/node-server/serve-static';
import type { Context, Hono } from 'hono';

export const webDir = join(import.meta.dirname, '../../../../dist/web');

/** What the server writes into the head of a public page, for search engines and shared links. */
export type PageHead = {
  title: string;
  /** The name of the site, and its accent colour: the page shows both before it asks for anything. */
  site?: string;
  color?: string;
  description?: string | undefined;
  /** Absolute. */
  url?: string;
  /** Absolute. */
  image?: string | undefined;
  noindex?: true;
  jsonLd?: object;
  /** There is no such page. */
  notFound?: true;
};

export type Pages = { head: (path: string) => Promise<PageHead> };

/** Serves the built web: hashed assets for ever, the staff app under /app, the public pages elsewhere. */
export function mountPages(app: Hono, pages: Pages): void {
  app.use(
    '/assets/*',
    serveStatic({
      root: relative(process.cwd(), webDir),
      precompressed: true,
      onFound: (_path, c) => c.header('cache-control', 'public, max-age=31536000, immutable'),
    }),
  );
  for (const file of ['/favicon.svg', '/color-scheme.js']) {
    app.get(file, serveStatic({ path: relative(process.cwd(), join(webDir, file)) }));
  }
  app.get('/app', (c) => page(c, 'staff', undefined));
  app.get('/app/*', (c) => page(c, 'staff', undefined));
  app.get('*', async (c) => {
    const head = await pages.head(c.req.path);
    return page(c, 'portal', head, head.notFound ? 404 : 200);
  });
}

async function page(
  c: Context,
  name: 'staff' | 'portal',
  head: PageHead | undefined,
  status: 200 | 404 = 200,
): Promise<Response> {
  const template = await readFile(join(webDir, name, 'index.html'), 'utf8');
  // A function, because a text would have its `$` read as a pattern.
  const html = head ? template.replace(/<title>.*?<\/title>/, () => renderHead(head)) : template;
  return c.html(html, status, { 'cache-control': 'no-cache' });
}

const escapes: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};
const escapeHtml = (text: string) => text.replace(/[&<>"']/g, (char) => escapes[char] ?? char);

function renderHead(head: PageHead): string {
  const meta = (key: string, name: string, value: string | undefined) =>
    value ? `<meta ${key}="${name}" content="${escapeHtml(value)}">` : '';
  const { title, site, color, description, url, image, noindex, jsonLd, notFound } = head;
  return [
    `<title>${escapeHtml(title)}</title>`,
    meta('name', 'description', description),
    meta('name', 'robots', noindex || notFound ? 'noindex' : undefined),
    meta('name', 'theme-color', color),
    url ? `<link rel="canonical" href="${escapeHtml(url)}">` : '',
    meta('property', 'og:type', 'website'),
    meta('property', 'og:locale', 'es_CL'),
    meta('property', 'og:site_name', site),
    meta('property', 'og:title', title),
    meta('property', 'og:description', description),
    meta('property', 'og:url', url),
    meta('property', 'og:image', image),
    meta('name', 'twitter:card', image ? 'summary_large_image' : 'summary'),
    jsonLd
      ? `<script type="application/ld+json">${JSON.stringify(jsonLd).replaceAll('<', '\\u003c')}</script>`
      : '',
  ].join('');
}
