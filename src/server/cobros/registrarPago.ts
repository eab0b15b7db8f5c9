import type { z } from 'zod';
import type { pagoCampos } from '#contract/cobros.ts';
import { formatPesos } from '#contract/money.ts';
import { registerEvento } from '../clientes/cambiarEstado.ts';
import { audit } from '../core/audit.ts';
import type { Ctx } from '../core/context.ts';
import type { Trx } from '../core/db/connect.ts';
import { AppError, found, invalid } from '../core/errors.ts';
import { queueEmail } from '../emails/queueEmail.ts';
import { saldosDe } from './cobros.policy.ts';
import { lockCobro } from './cobros.queries.ts';
import { emitComprobante } from './emitComprobante.ts';
import { claimReferencia, insertPago } from './pagos.queries.ts';
import { recalcular } from './recalcular.ts';
import { retomar } from './retomar.ts';

export type PagoCampos = z.output<typeof pagoCampos>;
/** With what was owed, in pesos, when the person looked. */
type PagoVisto = PagoCampos & { saldoVisto?: number | undefined };
/** `conVenta`: taken together with the sale, whose own mail tells of it. */
type Opciones = { conVenta?: boolean };

/** @throws {AppError} VALIDACION when the money would have moved in the future. */
export function fechaDeMovimiento(fecha: string | undefined, now: string): string {
  if (!fecha) return now;
  // A browser's clock may be a little ahead of ours.
  if (Date.parse(fecha) > Date.parse(now) + 5 * 60_000) {
    throw invalid('fecha', 'La fecha no puede ser futura.');
  }
  return fecha < now ? fecha : now;
}

/**
 * Records a payment in pesos, whole or in part; what exceeds the total stays as saldo a favor. One that
 * arrives after the hold ran out tries to take again what it held; if it is gone the money stays and
 * the Cobro carries an alert. The first payment gives the sale its receipt's number. Each is confirmed by mail.
 * @throws {AppError} NO_ENCONTRADO, ESTADO_NO_PERMITE (annulled by someone), CONFLICTO_VERSION (what is owed is
 * no longer what was seen), REFERENCIA_DUPLICADA, VALIDACION.
 */
export async function registrarPago(
  trx: Trx,
  ctx: Ctx,
  cobroId: number,
  campos: PagoVisto,
  { conVenta = false }: Opciones = {},
): Promise<void> {
  const fecha = fechaDeMovimiento(campos.fecha, ctx.now);
  const cobro = found(await lockCobro(trx, cobroId), 'ese cobro');
  if (cobro.estado === 'ANULADO' && cobro.vencidoEn === null) {
    throw new AppError(
      'ESTADO_NO_PERMITE',
      'Esta venta está anulada. Haz una venta nueva y registra ahí el pago.',
    );
  }
  const { saldo } = saldosDe(cobro);
  if (campos.saldoVisto !== undefined && campos.saldoVisto !== saldo) {
    throw new AppError(
      'CONFLICTO_VERSION',
      `Esta venta cambió: ahora debe ${formatPesos(saldo)}. Revisa sus pagos antes de registrar otro.`,
    );
  }
  const { monto, medio, referencia = null, nota = null } = campos;
  const pagoId = await insertPago(trx, ctx, {
    cobroId,
    tipo: 'PAGO',
    monto,
    medio,
    referencia,
    nota,
    fecha,
  });
  if (referencia) await claim(trx, medio, referencia, pagoId);
  const { estado } = await recalcular(trx, ctx, cobroId);
  await registerEvento(
    trx,
    ctx,
    cobro.clienteId,
    estado === 'ANULADO' ? 'ACTIVIDAD' : 'COMPRA_CONFIRMADA',
  );
  await audit(trx, ctx, {
    accion: 'REGISTRAR_PAGO',
    entidad: 'COBRO',
    entidadId: cobroId,
    despues: { monto, medio, referencia, fecha, pagoId },
  });
  if (!conVenta) {
    await queueEmail(trx, ctx, {
      automatico: 'PAGO_RECIBIDO',
      clienteId: cobro.clienteId,
      referencia: { cobro: cobroId, pago: pagoId },
      causa: String(pagoId),
    });
  }
  await emitComprobante(trx, ctx, cobroId);
  if (estado === 'ANULADO') await retomar(trx, ctx, cobro);
}

async function claim(trx: Trx, medio: PagoCampos['medio'], referencia: string, pagoId: number) {
  const other = await claimReferencia(trx, medio, referencia, pagoId);
  if (!other) return;
  const mensaje = `Ya está registrada en el cobro ${other.codigo}, por ${formatPesos(other.monto)}.`;
  throw new AppError('REFERENCIA_DUPLICADA', `Esa referencia se usó antes. ${mensaje}`, {
    fields: [{ campo: 'referencia', mensaje }],
  });
}
