import { jobCtx } from '../core/context.ts';
import type { Db } from '../core/db/connect.ts';
import { transaction } from '../core/db/transaction.ts';
import { changeEstado } from './cambiarEstado.ts';
import { lockCampana } from './campanas.queries.ts';
import { selectDone } from './completar.queries.ts';
import { countProgresos } from './progreso.ts';

/**
 * Ends the campaigns of which every message was sent or will never be, and keeps their final figures.
 * @returns how many ended by this call.
 */
export async function completarCampanas(db: Db, now: Date): Promise<number> {
  const ctx = jobCtx(now, 'campanas-completar');
  let ended = 0;
  for (const id of await selectDone(db)) {
    const done = await transaction(db, async (trx) => {
      const campana = await lockCampana(trx, id);
      const progreso = (await countProgresos(trx, [id])).get(id);
      if (campana?.estado !== 'ENVIANDO' || !progreso || progreso.enCola > 0) return false;
      await changeEstado(trx, ctx, campana, 'COMPLETAR', {
        progreso: JSON.stringify(progreso),
        terminadaEn: ctx.now,
      });
      return true;
    });
    if (done) ended += 1;
  }
  return ended;
}
