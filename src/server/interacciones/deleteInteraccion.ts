import { audit } from '../core/audit.ts';
import type { Ctx } from '../core/context.ts';
import type { Trx } from '../core/db/connect.ts';
import { AppError, found } from '../core/errors.ts';
import { forAudit } from './comprobar.ts';
import { deleteInteraccionRow, lockInteraccion } from './escritura.queries.ts';
import { puedeCon, type Viewer } from './interacciones.policy.ts';

/**
 * Takes away what was logged by mistake; the lifecycle does not turn back.
 * @throws {AppError} NO_ENCONTRADO; SIN_PERMISO unless its author or administration.
 */
export async function deleteInteraccion(
  trx: Trx,
  ctx: Ctx,
  id: number,
  viewer: Viewer,
): Promise<void> {
  const row = found(await lockInteraccion(trx, id), 'esa interacción');
  const { creadoPor, version: _, clienteId, ...antes } = row;
  if (!puedeCon(viewer, creadoPor).eliminar) {
    throw new AppError('SIN_PERMISO', 'Solo quien la escribió o administración puede eliminarla.');
  }
  await deleteInteraccionRow(trx, id);
  await audit(trx, ctx, {
    accion: 'BORRAR',
    entidad: 'INTERACCION',
    entidadId: id,
    antes: { clienteId, ...forAudit(antes) },
  });
}
