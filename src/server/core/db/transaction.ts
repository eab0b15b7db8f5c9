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
 * Whether the work may simply begin again: it was the victim of a deadlock, someone else took the same
 * address of a page between our look and our write, or the person it is about was merged into another meanwhile.
 */
function isRetryable(error: unknown): boolean {
  const { code = '', constraint = '' } = pgError(error);
  return (
    RETRYABLE.has(code) ||
    (code === '23505' && constraint.endsWith('_slug_key')) ||
    (code === '23503' && constraint.endsWith('_cliente_id_fkey'))
  );
}

/**
 * Runs the work in one READ COMMITTED transaction, and again from the start when PostgreSQL chose it
 * as the victim of a deadlock (see above): the work must therefore have no effect outside the transaction.
 */
export async function transaction<T>(db: Db, work: (trx: Trx) => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await db.transaction().execute(work);
    } catch (error) {
      if (attempt >= TRIES || !isRetryable(error)) throw error;
      await sleep(10 * attempt * Math.random());
    }
  }
}
