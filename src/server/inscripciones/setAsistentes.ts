import type { z } from 'zod';
import type { setAsistentes as contract } from '#contract/ventas.ts';
import { audit } from '../core/audit.ts';
import type { Ctx } from '../core/context.ts';
import type { Trx } from '../core/db/connect.ts';
import { AppError, found, invalid } from '../core/errors.ts';
import { insertAsistentes } from './inscripciones.queries.ts';

type Asistentes = z.output<typeof contract.body>['asistentes'];

/**
 * Names who sits in each seat of an Inscripcion; null leaves a seat without name.
 * @throws {AppError} NO_ENCONTRADO, ESTADO_NO_PERMITE, VALIDACION.
 */
export async function setAsistentes(
  trx: Trx,
  ctx: Ctx,
  inscripcionId: number,
  asistentes: Asistentes,
): Promise<void> {
  const row = found(
    await trx
      .selectFrom('inscripcion')
      .select(['cantidad', 'anuladaEn'])
      .where('id', '=', inscripcionId)
      .forNoKeyUpdate()
      .executeTakeFirst(),
    'esa inscripción',
  );
  if (row.anuladaEn) throw new AppError('ESTADO_NO_PERMITE', 'Esta inscripción está anulada.');
  if (asistentes.length > row.cantidad) {
    throw invalid('asistentes', `Esta inscripción tiene ${row.cantidad} cupos.`);
  }
  await trx.deleteFrom('asistente').where('inscripcionId', '=', inscripcionId).execute();
  await insertAsistentes(trx, inscripcionId, asistentes);
  await audit(trx, ctx, {
    accion: 'NOMBRAR_ASISTENTES',
    entidad: 'INSCRIPCION',
    entidadId: inscripcionId,
    despues: { asistentes: asistentes.filter(Boolean).length },
  });
}
