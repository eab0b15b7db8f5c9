import { vencer } from '../cobros/anular.ts';
import { existsVencido, type ItemReservado } from '../cobros/vencidos.queries.ts';
import type { Ctx } from '../core/context.ts';
import type { Db } from '../core/db/connect.ts';
import { pgError, transaction } from '../core/db/transaction.ts';
import { AppError } from '../core/errors.ts';
import { Agotado } from './vender.ts';

/** As many as a Taller may have seats. */
const MAX_HOLDS = 10_000;
const TRIES = 4;

/** Whether an error is the database refusing a second live Inscripcion of a Cliente to a Taller. */
function isDuplicate(error: unknown): boolean {
  const { code, constraint } = pgError(error);
  return code === '23505' && constraint === 'inscripcion_viva';
}

/**
 * Clears the expired holds of an item, in a transaction of its own, which waits for whoever is at it: two
 * buyers who find the same holds both get what they free.
 * @returns whether there were any.
 */
async function clearHolds(db: Db, ctx: Ctx, item: ItemReservado): Promise<boolean> {
  if (!(await existsVencido(db, ctx.now, item))) return false;
  await transaction(db, (trx) => vencer(trx, ctx, { ...item, limit: MAX_HOLDS, wait: true }));
  return true;
}

/**
 * Runs a sale, a whole transaction; when what it wants is not there, or the person already holds a seat in one
 * of the Talleres, clears the expired holds in the way and tries again.
 * @throws {AppError} YA_INSCRITO with the given message, and those of `takeAll`.
 */
export async function withHoldsCleared<T>(
  db: Db,
  ctx: Ctx,
  { tallerIds, yaInscrito }: { tallerIds: number[]; yaInscrito: string },
  work: () => Promise<T>,
): Promise<T> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await work();
    } catch (error) {
      const duplicate = isDuplicate(error);
      if (!duplicate && !(error instanceof Agotado)) throw error;
      const items =
        error instanceof Agotado ? [error.item] : tallerIds.map((id) => ({ tallerId: id }));
      let cleared = false;
      for (const item of items) cleared = (await clearHolds(db, ctx, item)) || cleared;
      if (cleared && attempt < TRIES) continue;
      throw error instanceof Agotado ? error.why : new AppError('YA_INSCRITO', yaInscrito);
    }
  }
}
