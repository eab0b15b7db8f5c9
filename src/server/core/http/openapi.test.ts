import { describe, expect, it } from 'vitest';
import { testApp } from '#tests/support/app.ts';

const app = testApp();

type Json = Record<string, unknown>;
type Document = { openapi: string; paths: Record<string, Json>; components: { schemas: Json } };

async function readDocument(): Promise<Document> {
  const response = await fetch(`${app.url}/api/openapi.json`);
  expect(response.status).toBe(200);
  return (await response.json()) as Document;
}

function refsOf(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(refsOf);
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) =>
    key === '$ref' && typeof inner === 'string' ? [inner] : refsOf(inner),
  );
}

describe('the OpenAPI document', () => {
  it('has every endpoint with an operation id of its own', async () => {
    const { openapi, paths } = await readDocument();
    expect(openapi).toMatch(/^3\.1\./);
    const ids = [];
    for (const { endpoint } of app.services.routes) {
      const path = endpoint.path.replace(/:(\w+)/g, '{$1}');
      const operation = paths[path]?.[endpoint.method.toLowerCase()] as Json | undefined;
      expect(operation, `${endpoint.method} ${endpoint.path}`).toMatchObject({
        summary: endpoint.resumen,
        'x-permiso': endpoint.acceso,
      });
      ids.push(operation?.operationId);
    }
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('declares each parameter of each path, and no other', async () => {
    const { paths } = await readDocument();
    for (const [path, operations] of Object.entries(paths)) {
      const inPath = [...path.matchAll(/\{(\w+)\}/g)].map((match) => match[1]);
      for (const operation of Object.values(operations) as Json[]) {
        const declared = (operation.parameters as Json[])
          .filter((parameter) => parameter.in === 'path')
          .map((parameter) => parameter.name);
        expect(declared.sort(), path).toEqual(inPath.sort());
      }
    }
  });

  it('holds whatever it refers to', async () => {
    const document = await readDocument();
    const refs = refsOf(document);
    expect(refs.length).toBeGreaterThan(0);
    for (const ref of new Set(refs)) {
      expect(ref).toMatch(/^#\/components\/schemas\/[\w.-]+$/);
      expect(document.components.schemas, ref).toHaveProperty([ref.split('/').at(-1) ?? '']);
    }
    expect(JSON.stringify(document)).not.toContain('$defs');
  });
});

describe('its page', () => {
  it('uses only assets of our own, and each is there', async () => {
    const response = await fetch(`${app.url}/api/docs`);
    expect(response.status).toBe(200);
    const page = await response.text();
    const links = [...page.matchAll(/(?:src|href)="([^"]*)"/g)].map((match) => match[1] ?? '');
    expect(links.length).toBeGreaterThanOrEqual(3);
    for (const link of links) {
      expect(link).toMatch(/^\/api\/docs\//);
      const asset = await fetch(app.url + link);
      expect(asset.status, link).toBe(200);
      expect(asset.headers.get('content-type'), link).toMatch(/^text\/(css|javascript)/);
    }
    expect(page).not.toMatch(/<script(?![^>]*src=)/);
  });

  it('serves no other file of that package', async () => {
    for (const path of ['package.json', '..%2fpackage.json', 'index.html', 'swagger-ui.js.map']) {
      expect((await fetch(`${app.url}/api/docs/${path}`)).status, path).toBe(404);
    }
  });
});
