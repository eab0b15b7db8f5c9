import { formatPesos } from '#contract/money.ts';
import { registerEvento } from '../clientes/cambiarEstado.ts';
import { audit } from '../core/audit.ts';
import type { Ctx } from '../core/context.ts';
import type { Trx } from '../core/db/connect.ts';
import { AppError, found } from '../core/errors.ts';
import { lockCobro } from './cobros.queries.ts';
import { insertPago, releaseReferencia, selectPago } from './pagos.queries.ts';
import { recalcular } from './recalcular.ts';
import { fechaDeMovimiento, type PagoCampos } from './registrarPago.ts';

/** @throws {AppError} MONTO_EXCEDIDO when more would go back than is paid (net, in pesos). */
function assertPaid(monto: number, pagado: number): void {
  if (monto <= pagado) return;
  throw new AppError('MONTO_EXCEDIDO', `Se puede devolver a lo más ${formatPesos(pagado)}.`, {
    fields: [{ campo: 'monto', mensaje: `A lo más ${formatPesos(pagado)}.` }],
  });
}

/** What follows money going back: the totals, the alert that has no money left, the lifecycle. */
async function settle(trx: Trx, ctx: Ctx, cobroId: number, clienteId: number, undone: boolean) {
  const { estado, pagado } = await recalcular(trx, ctx, cobroId);
  if (pagado > 0) return;
  await trx.updateTable('cobro').set({ alerta: null }).where('id', '=', cobroId).execute();
  if (undone || estado === 'ANULADO') await registerEvento(trx, ctx, clienteId, 'COMPRA_ANULADA');
}

/**
 * Records money given back, in pesos. It never frees seats; annulling does.
 * @throws {AppError} NO_ENCONTRADO, MONTO_EXCEDIDO, VALIDACION.
 */
export async function reembolsar(
  trx: Trx,
  ctx: Ctx,
  cobroId: number,
  campos: PagoCampos,
): Promise<void> {
  const fecha = fechaDeMovimiento(campos.fecha, ctx.now);
  const cobro = found(await lockCobro(trx, cobroId), 'ese cobro');
  assertPaid(campos.monto, cobro.pagado);
  const { monto, medio, referencia = null, nota = null } = campos;
  await insertPago(trx, ctx, { cobroId, tipo: 'REEMBOLSO', monto, medio, referencia, nota, fecha });
  await settle(trx, ctx, cobroId, cobro.clienteId, false);
  await audit(trx, ctx, {
    accion: 'REEMBOLSAR',
    entidad: 'COBRO',
    entidadId: cobroId,
    despues: { monto, medio, referencia, fecha },
  });
}

/**
 * Undoes a payment that was registered by mistake, whole and once; its reference may be used again.
 * @throws {AppError} NO_ENCONTRADO, ESTADO_NO_PERMITE, MONTO_EXCEDIDO (part of it was refunded).
 */
export async function reversar(
  trx: Trx,
  ctx: Ctx,
  { cobroId, pagoId, nota }: { cobroId: number; pagoId: number; nota: string },
): Promise<void> {
  const cobro = found(await lockCobro(trx, cobroId), 'ese cobro');
  const pago = found(await selectPago(trx, cobroId, pagoId), 'ese pago');
  if (pago.tipo !== 'PAGO') throw new AppError('ESTADO_NO_PERMITE', 'Solo se reversan los pagos.');
  if (pago.reversoId) throw new AppError('ESTADO_NO_PERMITE', 'Ese pago ya se reversó.');
  assertPaid(pago.monto, cobro.pagado);
  const { monto, medio } = pago;
  await insertPago(trx, ctx, {
    cobroId,
    tipo: 'REVERSO',
    monto,
    medio,
    referencia: null,
    nota,
    fecha: ctx.now,
    reversaDe: pagoId,
  });
  await releaseReferencia(trx, pagoId);
  await settle(trx, ctx, cobroId, cobro.clienteId, true);
  await audit(trx, ctx, {
    accion: 'REVERSAR_PAGO',
    entidad: 'COBRO',
    entidadId: cobroId,
    despues: { pagoId, monto, nota },
  });
}
