import { checkEquipo } from '../auth/equipo.queries.ts';
import { audit } from '../core/audit.ts';
import type { Ctx } from '../core/context.ts';
import type { Trx } from '../core/db/connect.ts';
import { AppError, invalid } from '../core/errors.ts';
import { assignMany } from './escritura.queries.ts';

/**
 * Gives many Clientes to someone of the staff, or to nobody; those that were theirs already do not count.
 * @throws {AppError} VALIDACION when the person is not of the staff, or one of the clientes does not exist.
 */
export async function assignClientes(
  trx: Trx,
  ctx: Ctx,
  { responsableId, ...input }: { clientes: number[]; responsableId: string | null },
): Promise<{ cambiados: number }> {
  const fields = await checkEquipo(trx, { responsableId });
  if (fields.length > 0) throw new AppError('VALIDACION', 'Revisa los datos marcados.', { fields });
  const clientes = [...new Set(input.clientes)];
  const { existen, cambiados } = await assignMany(trx, { clientes, responsableId, now: ctx.now });
  if (existen < clientes.length) throw invalid('clientes', 'Uno de los clientes no existe.');
  if (cambiados.length === 0) return { cambiados: 0 };
  await audit(trx, ctx, {
    ...(responsableId
      ? { accion: 'ASIGNAR_CLIENTES', entidad: 'USUARIO', entidadId: responsableId }
      : { accion: 'QUITAR_RESPONSABLE', entidad: 'CLIENTES', entidadId: 'varios' }),
    despues: { clientes: cambiados, cambiados: cambiados.length },
  });
  return { cambiados: cambiados.length };
}
