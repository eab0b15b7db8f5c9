import { setTimeout as sleep } from 'node:timers/promises';
import { sql } from 'kysely';
import type { Db, Trx } from './connect.ts';

const AGAIN_MS = 200;

/**
 * Runs statements of a transaction and has PostgreSQL break them off once the signal says so. Another connection of
 * `db` asks for it, and asks again until the work has ended: a request between two statements is lost.
 */
export async function cancellable<T>(
  db: Db,
  trx: Trx,
  signal: AbortSignal,
  work: () => Promise<T>,
): Promise<T> {
  const { rows } = await sql<{ pid: number }>`select pg_backend_pid() as pid`.execute(trx);
  let ended = false;
  let cancelled: Promise<void> | undefined;
  const cancel = async () => {
    while (!ended) {
      // One that fails is asked again; the statement timeout stands behind it.
      await sql`select pg_cancel_backend(${rows[0]?.pid}::int)`.execute(db).catch(() => undefined);
      if (!ended) await sleep(AGAIN_MS);
    }
  };
  const begin = () => {
    cancelled = cancel();
  };
  signal.throwIfAborted();
  signal.addEventListener('abort', begin, { once: true });
  try {
    return await work();
  } finally {
    ended = true;
    signal.removeEventListener('abort', begin);
    // The connection is about to serve others, whom a late request would hit.
    await cancelled;
  }
}
