import { type Ctx, type Deps, jobCtx } from '../core/context.ts';
import type { Trx } from '../core/db/connect.ts';
import { transaction } from '../core/db/transaction.ts';
import { AppError } from '../core/errors.ts';
import { changeEstado } from './cambiarEstado.ts';
import { type CampanaRow, lockCampana } from './campanas.queries.ts';
import { beginCampana } from './launchCampana.ts';
import { enqueuePreparar } from './preparar.ts';
import { selectDue, selectUnsettled } from './programadas.queries.ts';
import { enqueueRetirar } from './retirar.ts';
import { assertMaySend, reviewCampana } from './revisar.ts';

/** Why it cannot begin, in words; undefined when it began. */
async function tryToBegin(
  trx: Trx,
  ctx: Ctx,
  deps: Deps,
  campana: CampanaRow,
): Promise<string | undefined> {
  try {
    const { items } = await reviewCampana({ ...deps, db: trx }, campana);
    assertMaySend(items);
    await beginCampana(trx, ctx, deps, campana);
    return undefined;
  } catch (error) {
    if (error instanceof AppError) return error.fields?.[0]?.mensaje ?? error.title;
    throw error;
  }
}

/** Begins a campaign whose time has come; one that cannot begin any more is a draft again and says why. */
function beginDue(deps: Deps, id: number): Promise<void> {
  const ctx = jobCtx(deps.now(), 'campanas-programadas');
  return transaction(deps.db, async (trx) => {
    const campana = await lockCampana(trx, id);
    const due = campana?.programadaEn && campana.programadaEn <= ctx.now;
    if (campana?.estado !== 'PROGRAMADA' || !due) return;
    const problem = await tryToBegin(trx, ctx, deps, campana);
    if (!problem) return;
    await changeEstado(trx, ctx, campana, 'REVERTIR', {
      programadaEn: null,
      pausaMotivo: `No salió a la hora programada. ${problem}`,
    });
  });
}

/**
 * Begins what is due, and takes up again what a process that ended left half done: preparations, and messages of
 * cancelled campaigns.
 */
export async function tendCampanas(deps: Deps): Promise<void> {
  const { db, now, log } = deps;
  for (const campanaId of await selectDue(db, now().toISOString())) {
    await beginDue(deps, campanaId).catch((err) => {
      log.error({ err, campanaId }, 'a scheduled campaign could not begin');
    });
  }
  const preparing = await selectUnsettled(db, 'PREPARANDO');
  const cancelled = await selectUnsettled(db, 'CANCELADA');
  await transaction(db, async (trx) => {
    for (const id of preparing) await enqueuePreparar(trx, id);
    for (const id of cancelled) await enqueueRetirar(trx, id);
  });
}
