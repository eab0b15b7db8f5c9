import type { EstadoPago } from '#contract/cobros.ts';
import type { Ctx } from '../core/context.ts';
import type { Trx } from '../core/db/connect.ts';
import { openAccesos } from '../cursos/acceso.queries.ts';
import { estadoDePago } from './cobros.policy.ts';
import { sumCobro, updateCobro } from './cobros.queries.ts';

export type Recalculado = { total: number; pagado: number; estado: EstadoPago; pagos: number };

/**
 * Writes total, pagado and estado of a locked Cobro anew from its lines and movements, and opens the access to
 * courses that it now pays for.
 */
export async function recalcular(trx: Trx, ctx: Ctx, cobroId: number): Promise<Recalculado> {
  const { vivas, pagos, ...sumas } = await sumCobro(trx, cobroId);
  const { total, pagado } = sumas;
  const estado = estadoDePago({ total, pagado, vivas });
  await updateCobro(trx, cobroId, { ...sumas, estado, now: ctx.now });
  if (estado === 'PAGADO' || estado === 'ABONADO') await openAccesos(trx, ctx.now, cobroId);
  return { total, pagado, estado, pagos };
}
