import { type Deps, jobCtx } from '../core/context.ts';
import { transaction } from '../core/db/transaction.ts';
import { queueEmail } from '../emails/queueEmail.ts';
import { selectPorVencer } from './recordatorios.queries.ts';

/** So many hours before the end of a hold; one given for no longer is not warned of. */
const HOURS = 12;

/**
 * Queues, once each, a warning to those whose hold runs out within twelve hours and who paid nothing yet.
 * @returns how many were queued.
 */
export async function avisarVencimientos({ db, now }: Deps): Promise<number> {
  const ctx = jobCtx(now(), 'avisar-vencimientos');
  const hasta = new Date(Date.parse(ctx.now) + HOURS * 3_600_000).toISOString();
  let queued = 0;
  for (const { id, clienteId, venceEn } of await selectPorVencer(db, {
    now: ctx.now,
    hasta,
    horas: HOURS,
  })) {
    const done = await transaction(db, (trx) =>
      queueEmail(trx, ctx, {
        automatico: 'RESERVA_POR_VENCER',
        clienteId,
        referencia: { cobro: id },
        causa: String(id),
        venceEn,
      }),
    );
    if (done) queued += 1;
  }
  return queued;
}
