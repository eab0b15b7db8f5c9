import { createRequire } from 'node:module';
import { dirname, relative } from 'node:path';
import { serveStatic } from '@hono/node-server/serve-static';
import type { Hono } from 'hono';
import { html } from 'hono/html';

const assets = dirname(createRequire(import.meta.url).resolve('swagger-ui-dist/package.json'));

const init = `window.ui = SwaggerUIBundle({
  url: '/api/openapi.json', dom_id: '#docs', deepLinking: true, tryItOutEnabled: true, validatorUrl: null,
});`;

/** The API document and its readable page; every asset is served by us. */
export function mountDocs(app: Hono, document: unknown): void {
  app.get('/api/openapi.json', (c) => c.json(document as object));
  app.get('/api/docs', (c) =>
    c.html(html`<!doctype html>
      <html lang="es">
        <head>
          <meta charset="utf-8" />
          <meta name="viewport" content="width=device-width, initial-scale=1" />
          <title>API de TMM CRM</title>
          <link rel="stylesheet" href="/api/docs/swagger-ui.css" />
        </head>
        <body>
          <main id="docs"></main>
          <script src="/api/docs/swagger-ui-bundle.js"></script>
          <script src="/api/docs/init.js"></script>
        </body>
      </html>`),
  );
  app.get('/api/docs/init.js', (c) => c.body(init, 200, { 'content-type': 'text/javascript' }));
  app.get(
    '/api/docs/:file{swagger-ui(-bundle)?\\.(css|js)}',
    serveStatic({
      root: relative(process.cwd(), assets),
      rewriteRequestPath: (path) => path.replace('/api/docs', ''),
    }),
  );
}
