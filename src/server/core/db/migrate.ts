import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { runMigrations as migrateJobs } from 'graphile-worker';
import pg from 'pg';
import { quietWorkerLogger } from '../jobs.ts';

const LOCK = 7_361_045;

export const migrationsDir = join(import.meta.dirname, '../../../../migrations');

/**
 * Brings the database to the newest schema. Safe when several processes start at once: an advisory
 * lock lets one migrate while the others wait, and each file runs in a transaction of its own.
 * @throws when an applied file was edited afterwards, or the server is older than PostgreSQL 15.
 */
export async function migrate(url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await assertServer(client);
    await client.query('select pg_advisory_lock($1)', [LOCK]);
    await applyPending(client);
    const pgPool = new pg.Pool({ connectionString: url, max: 1 });
    pgPool.on('error', () => {}).on('connect', (c) => c.on('error', () => {}));
    try {
      await migrateJobs({ pgPool, logger: quietWorkerLogger });
    } finally {
      await pgPool.end();
    }
  } finally {
    await client.end();
  }
}

async function assertServer(client: pg.Client): Promise<void> {
  const { rows } = await client.query<{ version: string; encoding: string }>(
    `select current_setting('server_version_num') as version, current_setting('server_encoding') as encoding`,
  );
  if (Number(rows[0]?.version) < 150_000)
    throw new Error('La base de datos debe ser PostgreSQL 15 o más nuevo.');
  if (rows[0]?.encoding !== 'UTF8')
    throw new Error('La base de datos debe usar la codificación UTF8.');
}

async function applyPending(client: pg.Client): Promise<void> {
  await client.query(`create table if not exists migracion (
    nombre text primary key, hash text not null, aplicada_en timestamptz not null default now())`);
  const { rows } = await client.query<{ nombre: string; hash: string }>(
    'select nombre, hash from migracion',
  );
  const applied = new Map(rows.map((row) => [row.nombre, row.hash]));
  for (const name of (await readdir(migrationsDir)).filter((f) => f.endsWith('.sql')).sort()) {
    const sql = await readFile(join(migrationsDir, name), 'utf8');
    const hash = createHash('sha256').update(sql).digest('hex');
    const known = applied.get(name);
    if (known && known !== hash)
      throw new Error(`La migración ${name} cambió después de aplicarse.`);
    if (!known) await applyOne(client, name, sql, hash);
  }
}

async function applyOne(client: pg.Client, name: string, sql: string, hash: string) {
  await client.query('begin');
  try {
    await client.query(sql);
    await client.query('insert into migracion (nombre, hash) values ($1, $2)', [name, hash]);
    await client.query('commit');
  } catch (error) {
    await client.query('rollback');
    throw new Error(`La migración ${name} falló: ${(error as Error).message}`, { cause: error });
  }
}
