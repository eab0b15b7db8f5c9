import type { Answer } from '#contract/endpoint.ts';
import type { getConfirmacion } from '#contract/suscripcion.ts';
import { registerEvento } from '../clientes/cambiarEstado.ts';
import type { Ctx } from '../core/context.ts';
import type { Db, Trx } from '../core/db/connect.ts';
import { AppError, found } from '../core/errors.ts';
import { agree, type Visitante } from './agree.ts';
import { confirmPendiente, lockSuscripcion, selectSuscripcion } from './confirmacion.queries.ts';
import { isVencida } from './suscripcion.policy.ts';

/**
 * What a link of confirmation is about. Reading it changes nothing.
 * @throws {AppError} NO_ENCONTRADO
 */
export async function readConfirmacion(
  db: Db,
  id: number | undefined,
  now: string,
): Promise<Answer<typeof getConfirmacion>> {
  const row = found(id === undefined ? undefined : await selectSuscripcion(db, id), 'este enlace');
  const { email, texto, confirmadaEn } = row;
  return { email, texto, confirmada: confirmadaEn !== null, vencida: isVencida(row, now) };
}

/**
 * The owner of the address says yes, once: doing it again changes nothing, also after they left.
 * @throws {AppError} NO_ENCONTRADO, ENLACE_INVALIDO when it is too old.
 */
export async function confirmSuscripcion(
  trx: Trx,
  ctx: Ctx,
  id: number | undefined,
  visitante: Visitante,
): Promise<void> {
  const row = found(id === undefined ? undefined : await lockSuscripcion(trx, id), 'este enlace');
  if (row.confirmadaEn !== null) return;
  if (isVencida(row, ctx.now)) {
    throw new AppError(
      'ENLACE_INVALIDO',
      'Este enlace venció. Suscríbete de nuevo y te enviamos otro.',
    );
  }
  const evidencia = {
    suscripcion: row.id,
    solicitud: { ...row.evidencia, en: row.creadoEn },
    confirmacion: { ...visitante, en: ctx.now },
  };
  const clienteId = await agree(trx, ctx, { ...row, evidencia });
  await registerEvento(trx, ctx, clienteId, 'ACTIVIDAD');
  await confirmPendiente(trx, row.id, ctx.now);
}
