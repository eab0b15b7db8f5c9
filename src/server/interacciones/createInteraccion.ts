import type { z } from 'zod';
import type { createInteraccion as endpoint } from '#contract/interacciones.ts';
import { lockEstado } from '../clientes/estado.queries.ts';
import { audit } from '../core/audit.ts';
import type { Ctx } from '../core/context.ts';
import type { Trx } from '../core/db/connect.ts';
import { invalid } from '../core/errors.ts';
import { assertValues, forAudit, sinSeguimiento, tellLifecycle } from './comprobar.ts';
import { insertInteraccion, type Values } from './escritura.queries.ts';
import { direccionUsual, eventoDe } from './interacciones.policy.ts';

/**
 * Logs a contact with a Cliente and tells the lifecycle; whoever writes it is responsible, of it and of what
 * follows, unless told.
 * @returns the id of the interacción.
 * @throws {AppError} VALIDACION
 */
export async function createInteraccion(
  trx: Trx,
  ctx: Ctx,
  { clienteId, seguimiento, ...input }: z.output<typeof endpoint.body>,
  zone: string,
): Promise<number> {
  const mine = (id: string | null | undefined) => (id === undefined ? ctx.usuarioId : id);
  const values: Values = {
    tipo: input.tipo,
    direccion: input.direccion === undefined ? direccionUsual(input.tipo) : input.direccion,
    resumen: input.resumen,
    detalle: input.detalle ?? null,
    resultado: input.resultado ?? null,
    fecha: input.fecha ?? ctx.now,
    responsableId: mine(input.responsableId),
    ...sinSeguimiento,
    ...(seguimiento && {
      seguimientoEn: seguimiento.fecha,
      seguimientoNota: seguimiento.nota ?? null,
      seguimientoResponsableId: mine(seguimiento.responsableId),
    }),
  };
  const given = { responsable: input.responsableId, seguimiento };
  await assertValues(trx, ctx, values, given, zone);
  if (!(await lockEstado(trx, clienteId))) throw invalid('clienteId', 'Ese cliente no existe.');
  const id = await insertInteraccion(
    trx,
    { ...values, clienteId, creadoPor: ctx.usuarioId },
    ctx.now,
  );
  const evento = eventoDe(values.tipo, values.resultado);
  await tellLifecycle(trx, ctx, { clienteId, evento, fecha: values.fecha }, zone);
  const despues = { clienteId, ...forAudit(values) };
  await audit(trx, ctx, { accion: 'CREAR', entidad: 'INTERACCION', entidadId: id, despues });
  return id;
}
