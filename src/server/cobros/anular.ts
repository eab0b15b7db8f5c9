import { registerEvento } from '../clientes/cambiarEstado.ts';
import { audit } from '../core/audit.ts';
import type { Ctx } from '../core/context.ts';
import type { Trx } from '../core/db/connect.ts';
import { found } from '../core/errors.ts';
import { lockCobro } from './cobros.queries.ts';
import { devolver } from './devolver.ts';
import {
  annulLines,
  type CausaAnulacion,
  type LineaDeVenta,
  type LineaRef,
} from './lineas.queries.ts';
import { recalcular } from './recalcular.ts';
import { type FiltroVencidos, lockVencidos } from './vencidos.queries.ts';

export type MotivoAnulacion = { causa: CausaAnulacion; motivo: string | null };
/** A whole Cobro, or one line of it; of that of a Taller, only while it is still there. */
export type Anulable = { cobroId: number; linea?: LineaRef & { tallerId?: number } };

/**
 * Annuls lines of a Cobro and leaves its totals right, without giving back what they held yet: the caller does
 * so last, by `devolver`. Repeating it returns no line and changes nothing.
 * @throws {AppError} NO_ENCONTRADO
 */
export async function annulWithoutRelease(
  trx: Trx,
  ctx: Ctx,
  { cobroId, linea }: Anulable,
  { causa, motivo }: MotivoAnulacion,
): Promise<LineaDeVenta[]> {
  const antes = found(await lockCobro(trx, cobroId), 'ese cobro');
  const { usuarioId, now } = ctx;
  const anuladas = await annulLines(trx, cobroId, linea, { causa, motivo, usuarioId, now });
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
      despues: { estado, causa, motivo, lineas: anuladas.map(({ tipo, id }) => ({ tipo, id })) },
    });
  }
  return anuladas;
}

/** Annuls a whole Cobro, or one line of it, and gives back its seats and stock. Repeating it changes nothing. */
export async function anular(
  trx: Trx,
  ctx: Ctx,
  target: Anulable,
  motivo: MotivoAnulacion,
): Promise<void> {
  await devolver(trx, ctx, await annulWithoutRelease(trx, ctx, target, motivo));
}

/**
 * Annuls the expired holds that match, and gives back what they held.
 * @returns how many Cobros expired.
 */
export async function vencer(trx: Trx, ctx: Ctx, filter: FiltroVencidos): Promise<number> {
  const ids = await lockVencidos(trx, ctx.now, filter);
  const anuladas: LineaDeVenta[] = [];
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
  await devolver(trx, ctx, anuladas);
  return ids.length;
}
