import { sql } from 'kysely';
import type { Db, Trx } from '../core/db/connect.ts';
import { transaction } from '../core/db/transaction.ts';

/**
 * Runs one group of rows in a transaction. Its statements are planned for the tables as they are by now: an import
 * fills them faster than a plan kept from when they were empty would be given up. What is lost if the machine stops
 * right after it is the whole of it, so the group is done again.
 */
export function enLote<T>(db: Db, work: (trx: Trx) => Promise<T>): Promise<T> {
  return transaction(db, async (trx) => {
    await sql`select set_config('plan_cache_mode', 'force_custom_plan', true),
      set_config('synchronous_commit', 'off', true)`.execute(trx);
    return work(trx);
  });
}
