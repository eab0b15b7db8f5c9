import type { Deps } from '../core/context.ts';
import { transaction } from '../core/db/transaction.ts';
import { sweepPares } from './barrido.queries.ts';
import { refreshPares, selectNuevos } from './parecidos.queries.ts';

/** The job that looks through all Clientes. */
export const BUSCAR_DUPLICADOS = 'duplicados-buscar';

/** More new ones than these at once, as of an import, are left to the night. */
const MAX_NUEVOS = 500;

/** Looks for duplicates among all Clientes. */
export async function buscarEnTodos({ db }: Deps): Promise<void> {
  await transaction(db, sweepPares);
}

/** Looks for duplicates of those captured since an instant (ISO 8601 UTC), the last ones first. */
export async function buscarNuevos({ db }: Deps, since: string): Promise<void> {
  const ids = await selectNuevos(db, since, MAX_NUEVOS);
  if (ids.length > 0) await transaction(db, (trx) => refreshPares(trx, ids));
}
