import type { Hono } from 'hono';
import type { Deps } from '../core/context.ts';
import { listSlugs, listSlugsCursos } from './heads.queries.ts';

/** `/robots.txt` and `/sitemap.xml`: what search engines may read, and what there is. */
export function mountCrawlers(app: Hono, { db, config, now }: Deps): void {
  const base = config.publicUrl;
  const entry = (kind: string, { slug, actualizadoEn }: { slug: string; actualizadoEn: string }) =>
    `<url><loc>${base}/${kind}/${encodeURIComponent(slug)}</loc><lastmod>${actualizadoEn}</lastmod></url>`;
  app.get('/robots.txt', (c) =>
    c.text(
      [
        'User-agent: *',
        'Disallow: /app',
        'Disallow: /mi',
        'Disallow: /api/',
        'Allow: /api/publico/',
        `Sitemap: ${base}/sitemap.xml`,
        '',
      ].join('\n'),
    ),
  );
  app.get('/sitemap.xml', async (c) => {
    const [talleres, cursos] = await Promise.all([
      listSlugs(db, now().toISOString()),
      listSlugsCursos(db),
    ]);
    const entries = [
      `<url><loc>${base}/</loc></url>`,
      `<url><loc>${base}/novedades</loc></url>`,
      ...(cursos.length > 0 ? [`<url><loc>${base}/cursos</loc></url>`] : []),
      ...talleres.map((one) => entry('talleres', one)),
      ...cursos.map((one) => entry('cursos', one)),
    ];
    const xml = `<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">${entries.join('')}</urlset>\n`;
    return c.body(xml, 200, { 'content-type': 'application/xml; charset=UTF-8' });
  });
}
