import { beforeAll, describe, expect, it } from 'vitest';
import type { Acceso, Endpoint } from '#contract/endpoint.ts';
import { permisos, permisosDe, roles } from '#contract/permisos.ts';
import { type Caller, CLAVE, signInAs, testApp } from '#tests/support/app.ts';
import { buildCliente } from '#tests/support/builders.ts';

const app = testApp({ PUBLIC_RATE_PER_MINUTE: '100000' });
const callers = [...roles, 'ALUMNO', 'VISITANTE'] as const;
type Who = (typeof callers)[number];
const PUBLIC_OUTSIDE = new Set([
  'GET /api/primer-uso',
  'POST /api/primer-uso',
  'POST /api/sesion',
  'POST /api/portal/enlaces',
  'POST /api/portal/sesion',
  'POST /api/portal/sesion/enlace',
]);

/** A value for each parameter that names nothing stored, in the form each route takes. */
function pathOf({ path, params }: Endpoint): string {
  return path.replace(/:(\w+)/g, (_, name: string) => {
    const shape = params?.shape[name];
    const uuid = '6f1c1f0e-0000-4000-8000-000000000000';
    return ['999999999', uuid, 'ZZZZ-9999'].find((value) => shape?.safeParse(value).success) ?? 'x';
  });
}

function mayCall(acceso: Acceso, who: Who): boolean {
  if (acceso === 'PUBLICO') return true;
  if (acceso === 'ALUMNO' || who === 'ALUMNO') return acceso === who;
  if (who === 'VISITANTE') return false;
  return acceso === 'SESION' || permisosDe(who).includes(acceso);
}

async function knock(caller: Caller, endpoint: Endpoint, address: string) {
  const hasBody = endpoint.method !== 'GET';
  const response = await caller.fetch(pathOf(endpoint), {
    method: endpoint.method,
    headers: {
      ...(hasBody ? { 'content-type': 'application/json' } : {}),
      // Of its own for each call, so that no rate limit answers in place of the permission.
      'x-forwarded-for': address,
    },
    ...(hasBody ? { body: '{}' } : {}),
  });
  const text = await response.text();
  const code = response.headers.get('content-type')?.includes('problem')
    ? JSON.parse(text).code
    : undefined;
  return { status: response.status, code };
}

let endpoints: Endpoint[];
beforeAll(() => {
  endpoints = app.services.routes.map((route) => route.endpoint);
});

describe('every endpoint', () => {
  it('declares who may call it', () => {
    const known = new Set<string>(['PUBLICO', 'ALUMNO', 'SESION', ...permisos]);
    expect(endpoints.length).toBeGreaterThan(10);
    for (const { method, path, acceso } of endpoints) {
      expect(known.has(acceso), `${method} ${path}`).toBe(true);
    }
  });

  it('is public only under /api/publico/, for the first use, or to sign in', () => {
    for (const { method, path, acceso } of endpoints) {
      const outside = PUBLIC_OUTSIDE.has(`${method} ${path}`);
      const shouldBe = path.startsWith('/api/publico/') || outside;
      expect(acceso === 'PUBLICO', `${method} ${path}`).toBe(shouldBe);
    }
  });

  it('has a method and path of its own', () => {
    const keys = endpoints.map(({ method, path }) => `${method} ${path.replace(/:\w+/g, ':')}`);
    expect(new Set(keys).size).toBe(keys.length);
  });

  it('that is public or takes a password has a rate limit', () => {
    for (const { method, path, acceso, limite, body } of endpoints) {
      if (acceso !== 'PUBLICO' || method === 'GET' || !body) continue;
      expect(limite, `${method} ${path}`).toBeDefined();
    }
  });
});

describe.each(callers)('%s', (who) => {
  it('is let in exactly where the role allows it', async () => {
    const index = callers.indexOf(who);
    await shared(who);
    let calls = 0;
    for (const endpoint of endpoints) {
      calls += 1;
      // A session of its own for each call: some calls close the session they come with.
      const caller = await freshCaller(who, endpoint);
      const { status, code } = await knock(caller, endpoint, `10.${index}.0.${calls}`);
      const name = `${endpoint.method} ${endpoint.path} as ${who}: ${status} ${code}`;
      expect(status, name).toBeLessThan(500);
      if (mayCall(endpoint.acceso, who)) {
        expect(code, name).not.toBe('SIN_SESION');
        expect(code, name).not.toBe('SIN_PERMISO');
        expect(status, name).not.toBe(403);
        expect(status, name).not.toBe(401);
        expect(status, name).not.toBe(429);
      } else {
        // The session of the other door, or none, is no session here; a role is one without the permission.
        const role = endpoint.acceso !== 'ALUMNO' && who !== 'ALUMNO' && who !== 'VISITANTE';
        expect([status, code], name).toEqual(role ? [403, 'SIN_PERMISO'] : [401, 'SIN_SESION']);
      }
    }
  });
});

let alumno: Promise<Caller> | undefined;

function shared(who: Who): Promise<Caller> {
  if (who !== 'ALUMNO') return app.as(who);
  alumno ??= buildCliente(app).then(app.asAlumno);
  return alumno;
}

/** The shared caller, but one with a session of its own for a call that signs out. */
async function freshCaller(who: Who, { method, path }: Endpoint): Promise<Caller> {
  if (who === 'VISITANTE' || method !== 'DELETE') return shared(who);
  if (who === 'ALUMNO' && path === '/api/portal/sesion')
    return app.asAlumno(await buildCliente(app));
  if (who === 'ALUMNO' || path !== '/api/sesion') return shared(who);
  return signInAs(app, `${who.toLowerCase()}@prueba.cl`, CLAVE);
}
