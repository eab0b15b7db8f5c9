import type { EstadoCliente } from '#contract/clientes.ts';
import type { Ctx } from '../core/context.ts';
import type { Trx } from '../core/db/connect.ts';
import { AppError, found } from '../core/errors.ts';
import { manualEstados, nextEstado } from './estado.policy.ts';
import { hasConfirmedPurchase, lockEstado, touchActividad, writeEstado } from './estado.queries.ts';

type Evento = 'COMPRA_PENDIENTE' | 'COMPRA_CONFIRMADA' | 'COMPRA_ANULADA' | 'ACTIVIDAD';

/** Writes the first row of the history of a Cliente just created as LEAD. */
export async function recordCaptura(trx: Trx, ctx: Ctx, clienteId: number): Promise<void> {
  await writeEstado(trx, {
    clienteId,
    de: null,
    a: 'LEAD',
    causa: 'CAPTURA',
    motivo: null,
    usuarioId: ctx.usuarioId,
    now: ctx.now,
  });
}

/**
 * Tells the lifecycle what happened to a Cliente. Purchases and activity also count as the last
 * activity; COMPRA_ANULADA only acts when no confirmed purchase is left.
 */
export async function registerEvento(
  trx: Trx,
  ctx: Ctx,
  clienteId: number,
  causa: Evento,
): Promise<void> {
  const cliente = found(await lockEstado(trx, clienteId), 'ese cliente');
  if (causa === 'COMPRA_ANULADA') {
    if (await hasConfirmedPurchase(trx, clienteId)) return;
  } else {
    await touchActividad(trx, clienteId, ctx.now);
  }
  const a = nextEstado(cliente.estado, causa);
  if (a === cliente.estado) return;
  await writeEstado(trx, {
    clienteId,
    de: cliente.estado,
    a,
    causa,
    motivo: null,
    usuarioId: ctx.usuarioId,
    now: ctx.now,
  });
}

/**
 * Staff sets the estado by hand.
 * @throws {AppError} NO_ENCONTRADO, CONFLICTO_VERSION, ESTADO_NO_PERMITE.
 */
export async function setEstado(
  trx: Trx,
  ctx: Ctx,
  input: { clienteId: number; a: 'PROSPECTO' | 'INACTIVO'; motivo: string; version: number },
): Promise<{ de: EstadoCliente }> {
  const cliente = found(await lockEstado(trx, input.clienteId), 'ese cliente');
  if (cliente.version !== input.version) {
    throw new AppError('CONFLICTO_VERSION', 'Otra persona cambió este cliente. Recarga y revisa.');
  }
  if (!manualEstados(cliente.estado).includes(input.a)) {
    throw new AppError(
      'ESTADO_NO_PERMITE',
      `Un ${cliente.estado} no puede pasar a ${input.a} a mano.`,
    );
  }
  await writeEstado(trx, {
    clienteId: input.clienteId,
    de: cliente.estado,
    a: input.a,
    causa: 'MANUAL',
    motivo: input.motivo,
    usuarioId: ctx.usuarioId,
    now: ctx.now,
  });
  return { de: cliente.estado };
}
