import type { Updateable } from 'kysely';
import type { EstadoCampana } from '#contract/campanas.ts';
import type { Ctx } from '../core/context.ts';
import type { Trx } from '../core/db/connect.ts';
import type { CampanaTable } from '../core/db/types.gen.ts';
import { assertNext, type Suceso } from './campanas.policy.ts';
import type { CampanaRow } from './campanas.queries.ts';

/**
 * Moves a locked campaign to the estado that follows, and begins a new epoca: messages that a sender took under the
 * old one are not handed over.
 * @throws {AppError} ESTADO_NO_PERMITE
 */
export async function changeEstado(
  trx: Trx,
  ctx: Ctx,
  row: Pick<CampanaRow, 'id' | 'estado'>,
  suceso: Suceso,
  values: Updateable<CampanaTable> = {},
): Promise<EstadoCampana> {
  const estado = assertNext(row.estado, suceso);
  await trx
    .updateTable('campana')
    .set({ ...values, estado, actualizadoEn: ctx.now })
    .set((eb) => ({ epoca: eb('epoca', '+', 1), version: eb('version', '+', 1) }))
    .where('id', '=', row.id)
    .execute();
  return estado;
}
