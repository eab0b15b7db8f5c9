import type { Deps } from '../core/context.ts';
import { jobCtx } from '../core/context.ts';
import { transaction } from '../core/db/transaction.ts';
import { addMonths, dayStart, localDate } from '../core/time.ts';
import { inactivateBatch } from './cambiarEstado.ts';
import { selectMesesInactividad } from './estado.queries.ts';

const BATCH = 500;

/**
 * Makes INACTIVO every CLIENTE whose last activity, or capture when there was none, lies before the
 * local day N months ago, N being the setting of the business. Each batch is a transaction of its own,
 * so nobody waits long for a row; run twice, it changes nothing more.
 */
export async function inactivate({ db, now, config }: Deps): Promise<void> {
  const ctx = jobCtx(now(), 'inactivar');
  const zone = config.TZ_NEGOCIO;
  const meses = await selectMesesInactividad(db);
  const since = dayStart(addMonths(localDate(ctx.now, zone), -meses), zone);
  const next = (afterId: number) =>
    transaction(db, (trx) => inactivateBatch(trx, ctx, { since, afterId, limit: BATCH }));
  for (let id = await next(0); id !== undefined; id = await next(id));
}
