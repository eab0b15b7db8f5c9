import pg from 'pg';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import type { Rol } from '#contract/permisos.ts';
import * as contract from '#contract/segmentos.ts';
import { createUsuario } from '#server/auth/usuarios.ts';
import { jobCtx } from '#server/core/context.ts';
import { transaction } from '#server/core/db/transaction.ts';
import { type Caller, CLAVE, signInAs, testApp } from '#tests/support/app.ts';
import { expectRefusal } from '#tests/support/clientes.ts';

const app = testApp();
const body = { condicion: { campo: 'resena' } } as const;
const TESTERS: Rol[] = ['ADMIN', 'VENTAS', 'MARKETING'];
const ask = (caller: Caller) => caller.call(contract.probarCondicion, { body });

let holder: pg.Client;
beforeAll(async () => {
  holder = new pg.Client({ connectionString: app.services.databaseUrl });
  holder.on('error', () => {});
  await holder.connect();
});
afterAll(() => holder.end());
afterEach(() => free());

/** Keeps every count waiting until it is freed. */
async function hold() {
  await holder.query('begin; lock table resena in access exclusive mode');
}
async function free() {
  await holder.query('rollback');
}

/** The backends of the counts that wait for the lock. */
async function waiting(): Promise<number[]> {
  const { rows } = await holder.query<{ pid: number }>(
    `select pid from pg_locks where relation = 'resena'::regclass and not granted
      and database = (select oid from pg_database where datname = current_database()) order by pid`,
  );
  return rows.map(({ pid }) => pid);
}
const untilWaiting = (n: number) =>
  vi.waitFor(async () => expect(await waiting()).toHaveLength(n), { timeout: 10_000 });

async function another(): Promise<Caller> {
  const email = 'otra@prueba.cl';
  const { db, now } = app.services.deps;
  const user = { nombre: 'Otra', email, rol: 'MARKETING', clave: CLAVE } as const;
  await transaction(db, (trx) => createUsuario(trx, jobCtx(now(), 'test'), user));
  return signInAs(app, email, CLAVE);
}

describe('counts of conditions under way', () => {
  it('are three at most, of whichever users, and the next is told to come back', async () => {
    const fourth = await another();
    const callers = await Promise.all(TESTERS.map(app.as));
    await hold();
    const three = callers.map(ask);
    await untilWaiting(3);
    const refused = await ask(fourth);
    expect(refused.status).toBe(429);
    expectRefusal(refused, 'DEMASIADAS_SOLICITUDES', []);
    expect(refused.problem.title).toBe(
      'Hay muchas cuentas en curso. Intenta de nuevo en unos segundos.',
    );
    await free();
    expect((await Promise.all(three)).map(({ status }) => status)).toEqual([200, 200, 200]);
    expect((await ask(fourth)).status).toBe(200);
  });

  it('are one for each user: the newer one takes the place of the older', async () => {
    const ventas = await app.as('VENTAS');
    await hold();
    const older = ask(ventas);
    await untilWaiting(1);
    const newer = ask(ventas);
    const stopped = await older;
    expect(stopped.status).toBe(429);
    expect(stopped.problem.title).toBe('Esta cuenta se detuvo porque pediste otra después.');
    await untilWaiting(1);
    await free();
    expect((await newer).status).toBe(200);
  });

  it('end in the database when who asked has gone', async () => {
    const ventas = await app.as('VENTAS');
    await hold();
    const leaving = new AbortController();
    const gone = ventas.fetch(contract.probarCondicion.path, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
      signal: leaving.signal,
    });
    const left = expect(gone).rejects.toThrow();
    await untilWaiting(1);
    leaving.abort();
    await left;
    await untilWaiting(0);
    await free();
    expect((await ask(ventas)).status).toBe(200);
  });

  it('that PostgreSQL breaks off say what to do', async () => {
    await hold();
    const asked = ask(await app.as('VENTAS'));
    await untilWaiting(1);
    for (const pid of await waiting()) await holder.query('select pg_cancel_backend($1)', [pid]);
    const { status, problem } = await asked;
    expect(status).toBe(503);
    expect(problem).toMatchObject({
      code: 'OCUPADO',
      title: 'La cuenta tardó demasiado. Prueba con menos condiciones o más precisas.',
    });
  });
});
