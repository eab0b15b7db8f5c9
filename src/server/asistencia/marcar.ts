import type { EstadoAsistencia, Puesto } from '#contract/asistencia.ts';
import { formatMomento } from '#contract/horario.ts';
import { registerEvento } from '../clientes/cambiarEstado.ts';
import { audit } from '../core/audit.ts';
import type { Ctx } from '../core/context.ts';
import type { Trx } from '../core/db/connect.ts';
import { AppError, found, invalid } from '../core/errors.ts';
import { abreEn } from './asistencia.policy.ts';
import {
  type DeQuien,
  deleteMarca,
  selectInscripcion,
  selectPuesto,
  upsertMarca,
} from './asistencia.queries.ts';

type Marca = {
  inscripcionId: number;
  puesto: number;
  asistencia: EstadoAsistencia | null;
  via: 'LISTA' | 'QR';
};

/**
 * Writes whether the person of a seat came; being there counts as activity. Marking as it stands already
 * changes nothing.
 * @returns whether this call changed it.
 */
export async function writeMarca(
  trx: Trx,
  ctx: Ctx,
  clienteId: number,
  { asistencia, ...marca }: Marca,
): Promise<boolean> {
  const { inscripcionId, puesto, via } = marca;
  const changed =
    asistencia === null
      ? await deleteMarca(trx, marca)
      : await upsertMarca(trx, ctx, marca, asistencia);
  if (!changed) return false;
  if (asistencia === 'PRESENTE') await registerEvento(trx, ctx, clienteId, 'ACTIVIDAD');
  await audit(trx, ctx, {
    accion: 'MARCAR_ASISTENCIA',
    entidad: 'INSCRIPCION',
    entidadId: inscripcionId,
    despues: { puesto, asistencia, via },
  });
  return true;
}

function assertOpen({ taller }: DeQuien, now: string): void {
  if (taller.estado !== 'PUBLICADO') {
    throw new AppError('ESTADO_NO_PERMITE', 'Este taller no se hará: no hay lista que pasar.');
  }
  const opens = abreEn(taller.iniciaEn);
  if (opens <= now) return;
  const when = formatMomento(opens, taller.zona, now);
  throw new AppError('ESTADO_NO_PERMITE', `La lista se abre un día antes: el ${when}.`);
}

/**
 * Marks a seat of a Taller by its roll; null takes the mark away.
 * @throws {AppError} NO_ENCONTRADO, VALIDACION when there is no such seat, ESTADO_NO_PERMITE when the line
 * is annulled or the roll is not open.
 */
export async function marcarPuesto(
  trx: Trx,
  ctx: Ctx,
  tallerId: number,
  marca: Omit<Marca, 'via'>,
): Promise<Puesto> {
  const { inscripcionId, puesto } = marca;
  const row = await selectInscripcion(trx, inscripcionId);
  const inscripcion = found(row?.taller.id === tallerId ? row : undefined, 'esa inscripción');
  if (inscripcion.estado === 'ANULADO') {
    throw new AppError('ESTADO_NO_PERMITE', 'Esta inscripción está anulada.');
  }
  if (puesto > inscripcion.cantidad) {
    throw invalid('puesto', `Esta inscripción tiene ${inscripcion.cantidad} cupos.`);
  }
  assertOpen(inscripcion, ctx.now);
  await writeMarca(trx, ctx, inscripcion.clienteId, { ...marca, via: 'LISTA' });
  return found(await selectPuesto(trx, inscripcionId, puesto), 'ese puesto');
}
