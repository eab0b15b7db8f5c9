import type { z } from 'zod';
import type { assignSeguimientos as assign } from '#contract/interacciones.ts';
import { checkEquipo } from '../auth/equipo.queries.ts';
import { audit } from '../core/audit.ts';
import type { Ctx } from '../core/context.ts';
import type { Trx } from '../core/db/connect.ts';
import { AppError, found, invalid } from '../core/errors.ts';
import { localDate } from '../core/time.ts';
import {
  lockInteraccion,
  lockSeguimientos,
  moveSeguimientos,
  updateInteraccionRow,
} from './escritura.queries.ts';

/**
 * Says that a follow-up was done, or that it was not after all; said twice, it changes nothing more.
 * @throws {AppError} NO_ENCONTRADO; ESTADO_NO_PERMITE when nothing was to follow.
 */
export async function completeSeguimiento(
  trx: Trx,
  ctx: Ctx,
  id: number,
  hecho: boolean,
): Promise<void> {
  const { seguimientoEn, seguimientoHechoEn } = found(
    await lockInteraccion(trx, id),
    'esa interacción',
  );
  if (seguimientoEn === null) {
    throw new AppError('ESTADO_NO_PERMITE', 'Esta interacción no tiene un seguimiento.');
  }
  if (hecho === (seguimientoHechoEn !== null)) return;
  const values = {
    seguimientoHechoEn: hecho ? ctx.now : null,
    seguimientoHechoPor: hecho ? ctx.usuarioId : null,
  };
  await updateInteraccionRow(trx, id, values, ctx.now);
  await audit(trx, ctx, {
    accion: 'CAMBIAR',
    entidad: 'INTERACCION',
    entidadId: id,
    antes: { seguimientoHecho: !hecho },
    despues: { seguimientoHecho: hecho },
  });
}

/**
 * Gives many follow-ups to someone, or to nobody, or moves them to a date; those that are done, or were as
 * told already, stay as they are and do not count.
 * @throws {AppError} VALIDACION
 */
export async function assignSeguimientos(
  trx: Trx,
  ctx: Ctx,
  { interacciones, responsableId, fecha }: z.output<typeof assign.body>,
  zone: string,
): Promise<{ cambiados: number }> {
  const fields = await checkEquipo(trx, { responsableId });
  if (fields.length > 0) throw new AppError('VALIDACION', 'Revisa los datos marcados.', { fields });
  if (fecha !== undefined && fecha < localDate(ctx.now, zone)) {
    throw invalid('fecha', 'Elige hoy o un día que venga.');
  }
  const rows = await lockSeguimientos(trx, [...new Set(interacciones)]);
  const changed = rows.filter(
    (row) =>
      (responsableId !== undefined && row.seguimientoResponsableId !== responsableId) ||
      (fecha !== undefined && row.seguimientoEn !== fecha),
  );
  const ids = changed.map((row) => row.id);
  if (ids.length === 0) return { cambiados: 0 };
  await moveSeguimientos(trx, ids, { responsableId, fecha }, ctx.now);
  await audit(trx, ctx, {
    ...(responsableId
      ? { accion: 'ASIGNAR_SEGUIMIENTOS', entidad: 'USUARIO', entidadId: responsableId }
      : { accion: 'CAMBIAR', entidad: 'SEGUIMIENTOS', entidadId: 'varios' }),
    despues: { responsableId, interacciones: ids, fecha, cambiados: ids.length },
  });
  return { cambiados: ids.length };
}
