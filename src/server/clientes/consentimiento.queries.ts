import type { Db, Trx } from '../core/db/connect.ts';

/** Whether the Cliente's last word was that they may be written to. */
export async function isSuscrito(db: Db | Trx, clienteId: number): Promise<boolean> {
  const row = await db
    .selectFrom('consentimiento')
    .select('accion')
    .where('clienteId', '=', clienteId)
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row?.accion === 'OTORGADO';
}

/** The words a person agrees to, as they stand now. */
export function readTextoConsentimiento(db: Db | Trx) {
  return db
    .selectFrom('negocio')
    .select(['textoConsentimiento as texto', 'versionConsentimiento as version'])
    .executeTakeFirstOrThrow();
}
