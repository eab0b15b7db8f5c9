import type { Trx } from '../core/db/connect.ts';

/** The words of the box that a visitor ticks, as they stand now. */
export async function selectTextoConsentimiento(
  trx: Trx,
): Promise<{ texto: string; version: number }> {
  return trx
    .selectFrom('negocio')
    .select(['textoConsentimiento as texto', 'versionConsentimiento as version'])
    .executeTakeFirstOrThrow();
}
