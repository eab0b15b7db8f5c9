import { type ServerType, serve } from '@hono/node-server';
import pg from 'pg';
import { createApp } from './app.ts';
import { createAuth } from './auth/auth.ts';
import type { Config } from './core/config.ts';
import type { Deps } from './core/context.ts';
import { createDb, createPool } from './core/db/connect.ts';
import { createLog } from './core/log.ts';
import { keepZona } from './reportes/cifras.queries.ts';
import { startWorker } from './worker.ts';

export type ServiceName = 'web' | 'worker';
export type ServiceOptions = {
  config: Config;
  databaseUrl: string;
  secret: string;
  services: ServiceName[];
  now?: () => Date;
  checkAnswers?: boolean;
};
export type Services = {
  deps: Deps;
  databaseUrl: string;
  port: number;
  routes: ReturnType<typeof createApp>['routes'];
  stop: () => Promise<void>;
};

/** Starts the services of one process; `stop` finishes what is under way before it returns. */
export async function startServices(options: ServiceOptions): Promise<Services> {
  const { config, databaseUrl, secret, services } = options;
  const pool = createPool({ url: databaseUrl, max: 12 });
  const authPool = new pg.Pool({
    connectionString: databaseUrl,
    max: 3,
    statement_timeout: 10_000,
  });
  authPool.on('error', () => {});
  const deps: Deps = {
    db: createDb(pool),
    config,
    log: createLog(config.LOG_LEVEL),
    secret,
    now: options.now ?? (() => new Date()),
  };
  await keepZona(deps.db, config.TZ_NEGOCIO);
  const auth = createAuth({ pool: authPool, secret, publicUrl: config.publicUrl });
  const { app, routes } = createApp({
    ...deps,
    auth,
    checkAnswers: options.checkAnswers ?? false,
  });
  const server = services.includes('web') ? await listen(app.fetch, config) : undefined;
  const runner = services.includes('worker')
    ? await startWorker(deps, pool, databaseUrl)
    : undefined;
  return {
    deps,
    databaseUrl,
    routes,
    port: server?.port ?? 0,
    stop: async () => {
      await Promise.all([server?.close(), runner?.stop()]);
      await Promise.all([deps.db.destroy(), authPool.end()]);
    },
  };
}

/** Long enough for the largest video over a slow line; headers keep their own, short limit. */
const REQUEST_TIMEOUT_MS = 30 * 60_000;

async function listen(fetch: (request: Request) => Response | Promise<Response>, config: Config) {
  const server: ServerType = await new Promise((resolve, reject) => {
    const serverOptions = { requestTimeout: REQUEST_TIMEOUT_MS, headersTimeout: 60_000 };
    const { HOST: hostname, PORT: port } = config;
    const started = serve({ fetch, hostname, port, serverOptions }, () => resolve(started));
    started.once('error', reject);
  });
  const address = server.address();
  return {
    port: typeof address === 'object' && address ? address.port : config.PORT,
    close: () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve());
        if ('closeIdleConnections' in server) server.closeIdleConnections();
        // A request that is still running after this is cut, so that the stop ends in time.
        setTimeout(
          () => 'closeAllConnections' in server && server.closeAllConnections(),
          6_000,
        ).unref();
      }),
  };
}
