import { audit } from '../core/audit.ts';
import type { Ctx } from '../core/context.ts';
import type { Trx } from '../core/db/connect.ts';
import { AppError, found } from '../core/errors.ts';
import { impedimentoDeReenvio } from './reenvio.policy.ts';
import { insertReenvio, selectReenviable } from './registro.queries.ts';

/**
 * Queues a copy of a message that did not arrive, with the same content and values.
 * @returns the id of the copy.
 * @throws {AppError} NO_ENCONTRADO; ESTADO_NO_PERMITE, saying why, when it must not be sent again.
 */
export async function resendEmail(trx: Trx, ctx: Ctx, id: number): Promise<number> {
  const reenviable = found(await selectReenviable(trx, id), 'ese correo');
  const impedimento = impedimentoDeReenvio(reenviable, ctx.now);
  if (impedimento) throw new AppError('ESTADO_NO_PERMITE', impedimento);
  const { usuarioId, now } = ctx;
  const copia = await insertReenvio(trx, id, { destino: reenviable.destino ?? '', usuarioId, now });
  if (copia === undefined) {
    throw new AppError('ESTADO_NO_PERMITE', 'Ya se envió de nuevo hace un momento.');
  }
  await audit(trx, ctx, {
    accion: 'REENVIAR',
    entidad: 'EMAIL',
    entidadId: id,
    despues: { copia, email: reenviable.destino },
  });
  return copia;
}
