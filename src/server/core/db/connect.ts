import { createHash } from 'node:crypto';
import { CamelCasePlugin, Kysely, PostgresDialect, type Transaction } from 'kysely';
import pg from 'pg';
import type { DB } from './types.gen.ts';

export type Db = Kysely<DB>;
export type Trx = Transaction<DB>;

const INT8 = 20;
const DATE = 1082;
const TIMESTAMPTZ = 1184;

/** Instants leave the database as ISO 8601 UTC text, plain dates as `YYYY-MM-DD`, int8 as number. */
const types = {
  getTypeParser(oid: number, format?: 'text' | 'binary') {
    if (oid === INT8) return Number;
    if (oid === DATE) return (value: string) => value;
    if (oid === TIMESTAMPTZ) return isoInstant;
    return pg.types.getTypeParser(oid, format);
  },
} as pg.CustomTypesConfig;

function isoInstant(value: string): string {
  const zone = value.lastIndexOf('+');
  const [day, time = ''] = value.slice(0, zone).split(' ');
  const [seconds, fraction = ''] = time.split('.');
  return `${day}T${seconds}.${fraction.slice(0, 3).padEnd(3, '0')}Z`;
}

export type PoolOptions = { url: string; max: number; statementTimeoutMs?: number };

/** A pool in UTC with a statement timeout, whose repeated statements are prepared once per connection. */
export function createPool({ url, max, statementTimeoutMs = 10_000 }: PoolOptions): pg.Pool {
  const pool = new pg.Pool({
    connectionString: url,
    max,
    types,
    connectionTimeoutMillis: 8_000,
    idleTimeoutMillis: 30_000,
    statement_timeout: statementTimeoutMs,
    idle_in_transaction_session_timeout: 30_000,
    options: '-c timezone=UTC -c jit=off -c work_mem=16MB',
    application_name: 'tmm-crm',
  });
  pool.on('connect', prepareStatements);
  // One that dies in use fails its query, which says so; left unheard, its own event would end the process.
  pool.on('connect', (client) => client.on('error', () => {}));
  // An idle connection dies when PostgreSQL restarts; the pool replaces it at the next query.
  pool.on('error', () => {});
  return pool;
}

const MAX_PREPARED = 400;
/** Within a statement that someone puts together: it is planned for its own values each time, and not kept. */
export const ONCE = '/* once */';
const names = new Map<string, string>();

function statementName(text: string): string | undefined {
  const known = names.get(text);
  if (known || names.size >= MAX_PREPARED || text.includes(ONCE)) return known;
  const name = createHash('sha1').update(text).digest('base64url').slice(0, 16);
  names.set(text, name);
  return name;
}

/** Gives each statement with parameters a name, so that PostgreSQL parses and plans it once. */
function prepareStatements(client: pg.PoolClient): void {
  const query = client.query.bind(client) as (...args: unknown[]) => unknown;
  const named = (...args: unknown[]) => {
    const [text, values] = args;
    if (typeof text !== 'string' || !Array.isArray(values) || values.length === 0)
      return query(...args);
    const name = statementName(text);
    return name ? query({ name, text, values }, ...args.slice(2)) : query(...args);
  };
  client.query = named as typeof client.query;
}

export function createDb(pool: pg.Pool): Db {
  return new Kysely<DB>({
    dialect: new PostgresDialect({ pool }),
    plugins: [new CamelCasePlugin({ maintainNestedObjectKeys: true })],
  });
}
