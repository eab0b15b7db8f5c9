import { request as httpRequest } from 'node:http';
import { describe, expect, it } from 'vitest';
import { getMarca } from '#contract/ajustes.ts';
import { createUsuario, signIn } from '#contract/auth.ts';
import { testApp } from '#tests/support/app.ts';

const app = testApp();
const MB = 1024 * 1024;

let callers = 0;
/** Each call comes from another address, so that the limit on sign-ins is not what answers. */
const post = (
  path: string,
  body: string | Uint8Array<ArrayBuffer>,
  headers: Record<string, string> = {},
) => {
  callers += 1;
  return fetch(app.url + path, {
    method: 'POST',
    body,
    headers: {
      'content-type': 'application/json',
      'x-forwarded-for': `10.0.0.${callers}`,
      ...headers,
    },
  });
};

describe('headers', () => {
  it.each(['/api/sesion', '/api/docs', '/healthz', '/api/no-existe'])(
    'are strict on %s',
    async (path) => {
      const { headers } = await fetch(app.url + path);
      const csp = headers.get('content-security-policy') ?? '';
      expect(csp).toContain("default-src 'self'");
      expect(csp).toContain("script-src 'self';");
      expect(csp).toContain("object-src 'none'");
      expect(csp).toContain("frame-ancestors 'none'");
      expect(headers.get('x-frame-options')).toBe('DENY');
      expect(headers.get('x-content-type-options')).toBe('nosniff');
      expect(headers.get('referrer-policy')).toBe('strict-origin-when-cross-origin');
      expect(headers.get('x-powered-by')).toBeNull();
    },
  );

  it('name each request, whatever id the caller made up', async () => {
    const ids = await Promise.all(
      [1, 2].map(async () => {
        const response = await fetch(`${app.url}/healthz`, {
          headers: { 'x-request-id': 'inventado' },
        });
        return response.headers.get('x-request-id');
      }),
    );
    expect(ids[0]).toMatch(/^[0-9a-f-]{36}$/);
    expect(ids[0]).not.toBe(ids[1]);
  });

  it('forbid keeping answers of the API', async () => {
    const reply = await (await app.as('SOPORTE')).call(getMarca, {});
    expect(reply.headers.get('cache-control')).toBe('no-store');
  });
});

describe('origin of a write', () => {
  const body = JSON.stringify({ email: 'nadie@prueba.cl', clave: 'cualquiera' });

  it.each([
    ['origin', 'https://malo.example'],
    ['origin', 'null'],
    ['sec-fetch-site', 'cross-site'],
  ])('is refused when foreign: %s %s', async (header, value) => {
    const response = await post('/api/sesion', body, { [header]: value });
    expect(response.status).toBe(403);
    expect(await response.json()).toMatchObject({ code: 'ORIGEN_NO_PERMITIDO', status: 403 });
  });

  it('is taken when our own, or when a program sends none', async () => {
    const own = await post('/api/sesion', body, { origin: app.url });
    expect(await own.json()).toMatchObject({ code: 'CREDENCIALES_INVALIDAS' });
    const none = await post('/api/sesion', body);
    expect(await none.json()).toMatchObject({ code: 'CREDENCIALES_INVALIDAS' });
  });

  it('does not matter to a read', async () => {
    const response = await fetch(`${app.url}/healthz`, {
      headers: { origin: 'https://malo.example' },
    });
    expect(response.status).toBe(200);
  });
});

describe('a wrong body', () => {
  it.each(['{"email":', 'hola', '{"a":1,}', '\u0000'])('%j is not JSON: 400', async (body) => {
    const response = await post('/api/sesion', body);
    expect(response.status).toBe(400);
    expect(response.headers.get('content-type')).toBe('application/problem+json');
    expect(await response.json()).toMatchObject({ code: 'JSON_INVALIDO', status: 400 });
  });

  it('that is not UTF-8 is 400', async () => {
    const response = await post('/api/sesion', new Uint8Array([0x7b, 0x22, 0xff, 0x22, 0x7d]));
    expect(response.status).toBe(400);
  });

  it.each(['text/plain', 'application/x-www-form-urlencoded', 'application/jsonx', ''])(
    'of type "%s" is 415',
    async (type) => {
      const response = await post('/api/sesion', '{}', { 'content-type': type });
      expect(response.status).toBe(415);
      expect(await response.json()).toMatchObject({ code: 'TIPO_NO_SOPORTADO' });
    },
  );

  it.each(['null', '[]', '"hola"', '1'])('%s instead of an object is refused', async (body) => {
    const response = await post('/api/sesion', body);
    expect(response.status).toBe(422);
    expect(await response.json()).toMatchObject({ code: 'VALIDACION' });
  });

  it('that is missing has each of its fields named', async () => {
    const response = await post('/api/sesion', '');
    expect(response.status).toBe(422);
    expect(await response.json()).toMatchObject({
      errores: [
        { campo: 'email', mensaje: 'Falta este dato.' },
        { campo: 'clave', mensaje: 'Falta este dato.' },
      ],
    });
  });

  it('has every problem named at once, unknown fields among them', async () => {
    const admin = await app.as('ADMIN');
    const reply = await admin.call(createUsuario, {
      body: {
        nombre: 'x'.repeat(10_000),
        email: 'sin arroba',
        rol: 'JEFE',
        clave: 'corta',
        sueldo: 1,
      } as never,
    });
    expect(reply.status).toBe(422);
    const errores = new Map(reply.problem.errores?.map((e) => [e.campo, e.mensaje]));
    expect([...errores.keys()].sort()).toEqual(['clave', 'email', 'nombre', 'rol', 'sueldo']);
    expect(errores.get('sueldo')).toBe('Este dato no se conoce.');
  });

  it.each(['a\u0000b', 'a\u0007b', 'a\u202eb', 'a\ud800b', 'a\nb'])(
    'with a forbidden character is refused: %j',
    async (nombre) => {
      const reply = await (await app.as('ADMIN')).call(createUsuario, {
        body: { nombre, email: 'nuevo@prueba.cl', rol: 'VENTAS', clave: 'una clave buena' },
      });
      expect(reply.status).toBe(422);
      expect(reply.problem.errores).toEqual([expect.objectContaining({ campo: 'nombre' })]);
    },
  );
});

describe('a body of 10 MB', () => {
  const send = (headers: Record<string, string>) =>
    new Promise<{ status: number | undefined; body: string }>((resolve, reject) => {
      const req = httpRequest(`${app.url}/api/sesion`, { method: 'POST', headers }, (res) => {
        let body = '';
        res.on('data', (chunk) => {
          body += chunk;
        });
        res.on('end', () => resolve({ status: res.statusCode, body }));
      });
      req.on('error', reject);
      const chunk = Buffer.alloc(MB, 'x');
      const write = (left: number) => {
        if (left === 0) return req.end();
        return req.write(chunk, () => write(left - 1));
      };
      write(10);
    });

  it.each([
    ['that says its length', { 'content-length': String(10 * MB) }],
    ['sent in chunks', { 'transfer-encoding': 'chunked' }],
  ])('%s is 413', async (_, headers) => {
    const reply = await send({ 'content-type': 'application/json', ...headers });
    expect(reply.status).toBe(413);
    expect(JSON.parse(reply.body)).toMatchObject({ code: 'CUERPO_MUY_GRANDE', status: 413 });
    expect((await fetch(`${app.url}/healthz`)).status).toBe(200);
  });
});

describe('an unknown address', () => {
  it.each(['/api', '/api/', '/api/nada', '/api/clientes/1/nada/2', '/api/publico/../nada'])(
    '%s is 404 in problem+json',
    async (path) => {
      const response = await fetch(app.url + path);
      expect(response.status).toBe(404);
      expect(response.headers.get('content-type')).toBe('application/problem+json');
      expect(await response.json()).toMatchObject({ code: 'NO_ENCONTRADO', status: 404 });
    },
  );

  it('tells nothing of the inside', async () => {
    const response = await post('/api/sesion/%00/%F0%9F/..%2f', '{}');
    expect(response.status).toBe(404);
    expect(await response.text()).not.toMatch(/at |node_modules|select/);
  });
});

describe('operations', () => {
  it('tells that it is up and ready', async () => {
    expect((await fetch(`${app.url}/healthz`)).status).toBe(200);
    expect((await fetch(`${app.url}/readyz`)).status).toBe(200);
  });

  it('shows its figures to this machine and to an administrator, nobody else', async () => {
    const local = await fetch(`${app.url}/metrics`);
    expect(local.status).toBe(200);
    expect(await local.text()).toContain('http_request_duration_seconds');
    const proxied = { 'x-forwarded-for': '200.1.2.3' };
    expect((await fetch(`${app.url}/metrics`, { headers: proxied })).status).toBe(404);
    const sales = await app.as('VENTAS');
    expect((await sales.fetch('/metrics', { headers: proxied })).status).toBe(404);
    const admin = await app.as('ADMIN');
    expect((await admin.fetch('/metrics', { headers: proxied })).status).toBe(200);
  });
});

describe('a session cookie', () => {
  it('is hidden from scripts and from other sites', async () => {
    await app.as('SOPORTE');
    const reply = await (await app.as('VISITANTE')).call(signIn, {
      body: { email: 'soporte@prueba.cl', clave: 'una clave de prueba' },
    });
    const cookie = reply.headers.getSetCookie().join('\n');
    expect(cookie).toMatch(/HttpOnly/i);
    expect(cookie).toMatch(/SameSite=Lax/i);
  });

  it.each(['x', 'a.b', 'tmm.session_token', `${'a'.repeat(32)}.${'b'.repeat(43)}=`])(
    'made up as %s is worth nothing',
    async (value) => {
      const response = await fetch(`${app.url}/api/ajustes/marca`, {
        headers: { cookie: `tmm.session_token=${value}` },
      });
      expect(response.status).toBe(401);
    },
  );
});
