import { deleteMarcas, tookPart } from '../asistencia/participo.queries.ts';
import { lockCobro } from '../cobros/cobros.queries.ts';
import { audit } from '../core/audit.ts';
import type { Ctx } from '../core/context.ts';
import type { Trx } from '../core/db/connect.ts';
import { AppError, found, invalid } from '../core/errors.ts';
import { releaseCupos } from '../talleres/cupos.ts';
import { takeAll } from './vender.ts';

async function findInscripcion(trx: Trx, id: number) {
  const row = await trx
    .selectFrom('inscripcion')
    .select(['cobroId', 'tallerId', 'cantidad', 'anuladaEn'])
    .where('id', '=', id)
    .executeTakeFirst();
  return found(row, 'esa inscripción');
}

/**
 * Moves an Inscripcion to another Taller at the price it was sold for: both counters change or neither.
 * @returns the Cobro it belongs to.
 * @throws {AppError} NO_ENCONTRADO, VALIDACION, ESTADO_NO_PERMITE, SIN_CUPOS, TALLER_NO_DISPONIBLE; a second
 * live seat of the person in the target surfaces as the database's own refusal.
 */
export async function trasladar(trx: Trx, ctx: Ctx, id: number, tallerId: number): Promise<number> {
  const { cobroId } = await findInscripcion(trx, id);
  await lockCobro(trx, cobroId);
  const linea = await findInscripcion(trx, id);
  if (linea.anuladaEn) throw new AppError('ESTADO_NO_PERMITE', 'Esta inscripción está anulada.');
  if (linea.tallerId === tallerId) throw invalid('tallerId', 'Ya está en ese taller.');
  if (await tookPart(trx, id)) {
    throw new AppError(
      'ESTADO_NO_PERMITE',
      'Ya asistió a ese taller, o lo reseñó: no se traslada.',
    );
  }
  const target = await trx
    .selectFrom('taller')
    .select('id')
    .where('id', '=', tallerId)
    .executeTakeFirst();
  if (!target) throw invalid('tallerId', 'Ese taller no existe.');

  await trx.updateTable('inscripcion').set({ tallerId }).where('id', '=', id).execute();
  await deleteMarcas(trx, id);
  await audit(trx, ctx, {
    accion: 'TRASLADAR',
    entidad: 'INSCRIPCION',
    entidadId: id,
    antes: { tallerId: linea.tallerId },
    despues: { tallerId },
  });
  const { cantidad } = linea;
  const seats = { tipo: 'TALLER', id, itemId: tallerId, cantidad } as const;
  const take = () => takeAll(trx, ctx, [seats], 'ANTES_DE_TERMINAR');
  const release = () => releaseCupos(trx, [{ tallerId: linea.tallerId, cantidad }]);
  for (const step of tallerId < linea.tallerId ? [take, release] : [release, take]) await step();
  return cobroId;
}
