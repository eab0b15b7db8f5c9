import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { ensureAdmin, issueFirstUseToken } from './auth/primerUso.ts';
import { ConfigError, readConfig } from './core/config.ts';
import { jobCtx } from './core/context.ts';
import { startEmbedded } from './core/db/embedded.ts';
import { migrate } from './core/db/migrate.ts';
import { transaction } from './core/db/transaction.ts';
import { AlreadyRunningError, claimDataDir } from './core/instance.ts';
import { readSecret } from './core/secret.ts';
import { type ServiceName, type Services, startServices } from './services.ts';

const root = join(import.meta.dirname, '../..');
const say = (text: string) => process.stdout.write(`${text}\n`);
const stops: (() => Promise<void> | void)[] = [];
let stopping = false;

async function stop(code: number): Promise<never> {
  if (stopping) return new Promise(() => {});
  stopping = true;
  setTimeout(() => process.exit(1), 9_500).unref();
  for (const step of stops.reverse()) await step();
  process.exit(code);
}

function readServices(): ServiceName[] {
  const { values } = parseArgs({
    options: { services: { type: 'string', default: 'web,worker' }, demo: { type: 'boolean' } },
  });
  const names = values.services.split(',');
  for (const name of names) {
    if (name !== 'web' && name !== 'worker') {
      throw new ConfigError(`--services: debe ser web, worker o ambos; no ${name}`);
    }
  }
  return names as ServiceName[];
}

async function announce({ deps, port }: Services): Promise<void> {
  const { config, db } = deps;
  const url = config.PUBLIC_URL ? config.publicUrl : `http://127.0.0.1:${port}`;
  say(`\nTMM CRM está en ${url}/app  (página pública: ${url}/)`);
  if (config.ADMIN_EMAIL && config.ADMIN_PASSWORD) {
    const { ADMIN_EMAIL, ADMIN_PASSWORD } = config;
    await transaction(db, (trx) =>
      ensureAdmin(trx, jobCtx(deps.now(), 'start'), ADMIN_EMAIL, ADMIN_PASSWORD),
    );
  }
  const token = await transaction(db, (trx) => issueFirstUseToken(trx, deps.now().toISOString()));
  if (token) {
    say('\nPara crear la cuenta de administración abre este enlace, que sirve una sola vez:');
    say(`  ${url}/app/primer-uso?token=${token}`);
  }
  say('\nCtrl-C para terminar.');
}

try {
  const services = readServices();
  const config = readConfig(process.env, root);
  process.env.TZ = 'UTC';
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => stop(0));

  let databaseUrl = config.DATABASE_URL;
  if (!databaseUrl) {
    stops.push(claimDataDir(config.dataDir));
    const embedded = await startEmbedded(config.dataDir);
    stops.push(embedded.stop);
    databaseUrl = embedded.url;
  }
  await migrate(databaseUrl);
  const secret = readSecret(config.SECRET, config.dataDir);
  const running = await startServices({ config, databaseUrl, secret, services });
  stops.push(running.stop);
  await announce(running);
} catch (error) {
  if (error instanceof ConfigError) console.error(`Hay ajustes con problemas:\n${error.message}`);
  else if (error instanceof AlreadyRunningError) console.error(error.message);
  else if ((error as NodeJS.ErrnoException).code === 'EADDRINUSE')
    console.error('El puerto ya está en uso. Define otro con PORT.');
  else console.error('No se pudo partir:', error);
  await stop(1);
}
