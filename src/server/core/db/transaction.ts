import { setTimeout as sleep } from 'node:timers/promises';
import type { Db, Trx } from './connect.ts';

const RETRYABLE = new Set(['40P01', '40001']);
const TRIES = 4;

/** The SQLSTATE and constraint of a PostgreSQL error, if it is one. */
export function pgError(error: unknown): { code?: string; constraint?: string } {
  return error instanceof Error && 'code' in error
    ? (error as { code?: string; constraint?: string })
    : {};
}

/**
 * Runs the work in one READ COMMITTED transaction, and again from the start when PostgreSQL chose it
 * as the victim of a deadlock: the work must therefore have no effect outside the transaction.
 */
export async function transaction<T>(db: Db, work: (trx: Trx) => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await db.transaction().execute(work);
    } catch (error) {
      if (attempt >= TRIES || !RETRYABLE.has(pgError(error).code ?? '')) throw error;
      await sleep(10 * attempt * Math.random());
    }
  }
}
