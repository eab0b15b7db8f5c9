import { readFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { serveStatic } from '@hono/node-server/serve-static';
import type { Context, Hono } from 'hono';

export const webDir = join(import.meta.dirname, '../../../../dist/web');

/** What the server writes into the head of a public page, for search engines and shared links. */
export type PageHead = { title: string; description?: string; image?: string; jsonLd?: object };

export type Pages = {
  /** The head of a public page, or undefined when there is no such page. */
  head: (path: string) => Promise<PageHead | undefined>;
};

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
    return page(c, 'portal', head ?? { title: 'No encontramos esta página' }, head ? 200 : 404);
  });
}

async function page(
  c: Context,
  name: 'staff' | 'portal',
  head: PageHead | undefined,
  status: 200 | 404 = 200,
): Promise<Response> {
  const template = await readFile(join(webDir, name, 'index.html'), 'utf8');
  return c.html(
    head ? template.replace(/<title>.*?<\/title>/, renderHead(head)) : template,
    status,
    {
      'cache-control': 'no-cache',
    },
  );
}

const escapes: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};
const escapeHtml = (text: string) => text.replace(/[&<>"']/g, (char) => escapes[char] ?? char);

function renderHead({ title, description, image, jsonLd }: PageHead): string {
  const meta = (key: string, name: string, value: string | undefined) =>
    value ? `<meta ${key}="${name}" content="${escapeHtml(value)}">` : '';
  return [
    `<title>${escapeHtml(title)}</title>`,
    meta('name', 'description', description),
    meta('property', 'og:title', title),
    meta('property', 'og:description', description),
    meta('property', 'og:image', image),
    jsonLd
      ? `<script type="application/ld+json">${JSON.stringify(jsonLd).replaceAll('<', '\\u003c')}</script>`
      : '',
  ].join('');
}
