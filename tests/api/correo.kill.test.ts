import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createDb, createPool } from '#server/core/db/connect.ts';
import { migrate } from '#server/core/db/migrate.ts';
import { buildCampanaEnviando, isQuiet, statesOf, until } from '#tests/support/envio.ts';
import { ended, runScript } from '#tests/support/process.ts';
import { startTemporaryServer } from '#tests/support/server.ts';
import { type SmtpSink, smtpSink } from '#tests/support/smtpSink.ts';

const LINES = 4;
/** What ended within 20 ms and one write of it, at the pace of this machine, with room to spare. */
const UNFLUSHED = 30;

let server: Awaited<ReturnType<typeof startTemporaryServer>>;
let deps: { db: ReturnType<typeof createDb>; now: () => Date };
let sink: SmtpSink;
const times = new Map<string, number>();
let total = 0;

beforeAll(async () => {
  server = await startTemporaryServer();
  await migrate(server.url);
  const pool = createPool({ url: server.url, max: 4 });
  deps = { db: createDb(pool), now: () => new Date() };
  sink = await smtpSink({ keep: false });
  sink.onMensaje = ({ para }) => {
    total += 1;
    times.set(para, (times.get(para) ?? 0) + 1);
  };
});
afterAll(async () => {
  await deps.db.destroy();
  await sink.close();
  await server.stop();
});

function startWorker() {
  const child = runScript(
    'src/server/main.ts',
    {
      DATABASE_URL: server.url,
      SMTP_URL: sink.url,
      EMAIL_FROM: 'Escuela <hola@escuela.cl>',
      PUBLIC_URL: 'https://escuela.cl',
      SECRET: 'secret-of-the-tests-0123456789abcdef',
      LOG_LEVEL: 'fatal',
    },
    ['--services=worker'],
  );
  const end = ended(child);
  return {
    async stop(signal: NodeJS.Signals) {
      child.kill(signal);
      return end;
    },
  };
}

async function begin(n: number) {
  times.clear();
  total = 0;
  return buildCampanaEnviando(deps, n);
}
const progress = (from: number, more: number) =>
  until(`${more} more`, () => total >= from + more, 60);
const finished = () => until('the outbox is quiet', () => isQuiet(deps), 120);

describe('a campaign', () => {
  it('of 5,000 with the worker killed twenty times: none lost, few twice', {
    timeout: 400_000,
  }, async () => {
    const KILLS = 20;
    const { id } = await begin(5_000);
    for (let kill = 0; kill < KILLS; kill += 1) {
      const worker = startWorker();
      await progress(total, 100 + 7 * kill);
      await worker.stop('SIGKILL');
    }
    expect((await statesOf(deps, id)).ENVIADO, 'there was work left for the last one').toBeLessThan(
      5_000,
    );
    const last = startWorker();
    await finished();
    await last.stop('SIGTERM');
    expect(times.size, 'lost').toBe(5_000);
    expect(await statesOf(deps, id)).toEqual({ ENVIADO: 5_000 });
    expect(total - 5_000, 'twice').toBeLessThanOrEqual(KILLS * (LINES + UNFLUSHED));
  });

  it('with PostgreSQL crashing in the middle: none lost, few twice', {
    timeout: 200_000,
  }, async () => {
    const CRASHES = 3;
    const { id } = await begin(2_500);
    const worker = startWorker();
    for (let crash = 0; crash < CRASHES; crash += 1) {
      await progress(total, 400);
      const { rows } = await sql<{ pid: number }>`
        select pid from pg_stat_activity where application_name = 'tmm-correo'`.execute(deps.db);
      for (const { pid } of rows) process.kill(pid, 'SIGKILL');
      await until('it is back', () =>
        sql`select 1`.execute(deps.db).then(
          () => true,
          () => false,
        ),
      );
    }
    await until('quiet', () => isQuiet(deps).catch(() => false), 120);
    await worker.stop('SIGTERM');
    expect(times.size, 'lost').toBe(2_500);
    expect(await statesOf(deps, id)).toEqual({ ENVIADO: 2_500 });
    expect(total - 2_500, 'twice').toBeLessThanOrEqual(CRASHES * (LINES + UNFLUSHED));
  });

  it('with the worker asked to stop five times: none lost, none twice', {
    timeout: 200_000,
  }, async () => {
    const { id } = await begin(2_500);
    for (let stop = 0; stop < 5; stop += 1) {
      const worker = startWorker();
      await progress(total, 150);
      const { code } = await worker.stop('SIGTERM');
      expect(code).toBe(0);
      expect((await statesOf(deps, id)).TOMADO).toBeUndefined();
    }
    const last = startWorker();
    await finished();
    await last.stop('SIGTERM');
    expect(total).toBe(2_500);
    expect(times.size).toBe(2_500);
  });
});
