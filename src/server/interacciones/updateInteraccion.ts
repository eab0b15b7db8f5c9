import type { z } from 'zod';
import type { updateInteraccion as endpoint } from '#contract/interacciones.ts';
import { audit } from '../core/audit.ts';
import type { Ctx } from '../core/context.ts';
import type { Trx } from '../core/db/connect.ts';
import { AppError, found } from '../core/errors.ts';
import {
  assertValues,
  forAudit,
  type Seguimiento,
  sinSeguimiento,
  tellLifecycle,
} from './comprobar.ts';
import { lockInteraccion, updateInteraccionRow, type Values } from './escritura.queries.ts';
import { direccionUsual, eventoDe } from './interacciones.policy.ts';

/**
 * Corrects the given fields. A follow-up that gets another date is to be done again.
 * @throws {AppError} NO_ENCONTRADO, CONFLICTO_VERSION, VALIDACION
 */
export async function updateInteraccion(
  trx: Trx,
  ctx: Ctx,
  id: number,
  { version: seen, ...input }: z.output<typeof endpoint.body>,
  zone: string,
): Promise<void> {
  const row = found(await lockInteraccion(trx, id), 'esa interacción');
  const { clienteId, creadoPor: _, version, ...antes } = row;
  if (version !== seen) {
    throw new AppError(
      'CONFLICTO_VERSION',
      'Otra persona cambió esta interacción. Recarga y revisa.',
    );
  }
  const { seguimiento, ...given } = input;
  const tipo = input.tipo ?? antes.tipo;
  const retyped = tipo !== antes.tipo;
  const values: Values = {
    ...antes,
    ...(retyped && { direccion: direccionUsual(tipo) }),
    ...(retyped && tipo === 'NOTA' && { resultado: null }),
    ...(Object.fromEntries(
      Object.entries(given).filter(([, value]) => value !== undefined),
    ) as Partial<Values>),
    ...changeOf(antes, seguimiento, ctx.usuarioId),
  };
  const moved = values.seguimientoEn !== antes.seguimientoEn;
  await assertValues(
    trx,
    ctx,
    values,
    {
      responsable: input.responsableId === antes.responsableId ? undefined : input.responsableId,
      seguimiento: seguimiento && {
        ...(moved && { fecha: seguimiento.fecha }),
        responsableId:
          seguimiento.responsableId === antes.seguimientoResponsableId
            ? undefined
            : seguimiento.responsableId,
      },
    },
    zone,
  );
  await updateInteraccionRow(trx, id, values, ctx.now);
  const evento = eventoDe(values.tipo, values.resultado);
  if (evento !== eventoDe(antes.tipo, antes.resultado)) {
    await tellLifecycle(trx, ctx, { clienteId, evento, fecha: values.fecha }, zone);
  }
  await audit(trx, ctx, {
    accion: 'CAMBIAR',
    entidad: 'INTERACCION',
    entidadId: id,
    antes: forAudit(antes),
    despues: forAudit(values, antes.detalle),
  });
}

/** What a given follow-up makes of that of an interacción; null takes it away. */
function changeOf(
  antes: Values,
  seguimiento: Seguimiento | null | undefined,
  usuarioId: string | null,
): Partial<Values> {
  if (seguimiento === undefined) return {};
  if (seguimiento === null) return sinSeguimiento;
  const { fecha, nota, responsableId } = seguimiento;
  const usual = antes.seguimientoEn === null ? usuarioId : antes.seguimientoResponsableId;
  return {
    seguimientoEn: fecha,
    seguimientoNota: nota === undefined ? antes.seguimientoNota : nota,
    seguimientoResponsableId: responsableId === undefined ? usual : responsableId,
    ...(fecha !== antes.seguimientoEn && { seguimientoHechoEn: null, seguimientoHechoPor: null }),
  };
}
