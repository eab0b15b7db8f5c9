import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { createDb, createPool } from '#server/core/db/connect.ts';
import { findEmbedded } from '#server/core/db/embedded.ts';
import { readSecret } from '#server/core/secret.ts';
import { testApp } from '#tests/support/app.ts';
import {
  createDataDir,
  ended,
  runScript,
  type ServerProcess,
  startServerProcess,
} from '#tests/support/process.ts';
import { buildEnviado, letter, postfixDsn } from '#tests/support/rebotes.ts';

const app = testApp();

/** Pipes a message to the command, with the settings of an installation. */
const pipe = (env: Record<string, string>, input: Buffer) =>
  ended(runScript('scripts/rebote.ts', { LOG_LEVEL: 'error', ...env }, [], input));

/** The settings by which the command finds the database and the secret of the app of this file. */
async function settings(): Promise<Record<string, string>> {
  const { db, secret } = app.services.deps;
  const { rows } = await sql<{ name: string }>`select current_database() as name`.execute(db);
  const url = new URL(inject('templateUrl'));
  url.pathname = `/${rows[0]?.name}`;
  return { DATABASE_URL: url.href, SECRET: secret };
}

const motivoOf = (email: string) =>
  app.services.deps.db
    .selectFrom('supresion')
    .select('motivo')
    .where('email', '=', email)
    .executeTakeFirst();

describe('npm run rebote', () => {
  it('suppresses the address of a hard bounce, says so, and the second time that it had it', async () => {
    const enviado = await buildEnviado(app);
    const raw = postfixDsn(enviado);
    const first = await pipe(await settings(), raw);
    expect(first).toEqual({ code: 0, output: `Rebote: no se escribirá más a ${enviado.email}.\n` });
    expect(await motivoOf(enviado.email)).toEqual({ motivo: 'REBOTE' });
    expect((await pipe(await settings(), raw)).output).toContain('Ya lo teníamos');
  });

  it('takes a letter, and a message larger than it reads, without failing', async () => {
    const enviado = await buildEnviado(app);
    const wrote = await pipe(await settings(), letter(enviado));
    expect(wrote.code).toBe(0);
    expect(wrote.output).toContain('No es un rebote');
    const large = Buffer.concat([postfixDsn(enviado), Buffer.alloc(4_000_000, 'a\r\n')]);
    expect((await pipe(await settings(), large)).output).toContain('no se escribirá más');
  });

  it('asks to be given the message again when it cannot be kept', async () => {
    const env = { ...(await settings()), DATABASE_URL: 'postgres://x:x@127.0.0.1:1/x' };
    expect((await pipe(env, Buffer.from('Subject: x\r\n\r\n'))).code).toBe(75);
    expect((await pipe(await settings(), Buffer.alloc(0))).code).toBe(75);
  });
});

describe('beside a running server', () => {
  let server: ServerProcess;
  let dataDir: string;
  beforeAll(async () => {
    dataDir = await createDataDir();
    server = await startServerProcess({ DATA_DIR: dataDir });
  }, 60_000);
  afterAll(async () => {
    await server.kill('SIGTERM');
  });

  it('writes to the same embedded database', async () => {
    const db = createDb(createPool({ url: (await findEmbedded(dataDir)) ?? '', max: 1 }));
    const there = { services: { deps: { db, secret: readSecret(undefined, dataDir) } } };
    const enviado = await buildEnviado(there, { email: 'al-lado@destino.cl' });
    const { code, output } = await pipe({ DATA_DIR: dataDir }, postfixDsn(enviado));
    expect({ code, output }).toEqual({
      code: 0,
      output: 'Rebote: no se escribirá más a al-lado@destino.cl.\n',
    });
    const row = await db.selectFrom('supresion').select('motivo').executeTakeFirst();
    await db.destroy();
    expect(row).toEqual({ motivo: 'REBOTE' });
    expect((await fetch(`${server.url}/readyz`)).status).toBe(200);
  }, 60_000);
});
