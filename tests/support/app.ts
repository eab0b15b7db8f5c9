import { randomUUID } from 'node:crypto';
import { runOnce } from 'graphile-worker';
import pg from 'pg';
import { afterAll, afterEach, beforeAll, expect, inject } from 'vitest';
import type { Answer, CallArgs, Endpoint } from '#contract/endpoint.ts';
import type { Problem } from '#contract/errors.ts';
import type { Rol } from '#contract/permisos.ts';
import { buildRequest, type LooseArgs } from '#contract/request.ts';
import { createEnlacePortal } from '#server/auth/enlacePortal.ts';
import { createUsuario } from '#server/auth/usuarios.ts';
import { readConfig } from '#server/core/config.ts';
import { jobCtx } from '#server/core/context.ts';
import { transaction } from '#server/core/db/transaction.ts';
import { quietWorkerLogger } from '#server/core/jobs.ts';
import { type Services, startServices } from '#server/services.ts';
import { jobTable } from '#server/worker.ts';

export const CLAVE = 'una clave de prueba';

export type TestApp = {
  url: string;
  services: Services;
  /** Runs the jobs that are due, as the worker does, until none is left. */
  runJobs: () => Promise<void>;
  /** Runs a recurring job now, whatever its schedule. */
  runCron: (name: string) => Promise<void>;
  /** Moves the clock of the app until the end of the test; real time goes on from there. */
  setNow: (now: Date) => void;
  /** A caller with a session of that role, or a visitor. */
  as: (rol: Rol | 'VISITANTE') => Promise<Caller>;
  /** A caller with a session of that student's, entered by a link of their own; they need an email. */
  asAlumno: (clienteId: number) => Promise<Caller>;
};

export type Reply<T> = { status: number; body: T; problem: Problem; headers: Headers };
export type Caller = {
  cookie: string;
  fetch: (path: string, init?: RequestInit) => Promise<Response>;
  call: <E extends Endpoint>(endpoint: E, args: CallArgs<E>) => Promise<Reply<Answer<E>>>;
  /** Sends any body, also one that the contract's types would refuse. */
  send: (
    method: string,
    path: string,
    body?: unknown,
  ) => Promise<{ status: number; problem: Problem }>;
  /** Like call, and fails the test unless the answer is a success. */
  ok: <E extends Endpoint>(endpoint: E, args: CallArgs<E>) => Promise<Answer<E>>;
};

async function databaseFromTemplate(
  templateUrl: string,
): Promise<{ url: string; drop: () => Promise<void> }> {
  const name = `t_${randomUUID().replaceAll('-', '')}`;
  const template = new URL(templateUrl);
  const admin = new URL(templateUrl);
  admin.pathname = '/postgres';
  const run = async (sql: string) => {
    const client = new pg.Client({ connectionString: admin.href });
    await client.connect();
    await client.query(sql).finally(() => client.end());
  };
  await run(`create database ${name} template ${template.pathname.slice(1)}`);
  const url = new URL(templateUrl);
  url.pathname = `/${name}`;
  return { url: url.href, drop: () => run(`drop database ${name} with (force)`) };
}

/** The real app on a database of its own, for all the tests of a file. */
export function testApp(env: Record<string, string> = {}): TestApp {
  let offset = 0;
  let database: Awaited<ReturnType<typeof databaseFromTemplate>>;
  const callers = new Map<string, Promise<Caller>>();
  const app = {
    runJobs: async () => {
      const pgPool = new pg.Pool({ connectionString: database.url, max: 3 });
      pgPool.on('error', () => {}).on('connect', (client) => client.on('error', () => {}));
      const taskList = Object.fromEntries(
        jobTable(app.services.deps).map((job) => [
          job.name,
          (payload: unknown) => job.run(payload),
        ]),
      );
      await runOnce({ pgPool, taskList, logger: quietWorkerLogger }).finally(() => pgPool.end());
    },
    runCron: async (name: string) => {
      const job = jobTable(app.services.deps).find((one) => one.name === name);
      if (!job) throw new Error(`no job ${name}`);
      await job.run({});
    },
    setNow: (now: Date) => {
      offset = now.getTime() - Date.now();
    },
    as: (rol: Rol | 'VISITANTE') => {
      const known = callers.get(rol) ?? createCaller(app as TestApp, rol);
      callers.set(rol, known);
      return known;
    },
    asAlumno: async (clienteId: number) => {
      const token = await portalToken(app as TestApp, clienteId);
      return enterAs(app as TestApp, '/api/portal/sesion/enlace', { token });
    },
  } as TestApp;

  beforeAll(async () => {
    database = await databaseFromTemplate(inject('templateUrl'));
    const config = readConfig(
      { PORT: '0', LOG_LEVEL: 'error', PUBLIC_RATE_PER_MINUTE: '100000', ...env },
      '/tmp',
    );
    app.services = await startServices({
      config,
      databaseUrl: database.url,
      secret: 'secret-of-the-tests-0123456789abcdef',
      services: ['web'],
      now: () => new Date(Date.now() + offset),
      checkAnswers: true,
    });
    app.url = `http://127.0.0.1:${app.services.port}`;
  });
  afterEach(() => {
    offset = 0;
  });
  afterAll(async () => {
    await app.services.stop();
    await database.drop();
  });
  return app;
}

async function createCaller(app: TestApp, rol: Rol | 'VISITANTE'): Promise<Caller> {
  if (rol === 'VISITANTE') return caller(app, '');
  const email = `${rol.toLowerCase()}@prueba.cl`;
  const { db, now } = app.services.deps;
  await transaction(db, (trx) =>
    createUsuario(trx, jobCtx(now(), 'test'), {
      nombre: `Persona ${rol}`,
      email,
      rol,
      clave: CLAVE,
    }),
  );
  return signInAs(app, email, CLAVE);
}

/** Signs in over HTTP and returns a caller with that session. */
export function signInAs(app: TestApp, email: string, clave: string): Promise<Caller> {
  return enterAs(app, '/api/sesion', { email, clave });
}

/** The token of a new link to the portal for a Cliente, as it ends the address they would get. */
export async function portalToken(app: TestApp, clienteId: number): Promise<string> {
  const { db, now } = app.services.deps;
  const { email } = await db
    .selectFrom('cliente')
    .select((eb) => eb.ref('email').$notNull().as('email'))
    .where('id', '=', clienteId)
    .executeTakeFirstOrThrow();
  const input = { clienteId, email, now: now().toISOString(), publicUrl: app.url };
  const { url } = await transaction(db, (trx) => createEnlacePortal(trx, input));
  return url.slice(url.lastIndexOf('/') + 1);
}

let visitors = 0;

async function enterAs(app: TestApp, path: string, body: object): Promise<Caller> {
  visitors += 1;
  const response = await fetch(app.url + path, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      // Of its own for each, so that many who enter do not use up the limit of one address.
      'x-forwarded-for': `10.200.${visitors >> 8}.${visitors & 255}`,
    },
    body: JSON.stringify(body),
  });
  expect(response.status, await response.clone().text()).toBe(200);
  const cookie = response.headers
    .getSetCookie()
    .map((c) => c.split(';')[0])
    .join('; ');
  return caller(app, cookie);
}

function caller(app: TestApp, cookie: string): Caller {
  const request = (path: string, init: RequestInit = {}) =>
    fetch(app.url + path, {
      ...init,
      headers: { ...(cookie ? { cookie } : {}), ...(init.headers as Record<string, string>) },
    });
  const call: Caller['call'] = async (endpoint, args) => {
    const { path, init } = buildRequest(endpoint, args as LooseArgs);
    const response = await request(path, init);
    const text = await response.text();
    const body = text ? JSON.parse(text) : undefined;
    expect(response.status, text).not.toBe(500);
    return { status: response.status, body, problem: body, headers: response.headers };
  };
  return {
    cookie,
    fetch: request,
    call,
    send: async (method, path, body) => {
      const response = await request(path, {
        method,
        headers: { 'content-type': 'application/json' },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      });
      return { status: response.status, problem: (await response.json()) as Problem };
    },
    ok: async (endpoint, args) => {
      const reply = await call(endpoint, args);
      expect(reply.status, JSON.stringify(reply.problem)).toBeLessThan(300);
      return reply.body;
    },
  };
}
