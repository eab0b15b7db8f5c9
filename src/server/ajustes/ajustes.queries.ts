import type { Selectable, Updateable } from 'kysely';
import type { Db, Trx } from '../core/db/connect.ts';
import type { NegocioTable } from '../core/db/types.gen.ts';

/** The single row of the business and its rules. */
export function readNegocio(db: Db | Trx): Promise<Selectable<NegocioTable>> {
  return db.selectFrom('negocio').selectAll().executeTakeFirstOrThrow();
}

export function lockNegocio(trx: Trx): Promise<Selectable<NegocioTable>> {
  return trx.selectFrom('negocio').selectAll().forUpdate().executeTakeFirstOrThrow();
}

export function updateNegocio(
  trx: Trx,
  values: Updateable<NegocioTable>,
): Promise<Selectable<NegocioTable>> {
  return trx.updateTable('negocio').set(values).returningAll().executeTakeFirstOrThrow();
}

export async function archivoExists(trx: Trx, id: string): Promise<boolean> {
  const row = await trx.selectFrom('archivo').select('id').where('id', '=', id).executeTakeFirst();
  return row !== undefined;
}
