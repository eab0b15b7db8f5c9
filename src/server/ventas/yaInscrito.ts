import { vencer } from '../cobros/anular.ts';
import type { Ctx } from '../core/context.ts';
import type { Db } from '../core/db/connect.ts';
import { pgError, transaction } from '../core/db/transaction.ts';
import { AppError } from '../core/errors.ts';

/** As many as a Taller may have seats. */
const MAX_HOLDS = 10_000;

/** Whether an error is the database refusing a second live Inscripcion of a Cliente to a Taller. */
function isDuplicate(error: unknown): boolean {
  const { code, constraint } = pgError(error);
  return code === '23505' && constraint === 'inscripcion_viva';
}

/**
 * Runs a sale; when the person already holds a seat there, clears the expired holds of those Talleres and tries once
 * more.
 * The work is a whole transaction, because the first refusal ends it.
 * @throws {AppError} YA_INSCRITO
 */
export async function withOneSeatEach<T>(
  db: Db,
  ctx: Ctx,
  tallerIds: number[],
  message: string,
  work: () => Promise<T>,
): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (!isDuplicate(error)) throw error;
  }
  for (const tallerId of new Set(tallerIds)) {
    await transaction(db, (trx) => vencer(trx, ctx, { tallerId, limit: MAX_HOLDS }));
  }
  return work().catch((error) => {
    throw isDuplicate(error) ? new AppError('YA_INSCRITO', message) : error;
  });
}
