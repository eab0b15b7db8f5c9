import { sql } from 'kysely';
import { audit } from '../core/audit.ts';
import type { Ctx } from '../core/context.ts';
import type { Trx } from '../core/db/connect.ts';
import { AppError, found } from '../core/errors.ts';

function lockCobro(trx: Trx, cobroId: number) {
  return trx
    .selectFrom('cobro')
    .select((eb) => [
      'estado',
      'comprobante',
      eb
        .exists(eb.selectFrom('pago').select('pago.id').whereRef('pago.cobroId', '=', 'cobro.id'))
        .$castTo<boolean>()
        .as('tienePagos'),
    ])
    .where('id', '=', cobroId)
    .forNoKeyUpdate()
    .executeTakeFirst();
}

/**
 * Gives a Cobro the next number of receipt, in the transaction at hand, so that one undone leaves no
 * gap. One that has a number keeps it. Call it late: until the transaction ends, no other receipt is issued.
 * @returns the number.
 * @throws {AppError} NO_ENCONTRADO, ESTADO_NO_PERMITE (annulled without ever seeing money).
 */
export async function emitComprobante(trx: Trx, ctx: Ctx, cobroId: number): Promise<number> {
  const cobro = found(await lockCobro(trx, cobroId), 'ese cobro');
  if (cobro.comprobante !== null) return cobro.comprobante;
  if (cobro.estado === 'ANULADO' && !cobro.tienePagos) {
    throw new AppError('ESTADO_NO_PERMITE', 'Una venta anulada sin pagos no tiene comprobante.');
  }
  const { ultimo } = await trx
    .updateTable('numeracion')
    .set({ ultimo: sql`ultimo + 1` })
    .where('serie', '=', 'COMPROBANTE')
    .returning('ultimo')
    .executeTakeFirstOrThrow();
  await trx
    .updateTable('cobro')
    .set({ comprobante: ultimo, comprobanteEn: ctx.now })
    .where('id', '=', cobroId)
    .execute();
  await audit(trx, ctx, {
    accion: 'EMITIR_COMPROBANTE',
    entidad: 'COBRO',
    entidadId: cobroId,
    despues: { comprobante: ultimo },
  });
  return ultimo;
}
