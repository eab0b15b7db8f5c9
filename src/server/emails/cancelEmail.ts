import { audit } from '../core/audit.ts';
import type { Ctx } from '../core/context.ts';
import type { Trx } from '../core/db/connect.ts';
import { AppError, found } from '../core/errors.ts';
import { cancelQueued, selectEmail } from './registro.queries.ts';

/**
 * Takes back a message that still waits. Repeating it changes nothing.
 * @throws {AppError} NO_ENCONTRADO; ESTADO_NO_PERMITE once it is being sent or ended otherwise.
 */
export async function cancelEmail(trx: Trx, ctx: Ctx, id: number): Promise<void> {
  if (await cancelQueued(trx, id)) {
    await audit(trx, ctx, { accion: 'CANCELAR', entidad: 'EMAIL', entidadId: id });
    return;
  }
  const { estado } = found(await selectEmail(trx, id), 'ese correo');
  if (estado === 'CANCELADO') return;
  const title =
    estado === 'TOMADO'
      ? 'Este correo se está enviando ahora: ya no se puede cancelar.'
      : 'Este correo ya no espera: no queda nada que cancelar.';
  throw new AppError('ESTADO_NO_PERMITE', title);
}
