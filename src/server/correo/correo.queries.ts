import type { Selectable, Updateable } from 'kysely';
import type { Db, Trx } from '../core/db/connect.ts';
import type { AjustesCorreoTable } from '../core/db/types.gen.ts';

export type CorreoRow = Selectable<AjustesCorreoTable>;

export function lockCorreo(trx: Trx): Promise<CorreoRow> {
  return trx.selectFrom('ajustesCorreo').selectAll().forUpdate().executeTakeFirstOrThrow();
}

/** Writes some of the settings; the version grows with each change. */
export async function writeCorreo(
  trx: Trx,
  antes: CorreoRow,
  values: Updateable<AjustesCorreoTable>,
  now: string,
): Promise<void> {
  await trx
    .updateTable('ajustesCorreo')
    .set({ ...values, version: antes.version + 1, actualizadoEn: now })
    .execute();
}

/** The settings with what of the school each message carries. */
export function selectCorreo(db: Db) {
  return db
    .selectFrom('ajustesCorreo as a')
    .innerJoin('negocio as n', (join) => join.onTrue())
    .selectAll('a')
    .select([
      'n.nombre as negocioNombre',
      'n.email as negocioEmail',
      'n.direccion as negocioDireccion',
      'n.comuna as negocioComuna',
    ])
    .executeTakeFirstOrThrow();
}
