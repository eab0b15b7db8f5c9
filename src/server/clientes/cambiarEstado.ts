import type { EstadoCliente } from '#contract/clientes.ts';
import type { Ctx } from '../core/context.ts';
import type { Trx } from '../core/db/connect.ts';
import { AppError, found } from '../core/errors.ts';
import { manualEstados, transitionsOf } from './estado.policy.ts';
import {
  hasConfirmedPurchase,
  lockEstado,
  selectSinActividad,
  writeCaptura,
  writeEstado,
} from './estado.queries.ts';

type Evento =
  | 'COMPRA_PENDIENTE'
  | 'COMPRA_CONFIRMADA'
  | 'COMPRA_ANULADA'
  | 'LISTA_DE_ESPERA'
  | 'INTERACCION'
  | 'ACTIVIDAD';

/** Writes the first row of the history of Clientes just created as LEAD. */
export async function recordCaptura(trx: Trx, ctx: Ctx, clienteId: number): Promise<void> {
  const { usuarioId, now } = ctx;
  await writeCaptura(trx, [clienteId], { causa: 'CAPTURA', motivo: null, usuarioId, now });
}

/**
 * Tells the lifecycle what happened to a Cliente. Purchases, waiting for a seat and activity also count as the
 * last activity, at `en` (ISO 8601 UTC); COMPRA_ANULADA only acts when no confirmed purchase is left.
 * @throws {AppError} NO_ENCONTRADO
 */
export async function registerEvento(
  trx: Trx,
  ctx: Ctx,
  clienteId: number,
  causa: Evento,
  en = ctx.now,
): Promise<void> {
  if (causa === 'COMPRA_ANULADA') {
    found(await lockEstado(trx, clienteId), 'ese cliente');
    if (await hasConfirmedPurchase(trx, clienteId)) return;
  }
  const [row] = await writeEstado(trx, [clienteId], transitionsOf(causa), {
    causa,
    motivo: null,
    usuarioId: ctx.usuarioId,
    now: ctx.now,
    touch: causa === 'COMPRA_ANULADA' ? null : en,
  });
  found(row, 'ese cliente');
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
  await writeEstado(
    trx,
    [input.clienteId],
    { [cliente.estado]: input.a },
    {
      causa: 'MANUAL',
      motivo: input.motivo,
      usuarioId: ctx.usuarioId,
      now: ctx.now,
      touch: null,
    },
  );
  return { de: cliente.estado };
}

/**
 * Makes INACTIVO the next CLIENTEs after an id that had no activity since an instant, at most `limit`.
 * @returns the last id of the batch, or undefined when none is left.
 */
export async function inactivateBatch(
  trx: Trx,
  ctx: Ctx,
  batch: { since: string; afterId: number; limit: number },
): Promise<number | undefined> {
  const ids = await selectSinActividad(trx, batch);
  if (ids.length === 0) return undefined;
  await writeEstado(trx, ids, transitionsOf('SIN_ACTIVIDAD'), {
    causa: 'SIN_ACTIVIDAD',
    motivo: null,
    usuarioId: ctx.usuarioId,
    now: ctx.now,
    touch: null,
  });
  return ids.at(-1);
}
