import type { Trx } from '../core/db/connect.ts';

export async function insertVerificacion(
  trx: Trx,
  row: { identifier: string; value: string; expiresAt: string; now: string },
): Promise<void> {
  const { now, ...values } = row;
  await trx
    .insertInto('verificacion')
    .values({ ...values, createdAt: now, updatedAt: now })
    .execute();
}

/** One DELETE: of many who bring the same token at once, a single one gets its value. */
export async function consumeVerificacion(
  trx: Trx,
  identifier: string,
  now: string,
): Promise<string | undefined> {
  const row = await trx
    .deleteFrom('verificacion')
    .where('identifier', '=', identifier)
    .where('expiresAt', '>', now)
    .returning('value')
    .executeTakeFirst();
  return row?.value;
}

export async function deleteVerificacionesDe(trx: Trx, value: string): Promise<void> {
  await trx.deleteFrom('verificacion').where('value', '=', value).execute();
}

export async function deleteVencidas(trx: Trx, now: string): Promise<void> {
  await trx.deleteFrom('verificacion').where('expiresAt', '<=', now).execute();
}
