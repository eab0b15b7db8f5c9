import { audit } from '../core/audit.ts';
import type { Ctx } from '../core/context.ts';
import type { Trx } from '../core/db/connect.ts';
import { AppError, found, invalid } from '../core/errors.ts';
import { addDays, dayStart } from '../core/time.ts';

/** The last millisecond of a local day, so that the end of the access reads as that day wherever it is shown. */
function dayEnd(date: string, zone: string): string {
  return new Date(Date.parse(dayStart(addDays(date, 1), zone)) - 1).toISOString();
}

/**
 * Sets the last day of an open access: a local date (`YYYY-MM-DD`) of the business, whose whole day still
 * counts, or null for ever. A day that is over closes it.
 * @throws {AppError} NO_ENCONTRADO; ESTADO_NO_PERMITE when it is annulled or did not open yet; VALIDACION.
 */
export async function updateAcceso(
  trx: Trx,
  ctx: Ctx,
  id: number,
  { accesoHasta, motivo }: { accesoHasta: string | null; motivo: string },
  zone: string,
): Promise<void> {
  const row = found(
    await trx
      .selectFrom('inscripcionCurso')
      .select(['accesoDesde', 'accesoHasta', 'anuladaEn'])
      .where('id', '=', id)
      .forNoKeyUpdate()
      .executeTakeFirst(),
    'ese acceso',
  );
  if (row.anuladaEn) throw new AppError('ESTADO_NO_PERMITE', 'Este acceso está anulado.');
  if (!row.accesoDesde) {
    throw new AppError('ESTADO_NO_PERMITE', 'El acceso todavía no se abre: se abre al pagar.');
  }
  const hasta = accesoHasta === null ? null : dayEnd(accesoHasta, zone);
  if (hasta !== null && hasta <= row.accesoDesde) {
    throw invalid('accesoHasta', 'Elige un día que no sea anterior al comienzo del acceso.');
  }
  await trx
    .updateTable('inscripcionCurso')
    .set({ accesoHasta: hasta })
    .where('id', '=', id)
    .execute();
  await audit(trx, ctx, {
    accion: 'CAMBIAR_ACCESO',
    entidad: 'INSCRIPCION_CURSO',
    entidadId: id,
    antes: { accesoHasta: row.accesoHasta },
    despues: { accesoHasta: hasta, motivo },
  });
}
