import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { ensureAdmin, issueFirstUseToken } from './auth/primerUso.ts';
import { ConfigError, readConfig } from './core/config.ts';
import { jobCtx } from './core/context.ts';
import { openDatabase } from './core/db/open.ts';
import { transaction } from './core/db/transaction.ts';
import { AppError } from './core/errors.ts';
import { AlreadyRunningError } from './core/instance.ts';
import { readSecret } from './core/secret.ts';
import { startDemo } from './demo/startDemo.ts';
import { type ServiceName, type Services, startServices } from './services.ts';

const root = join(import.meta.dirname, '../..');
const say = (text: string) => process.stdout.write(`${text}\n`);
const stops: (() => Promise<void> | void)[] = [];
let stopping = false;

async function stop(code: number): Promise<never> {
  if (stopping) return new Promise(() => {});
  stopping = true;
  setTimeout(() => process.exit(1), 9_500).unref();
  for (const step of stops.reverse()) {
    // A step that fails must not keep the others from running.
    await Promise.resolve(step()).catch((error) => console.error('Al terminar:', error));
  }
  process.exit(code);
}

function readFlags(): { services: ServiceName[]; demo: boolean } {
  const { values } = parseArgs({
    options: { services: { type: 'string', default: 'web,worker' }, demo: { type: 'boolean' } },
  });
  const names = values.services.split(',');
  for (const name of names) {
    if (name !== 'web' && name !== 'worker') {
      throw new ConfigError(`--services: debe ser web, worker o ambos; no ${name}`);
    }
  }
  return { services: names as ServiceName[], demo: values.demo ?? false };
}

async function prepare({ deps, port }: Services, demoUrl?: string): Promise<void> {
  const { config, db } = deps;
  const url = config.PUBLIC_URL ? config.publicUrl : `http://127.0.0.1:${port}`;
  if (port) say(`\nTMM CRM está en ${url}/app  (página pública: ${url}/)`);
  else say('\nTMM CRM atiende los trabajos pendientes, sin páginas.');
  if (config.ADMIN_EMAIL && config.ADMIN_PASSWORD) {
    const { ADMIN_EMAIL, ADMIN_PASSWORD } = config;
    await transaction(db, (trx) =>
      ensureAdmin(trx, jobCtx(deps.now(), 'start'), ADMIN_EMAIL, ADMIN_PASSWORD),
    ).catch((error) => {
      const weak = error instanceof AppError && error.fields?.[0]?.mensaje;
      throw weak ? new ConfigError(`ADMIN_PASSWORD: ${weak}`) : error;
    });
  }
  if (demoUrl) (await startDemo(deps, demoUrl)).forEach(say);
  const token = await transaction(db, (trx) => issueFirstUseToken(trx, deps.now().toISOString()));
  if (token) {
    say('\nPara crear la cuenta de administración abre este enlace, que sirve una sola vez:');
    say(`  ${url}/app/primer-uso?token=${token}`);
  }
  say('\nCtrl-C para terminar.');
}

try {
  const { services, demo } = readFlags();
  const config = readConfig(process.env, root);
  process.env.TZ = 'UTC';
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => stop(0));

  const databaseUrl = await openDatabase(config, (step) => stops.push(step));
  const secret = readSecret(config.SECRET, config.dataDir);
  const running = await startServices({ config, databaseUrl, secret, services });
  stops.push(running.stop);
  await prepare(running, demo ? databaseUrl : undefined);
} catch (error) {
  if (error instanceof ConfigError) console.error(`Hay ajustes con problemas:\n${error.message}`);
  else if (error instanceof AlreadyRunningError) console.error(error.message);
  else if ((error as NodeJS.ErrnoException).code === 'EADDRINUSE')
    console.error('El puerto ya está en uso. Define otro con PORT.');
  else if ((error as NodeJS.ErrnoException).code?.startsWith('ERR_PARSE_ARGS'))
    console.error('Opción desconocida. Se puede usar --demo y --services=web,worker.');
  else if (
    /^(ECONNREFUSED|ENOTFOUND|28P01|28000|3D000)$/.test((error as { code?: string }).code ?? '')
  )
    console.error(`No hay conexión con la base de datos: ${(error as Error).message}`);
  else console.error('No se pudo partir:', error);
  await stop(1);
}
