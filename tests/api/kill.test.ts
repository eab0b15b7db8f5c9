import { execFileSync } from 'node:child_process';
import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { signIn } from '#contract/auth.ts';
import type { Answer, CallArgs, Endpoint } from '#contract/endpoint.ts';
import { createInscripcionPublica, getReserva } from '#contract/publico.ts';
import { buildRequest, type LooseArgs } from '#contract/request.ts';
import { createTaller, getTaller, publishTaller } from '#contract/talleres.ts';
import {
  createDataDir,
  ended,
  runScript,
  type ServerProcess,
  startServerProcess,
} from '#tests/support/process.ts';

const INTENTS = 500;
const AT_ONCE = 16;
const admin = { ADMIN_EMAIL: 'jefa@prueba.cl', ADMIN_PASSWORD: 'una clave de prueba' };
let dir: string;
let env: Record<string, string>;
let server: ServerProcess | undefined;

beforeAll(async () => {
  dir = await createDataDir();
  env = { DATA_DIR: dir, PUBLIC_RATE_PER_MINUTE: '100000', ...admin };
});
afterAll(async () => {
  await server?.kill('SIGTERM');
  await rm(dir, { recursive: true, force: true });
});

async function start(): Promise<ServerProcess> {
  server = await startServerProcess(env);
  return server;
}

async function stop(signal: NodeJS.Signals) {
  const end = await server?.kill(signal);
  server = undefined;
  return end;
}

/** Calls a server over HTTP; fails with its answer unless that is a success. */
async function call<E extends Endpoint>(
  { url }: ServerProcess,
  endpoint: E,
  args: CallArgs<E>,
  cookie = '',
): Promise<{ body: Answer<E>; headers: Headers }> {
  const { path, init } = buildRequest(endpoint, args as LooseArgs);
  const headers = { ...(init.headers as Record<string, string>), cookie };
  const response = await fetch(url + path, { ...init, headers });
  const text = await response.text();
  expect(response.status, text).toBeLessThan(300);
  return { body: JSON.parse(text), headers: response.headers };
}

async function enter(on: ServerProcess): Promise<string> {
  const { headers } = await call(on, signIn, {
    body: { email: admin.ADMIN_EMAIL, clave: admin.ADMIN_PASSWORD },
  });
  return headers
    .getSetCookie()
    .map((cookie) => cookie.split(';')[0])
    .join('; ');
}

async function publish(on: ServerProcess, cookie: string) {
  const day = 86_400_000;
  const { body } = await call(
    on,
    createTaller,
    {
      body: {
        titulo: 'Torno en vivo',
        modalidad: 'PRESENCIAL',
        lugar: 'Taller Ñuñoa',
        iniciaEn: new Date(Date.now() + 10 * day).toISOString(),
        terminaEn: new Date(Date.now() + 10.1 * day).toISOString(),
        zona: 'America/Santiago',
        precio: 25_000,
        cupos: INTENTS,
      },
    },
    cookie,
  );
  const { id, slug, version } = body;
  await call(on, publishTaller, { params: { id }, body: { version } }, cookie);
  return { id, slug };
}

function enrol(on: ServerProcess, slug: string, person: number) {
  return call(on, createInscripcionPublica, {
    params: { slug },
    body: {
      nombres: 'Persona',
      apellidos: `Número ${person}`,
      email: `persona${person}@prueba.cl`,
      telefono: `+569${80_000_000 + person}`,
      cantidad: 1,
    },
  });
}

/** Sends the enrolments, some at once, and tells the references of those that were acknowledged. */
async function enrolMany(on: ServerProcess, slug: string, onAck: (acked: number) => void) {
  const codes: string[] = [];
  let [next, down] = [0, false];
  const worker = async () => {
    while (next < INTENTS && !down) {
      const person = next;
      next += 1;
      try {
        const { body } = await enrol(on, slug, person);
        codes.push(body.codigo);
        onAck(codes.length);
      } catch (error) {
        // Only a broken connection may fail: the server was killed.
        if (!(error instanceof TypeError)) throw error;
        down = true;
      }
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
  return codes;
}

const postmaster = async () =>
  (await readFile(join(dir, 'postgres/postmaster.pid'), 'utf8')).split('\n')[0];
const postgresProcesses = () =>
  execFileSync('ps', ['-eo', 'args'], { encoding: 'utf8' })
    .split('\n')
    .filter((line) => line.includes(join(dir, 'postgres')));

describe('the process of the server', () => {
  test('killed in the middle of 500 enrolments, it loses none that it acknowledged', async () => {
    const first = await start();
    const cookie = await enter(first);
    const taller = await publish(first, cookie);
    let killed: Promise<unknown> | undefined;
    const codes = await enrolMany(first, taller.slug, (acked) => {
      if (acked === 150) killed = stop('SIGKILL');
    });
    await killed;
    expect(codes.length).toBeGreaterThanOrEqual(150);
    expect(codes.length).toBeLessThan(INTENTS);
    const left = await postmaster();

    const second = await start();
    expect(await postmaster(), 'the PostgreSQL left behind is taken over').toBe(left);
    for (const codigo of codes) {
      const { body } = await call(second, getReserva, { params: { codigo } });
      expect(body.estado).toBe('PENDIENTE');
    }
    const { body } = await call(
      second,
      getTaller,
      { params: { id: taller.id } },
      await enter(second),
    );
    expect(body.cuposOcupados).toBeGreaterThanOrEqual(codes.length);
    expect(body.cuposOcupados).toBeLessThanOrEqual(codes.length + AT_ONCE);
  });

  test('a second one on the same data refuses, and the first goes on', async () => {
    const first = server ?? (await start());
    const { code, output } = await ended(runScript('src/server/main.ts', { ...env, PORT: '0' }));
    expect(code).toBe(1);
    expect(output.trim()).toBe(
      `Ya hay un servidor usando los datos de ${dir} (proceso ${first.pid}). Ciérralo antes, o define otro DATA_DIR.`,
    );
    expect((await fetch(`${first.url}/readyz`)).status).toBe(200);
  });

  test('SIGTERM ends it within ten seconds, with its PostgreSQL', async () => {
    if (!server) await start();
    expect(postgresProcesses()).not.toEqual([]);
    const deadline = new Promise<never>((_, reject) => {
      setTimeout(() => reject(new Error('still running after ten seconds')), 10_000).unref();
    });
    const end = await Promise.race([stop('SIGTERM'), deadline]);
    expect(end?.code, end?.output).toBe(0);
    expect(postgresProcesses()).toEqual([]);
  });

  test('the audit command finds the data of all this in order', async () => {
    const { code, output } = await ended(runScript('scripts/auditar.ts', env));
    expect(output).toContain('Datos en orden.');
    expect(code).toBe(0);
    expect(postgresProcesses()).toEqual([]);
  });

  test('wrong settings are all named, without a trace of the inside', async () => {
    const { code, output } = await ended(
      runScript('src/server/main.ts', {
        DATA_DIR: dir,
        PORT: 'tres mil',
        LOG_LEVEL: 'mucho',
        SECRET: 'corto',
        ADMIN_EMAIL: 'jefa@prueba.cl',
      }),
    );
    expect(code).toBe(1);
    for (const name of ['PORT', 'LOG_LEVEL', 'SECRET', 'ADMIN_EMAIL y ADMIN_PASSWORD']) {
      expect(output).toContain(`${name}:`);
    }
    expect(output).not.toMatch(/ at |node:/);
  });
});
