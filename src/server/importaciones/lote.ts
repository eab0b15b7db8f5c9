import { sql } from 'kysely';
import type { Db, Trx } from '../core/db/connect.ts';
import { transaction } from '../core/db/transaction.ts';

/**
 * Runs one group of rows in a transaction. Its statements are planned for the tables as they are by now: an import
 * fills them faster than a plan kept from when they were empty would be given up, and rows are read in their order, by
 * index, since what is known of how many there are lags behind. What is lost if the machine stops
 * right after it is the whole of it, so the group is done again.
 */
export function enLote<T>(db: Db, work: (trx: Trx) => Promise<T>): Promise<T> {
  return transaction(db, async (trx) => {
    await sql`select set_config('plan_cache_mode', 'force_custom_plan', true),
      set_config('enable_bitmapscan', 'off', true),
      set_config('synchronous_commit', 'off', true)`.execute(trx);
    return work(trx);
  });
}

/**
 * Looks at the tables that an import fills, so that everyone's statements are planned for what they hold by now: a plan
 * made while they were empty reads all of them for each person.
 */
export async function analyzeLlenadas(db: Db): Promise<void> {
  await sql`analyze cliente, cliente_interes, cliente_estado, cobro, inscripcion, pago`.execute(db);
}
