import type { Logger } from 'pino';
import type { Config } from './config.ts';
import type { Db } from './db/connect.ts';

/** What the process gives to every feature. Time is passed in, so that tests may move it. */
export type Deps = {
  db: Db;
  config: Config;
  log: Logger;
  /** Of the installation: signs links and seals passwords. Never used as it is, see core/keys.ts. */
  secret: string;
  now: () => Date;
};

/** Who acts and when: what a verb needs besides its transaction and its input. */
export type Ctx = {
  /** ISO 8601 UTC text, as the database gives and takes instants. */
  now: string;
  /** The staff user, or null for a visitor or a job. */
  usuarioId: string | null;
  requestId: string;
};

/** The context of a job. */
export function jobCtx(now: Date, name: string): Ctx {
  return { now: now.toISOString(), usuarioId: null, requestId: `job:${name}` };
}
