import type { z } from 'zod';
import type {
  createInteraccion as create,
  interaccionCampos,
  updateInteraccion as patch,
} from '#contract/interacciones.ts';
import { checkEquipo } from '../auth/equipo.queries.ts';
import { registerEvento } from '../clientes/cambiarEstado.ts';
import { lockEstado } from '../clientes/estado.queries.ts';
import { audit } from '../core/audit.ts';
import type { Ctx } from '../core/context.ts';
import type { Trx } from '../core/db/connect.ts';
import { AppError, found, invalid } from '../core/errors.ts';
import { localDate } from '../core/time.ts';
import {
  deleteInteraccionRow,
  insertInteraccion,
  lockInteraccion,
  updateInteraccionRow,
  type Values,
} from './escritura.queries.ts';
import {
  checkInteraccion,
  direccionUsual,
  eventoDe,
  puedeCon,
  type Viewer,
} from './interacciones.policy.ts';

type Seguimiento = NonNullable<z.output<typeof interaccionCampos>['seguimiento']>;

/**
 * Logs a contact with a Cliente and tells the lifecycle; whoever writes it is responsible, of it and of what
 * follows, unless told.
 * @returns the id of the interacción.
 * @throws {AppError} VALIDACION
 */
export async function createInteraccion(
  trx: Trx,
  ctx: Ctx,
  { clienteId, seguimiento, ...input }: z.output<typeof create.body>,
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
  if (evento) await registerEvento(trx, ctx, clienteId, evento, values.fecha);
  const despues = { clienteId, ...forAudit(values) };
  await audit(trx, ctx, { accion: 'CREAR', entidad: 'INTERACCION', entidadId: id, despues });
  return id;
}

/**
 * Corrects the given fields. A follow-up that gets another date is to be done again.
 * @throws {AppError} NO_ENCONTRADO, CONFLICTO_VERSION, VALIDACION
 */
export async function updateInteraccion(
  trx: Trx,
  ctx: Ctx,
  id: number,
  { version: seen, ...input }: z.output<typeof patch.body>,
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
  if (evento && evento !== eventoDe(antes.tipo, antes.resultado)) {
    await registerEvento(trx, ctx, clienteId, evento, values.fecha);
  }
  await audit(trx, ctx, {
    accion: 'CAMBIAR',
    entidad: 'INTERACCION',
    entidadId: id,
    antes: forAudit(antes),
    despues: forAudit(values, antes.detalle),
  });
}

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

const sinSeguimiento = {
  seguimientoEn: null,
  seguimientoNota: null,
  seguimientoResponsableId: null,
  seguimientoHechoEn: null,
  seguimientoHechoPor: null,
};

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

type Given = {
  responsable: string | null | undefined;
  seguimiento: Partial<Seguimiento> | null | undefined;
};

async function assertValues(
  trx: Trx,
  ctx: Ctx,
  values: Values,
  { responsable, seguimiento }: Given,
  zone: string,
): Promise<void> {
  const fields = [
    ...checkInteraccion(
      { ...values, seguimientoNuevo: seguimiento?.fecha },
      { now: ctx.now, today: localDate(ctx.now, zone) },
    ),
    ...(await checkEquipo(trx, {
      responsableId: responsable,
      'seguimiento.responsableId': seguimiento?.responsableId,
    })),
  ];
  if (fields.length > 0) throw new AppError('VALIDACION', 'Revisa los datos marcados.', { fields });
}

/** As the record of acts keeps it: without what was said, only that it changed. */
function forAudit({ detalle, ...values }: Values, antes: string | null = detalle) {
  return { ...values, ...(detalle !== antes && { detalle: 'cambiado' }) };
}
