import { audit } from '../core/audit.ts';
import type { Ctx } from '../core/context.ts';
import type { Trx } from '../core/db/connect.ts';
import { found } from '../core/errors.ts';
import { changeEstado } from './cambiarEstado.ts';
import { type CampanaRow, lockCampana } from './campanas.queries.ts';
import { enqueuePreparar } from './preparar.ts';
import { enqueueRetirar } from './retirar.ts';

type Accion = 'PAUSAR' | 'REANUDAR' | 'CANCELAR';

async function auditAccion(
  trx: Trx,
  ctx: Ctx,
  { id, nombre, estado: de }: CampanaRow,
  accion: Accion,
  a: string,
): Promise<void> {
  await audit(trx, ctx, {
    accion,
    entidad: 'CAMPANA',
    entidadId: id,
    antes: { estado: de },
    despues: { estado: a, nombre },
  });
}

const lock = async (trx: Trx, id: number) => found(await lockCampana(trx, id), 'esa campaña');

/** Stops what is being prepared or sent. @throws {AppError} NO_ENCONTRADO, ESTADO_NO_PERMITE */
export async function pauseCampana(trx: Trx, ctx: Ctx, id: number): Promise<void> {
  const campana = await lock(trx, id);
  const a = await changeEstado(trx, ctx, campana, 'PAUSAR', { pausaMotivo: null });
  await auditAccion(trx, ctx, campana, 'PAUSAR', a);
}

/** Goes on where it stopped: preparing or sending. @throws {AppError} NO_ENCONTRADO, ESTADO_NO_PERMITE */
export async function resumeCampana(trx: Trx, ctx: Ctx, id: number): Promise<void> {
  const campana = await lock(trx, id);
  const half = campana.estado === 'PAUSADA' && campana.preparadaEn === null;
  const suceso = half ? 'PREPARAR' : 'REANUDAR';
  const a = await changeEstado(trx, ctx, campana, suceso, { pausaMotivo: null });
  if (half) await enqueuePreparar(trx, id);
  await auditAccion(trx, ctx, campana, 'REANUDAR', a);
}

/**
 * Ends what was not sent yet; the messages that wait are cancelled by a job. One that was only scheduled is a draft
 * again.
 * @throws {AppError} NO_ENCONTRADO, ESTADO_NO_PERMITE
 */
export async function cancelCampana(trx: Trx, ctx: Ctx, id: number): Promise<void> {
  const campana = await lock(trx, id);
  const scheduled = campana.estado === 'PROGRAMADA';
  const a = await changeEstado(trx, ctx, campana, 'CANCELAR', {
    pausaMotivo: null,
    ...(scheduled ? { programadaEn: null } : { terminadaEn: ctx.now }),
  });
  if (!scheduled) await enqueueRetirar(trx, id);
  await auditAccion(trx, ctx, campana, 'CANCELAR', a);
}
