import { registerEvento } from '../clientes/cambiarEstado.ts';
import { audit } from '../core/audit.ts';
import type { Ctx } from '../core/context.ts';
import type { Trx } from '../core/db/connect.ts';
import { found } from '../core/errors.ts';
import {
  annulLines,
  type CausaAnulacion,
  type LineaAnulada,
} from '../inscripciones/inscripciones.queries.ts';
import { releaseCupos } from '../talleres/cupos.ts';
import { type FiltroVencidos, lockCobro, lockVencidos } from './cobros.queries.ts';
import { recalcular } from './recalcular.ts';

export type MotivoAnulacion = { causa: CausaAnulacion; motivo: string | null };

/**
 * Annuls lines of a Cobro and leaves its totals right, without giving the seats back yet: the caller does
 * so last, Talleres in id order. Repeating it returns no line and changes nothing.
 * @throws {AppError} NO_ENCONTRADO
 */
export async function annulWithoutRelease(
  trx: Trx,
  ctx: Ctx,
  { cobroId, inscripcionId }: { cobroId: number; inscripcionId?: number },
  { causa, motivo }: MotivoAnulacion,
): Promise<LineaAnulada[]> {
  const antes = found(await lockCobro(trx, cobroId), 'ese cobro');
  const { usuarioId, now } = ctx;
  const target = inscripcionId === undefined ? { cobroId } : { inscripcionId };
  const anuladas = await annulLines(trx, target, { causa, motivo, usuarioId, now });
  if (anuladas.length === 0) return [];
  const { estado, pagado, pagos } = await recalcular(trx, ctx, cobroId);
  const wasConfirmed = pagos > 0 || antes.total === 0;
  if (estado === 'ANULADO' && pagado === 0 && wasConfirmed) {
    await registerEvento(trx, ctx, antes.clienteId, 'COMPRA_ANULADA');
  }
  if (usuarioId) {
    await audit(trx, ctx, {
      accion: 'ANULAR',
      entidad: 'COBRO',
      entidadId: cobroId,
      antes: { estado: antes.estado, total: antes.total },
      despues: { estado, causa, motivo, inscripciones: anuladas.map((a) => a.id) },
    });
  }
  return anuladas;
}

/** Annuls a whole Cobro, or one line of it, and gives its seats back. Repeating it changes nothing. */
export async function anular(
  trx: Trx,
  ctx: Ctx,
  target: { cobroId: number; inscripcionId?: number },
  motivo: MotivoAnulacion,
): Promise<void> {
  await releaseCupos(trx, await annulWithoutRelease(trx, ctx, target, motivo));
}

/**
 * Annuls the expired holds that match, and gives their seats back.
 * @returns how many Cobros expired.
 */
export async function vencer(trx: Trx, ctx: Ctx, filter: FiltroVencidos): Promise<number> {
  const ids = await lockVencidos(trx, ctx.now, filter);
  const anuladas: LineaAnulada[] = [];
  for (const cobroId of ids) {
    const lineas = await annulWithoutRelease(
      trx,
      ctx,
      { cobroId },
      { causa: 'VENCIDO', motivo: null },
    );
    anuladas.push(...lineas);
    await trx.updateTable('cobro').set({ vencidoEn: ctx.now }).where('id', '=', cobroId).execute();
  }
  await releaseCupos(trx, anuladas);
  return ids.length;
}
