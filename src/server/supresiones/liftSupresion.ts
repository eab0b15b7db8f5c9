import { audit } from '../core/audit.ts';
import type { Ctx } from '../core/context.ts';
import type { Trx } from '../core/db/connect.ts';
import { found } from '../core/errors.ts';
import { deleteSupresionRow } from './supresiones.queries.ts';

/**
 * Staff takes an address off the list, with a reason. A consent that was withdrawn stays withdrawn.
 * @throws {AppError} NO_ENCONTRADO
 */
export async function liftSupresion(
  trx: Trx,
  ctx: Ctx,
  { email, motivo }: { email: string; motivo: string },
): Promise<void> {
  const antes = found(await deleteSupresionRow(trx, email), 'esa dirección en la lista');
  await audit(trx, ctx, {
    accion: 'LEVANTAR',
    entidad: 'SUPRESION',
    entidadId: email,
    antes,
    despues: { motivo: null, detalle: null, razon: motivo },
  });
}
