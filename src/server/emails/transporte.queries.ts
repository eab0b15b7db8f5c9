import type { Db } from '../core/db/connect.ts';

/** The settings of mail as they are kept, secrets sealed, with what of the school they fall back on. */
export function selectAjustesCorreo(db: Db) {
  return db
    .selectFrom('ajustesCorreo as a')
    .innerJoin('negocio as n', (join) => join.onTrue())
    .selectAll('a')
    .select(['n.nombre as negocioNombre', 'n.email as negocioEmail'])
    .executeTakeFirstOrThrow();
}
export type AjustesRow = Awaited<ReturnType<typeof selectAjustesCorreo>>;
