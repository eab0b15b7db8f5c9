import type { Deps } from '../core/context.ts';
import type { Trx } from '../core/db/connect.ts';
import { transaction } from '../core/db/transaction.ts';
import { enqueue } from '../core/jobs.ts';
import { countProgresos } from './progreso.ts';
import { cancelGrupo } from './retirar.queries.ts';

export const JOB_RETIRAR = 'campanas-retirar';

const GRUPO = 5_000;
const TURNO_MS = 2_000;
/** Messages that a sender had in hand come back to the queue, or leave it, within a few seconds. */
const ESPERA_MS = 3_000;

/** Puts the next turn of the withdrawal in the queue. */
export function enqueueRetirar(trx: Trx, campanaId: number, runAt?: Date): Promise<void> {
  const jobKey = `${JOB_RETIRAR}:${campanaId}`;
  return enqueue(trx, JOB_RETIRAR, { campanaId }, runAt ? { jobKey, runAt } : { jobKey });
}

/**
 * Cancels the messages of a cancelled campaign that nobody was handed, some at a time so that nobody waits for it,
 * until none is left; then its figures are final.
 */
export async function withdrawTurno({ db, now }: Deps, campanaId: number): Promise<void> {
  const until = performance.now() + TURNO_MS;
  while (performance.now() < until) {
    if ((await cancelGrupo(db, campanaId, GRUPO)) === 0) {
      await settleCancelada(db, campanaId, now);
      return;
    }
  }
  await transaction(db, (trx) => enqueueRetirar(trx, campanaId));
}

function settleCancelada(db: Deps['db'], campanaId: number, now: Deps['now']): Promise<void> {
  return transaction(db, async (trx) => {
    const progreso = (await countProgresos(trx, [campanaId])).get(campanaId);
    if (progreso && progreso.enCola > 0) {
      await enqueueRetirar(trx, campanaId, new Date(now().getTime() + ESPERA_MS));
      return;
    }
    await trx
      .updateTable('campana')
      .set({ progreso: JSON.stringify(progreso) })
      .where('id', '=', campanaId)
      .where('estado', '=', 'CANCELADA')
      .execute();
  });
}
