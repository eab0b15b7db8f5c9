import type { z } from 'zod';
import type { interaccionCampos } from '#contract/interacciones.ts';
import { checkEquipo } from '../auth/equipo.queries.ts';
import { registerEvento } from '../clientes/cambiarEstado.ts';
import { selectMesesInactividad } from '../clientes/estado.queries.ts';
import type { Ctx } from '../core/context.ts';
import type { Trx } from '../core/db/connect.ts';
import { AppError } from '../core/errors.ts';
import { addMonths, dayStart, localDate } from '../core/time.ts';
import type { Values } from './escritura.queries.ts';
import { checkInteraccion, type eventoDe } from './interacciones.policy.ts';

export type Seguimiento = NonNullable<z.output<typeof interaccionCampos>['seguimiento']>;

export const sinSeguimiento = {
  seguimientoEn: null,
  seguimientoNota: null,
  seguimientoResponsableId: null,
  seguimientoHechoEn: null,
  seguimientoHechoPor: null,
};

/** What was given and is new, of what names someone or some day. */
type Given = {
  responsable: string | null | undefined;
  seguimiento: Partial<Seguimiento> | null | undefined;
};

/** @throws {AppError} VALIDACION, naming every field at once. */
export async function assertValues(
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

/**
 * Tells the lifecycle of a Cliente what came of a contact. One longer ago than makes people INACTIVO is no sign of
 * life now.
 */
export async function tellLifecycle(
  trx: Trx,
  ctx: Ctx,
  contacto: { clienteId: number; evento: ReturnType<typeof eventoDe>; fecha: string },
  zone: string,
): Promise<void> {
  const { clienteId, evento, fecha } = contacto;
  if (!evento) return;
  const meses = await selectMesesInactividad(trx);
  const since = dayStart(addMonths(localDate(ctx.now, zone), -meses), zone);
  if (evento === 'ACTIVIDAD' && Date.parse(fecha) < Date.parse(since)) return;
  await registerEvento(trx, ctx, clienteId, evento, fecha);
}

/** As the record of acts keeps it: without what was said, only that it changed. */
export function forAudit({ detalle, ...values }: Values, antes: string | null = detalle) {
  return { ...values, ...(detalle !== antes && { detalle: 'cambiado' }) };
}
