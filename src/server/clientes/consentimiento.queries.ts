import type { Db, Trx } from '../core/db/connect.ts';

/** The words a person agrees to, as they stand now. */
export function readTextoConsentimiento(db: Db | Trx) {
  return db
    .selectFrom('negocio')
    .select(['textoConsentimiento as texto', 'versionConsentimiento as version'])
    .executeTakeFirstOrThrow();
}
