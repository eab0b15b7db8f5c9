import type { Config } from '../config.ts';
import { AlreadyRunningError, claimDataDir } from '../instance.ts';
import { findEmbedded, startEmbedded } from './embedded.ts';
import { migrate } from './migrate.ts';

/**
 * Opens the configured database, migrated: the one of DATABASE_URL, or the embedded PostgreSQL of the
 * data folder, which it claims for this process. `onStop` gets each step that closes it, as soon as it
 * is due; run them in reverse.
 * @returns the connection URL.
 * @throws {AlreadyRunningError} when another process uses the data folder.
 */
export async function openDatabase(
  config: Config,
  onStop: (step: () => Promise<void> | void) => void,
): Promise<string> {
  let url = config.DATABASE_URL;
  if (!url) {
    onStop(claimDataDir(config.dataDir));
    const embedded = await startEmbedded(config.dataDir);
    onStop(embedded.stop);
    url = embedded.url;
  }
  await migrate(url);
  return url;
}

/** Runs a script's work on the configured database and closes it afterwards, whatever happens. */
export async function withDatabase<T>(
  config: Config,
  work: (url: string) => Promise<T>,
): Promise<T> {
  const steps: (() => Promise<void> | void)[] = [];
  try {
    return await work(await openDatabase(config, (step) => steps.push(step)));
  } finally {
    for (const step of steps.reverse()) await step();
  }
}

/** As `withDatabase`, but beside the server that runs on the same data, where there is one, instead of refusing. */
export async function besideServer<T>(
  config: Config,
  work: (url: string) => Promise<T>,
): Promise<T> {
  try {
    return await withDatabase(config, work);
  } catch (error) {
    if (!(error instanceof AlreadyRunningError)) throw error;
    const url = await findEmbedded(config.dataDir);
    if (!url) throw error;
    return work(url);
  }
}
