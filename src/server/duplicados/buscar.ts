import { setTimeout as sleep } from 'node:timers/promises';
import type { Deps } from '../core/context.ts';
import { transaction } from '../core/db/transaction.ts';
import { refreshPares, selectIds, selectNuevos } from './parecidos.queries.ts';

const BATCH = 500;
/** Between batches, so that those who work with the system go first. */
const PAUSE_MS = 20;

/** Looks for duplicates among all Clientes, batch by batch. */
export async function buscarEnTodos({ db }: Deps): Promise<void> {
  for (let after = 0; ; ) {
    const ids = await selectIds(db, after, BATCH);
    const last = ids.at(-1);
    if (last === undefined) return;
    await transaction(db, (trx) => refreshPares(trx, ids, { all: true }));
    after = last;
    await sleep(PAUSE_MS);
  }
}

/** Looks for duplicates of those captured since an instant (ISO 8601 UTC); of too many at once the night does. */
export async function buscarNuevos({ db }: Deps, since: string): Promise<void> {
  const ids = await selectNuevos(db, since, BATCH);
  if (ids.length > 0) {
    await transaction(db, (trx) => refreshPares(trx, ids, { all: false }));
  }
}
