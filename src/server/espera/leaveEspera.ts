import { audit } from '../core/audit.ts';
import type { Ctx, Deps } from '../core/context.ts';
import type { Trx } from '../core/db/connect.ts';
import { AppError, found } from '../core/errors.ts';
import { advanceEspera } from './advanceEspera.ts';
import { cuales, lockTaller } from './espera.queries.ts';
import { endEsperas } from './oferta.ts';

/**
 * Takes a person off the waitlist, by themselves or by staff; the seats that were offered to them pass on to the
 * next. Repeating it changes nothing.
 * @returns the id of their place.
 * @throws {AppError} NO_ENCONTRADO; ESTADO_NO_PERMITE when they accepted the offer.
 */
export async function leaveEspera(
  trx: Trx,
  ctx: Ctx,
  deps: Deps,
  by: { id: number } | { codigo: string },
): Promise<number> {
  const find = () =>
    trx
      .selectFrom('espera')
      .select(['id', 'tallerId', 'clienteId', 'estado'])
      .$if('id' in by, (qb) => qb.where('id', '=', 'id' in by ? by.id : 0))
      .$if('codigo' in by, (qb) => qb.where('codigo', '=', 'codigo' in by ? by.codigo : ''))
      .executeTakeFirst();
  const { tallerId } = found(await find(), 'ese lugar en la lista de espera');
  await lockTaller(trx, tallerId);
  const { id, estado, clienteId } = found(await find(), 'ese lugar en la lista de espera');
  if (estado === 'ACEPTADA') {
    throw new AppError(
      'ESTADO_NO_PERMITE',
      'La oferta ya se aceptó. Si no se usará el cupo, hay que anular esa inscripción.',
    );
  }
  if (estado !== 'ESPERANDO' && estado !== 'OFRECIDA') return id;
  await endEsperas(trx, ctx, tallerId, cuales.una(id), 'RETIRADA');
  if (ctx.usuarioId) {
    const antes = { estado, clienteId, tallerId };
    await audit(trx, ctx, { accion: 'QUITAR', entidad: 'ESPERA', entidadId: id, antes });
  }
  await advanceEspera(trx, ctx, deps, tallerId);
  return id;
}
