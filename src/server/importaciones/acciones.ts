import { audit } from '../core/audit.ts';
import type { Ctx } from '../core/context.ts';
import type { Trx } from '../core/db/connect.ts';
import { pgError } from '../core/db/transaction.ts';
import { AppError, found, invalid } from '../core/errors.ts';
import { enPlazoDeDeshacer, faltaEnMapeo, importacionPuede } from './estado.policy.ts';
import {
  type ImportacionRow,
  lockImportacion,
  updateImportacionRow,
} from './importaciones.queries.ts';
import { enqueuePaso } from './pasos.ts';
import { lecturaDe } from './readImportacion.ts';

const noPermite = (title: string) => new AppError('ESTADO_NO_PERMITE', title);

async function lock(trx: Trx, ctx: Ctx, id: number) {
  const row = found(await lockImportacion(trx, id), 'esa importación');
  return { row, puede: importacionPuede(row, lecturaDe(row) !== null, ctx.now) };
}

/** Asks for a review of all rows. @throws {AppError} NO_ENCONTRADO, VALIDACION on `mapeo`, ESTADO_NO_PERMITE. */
export async function askRevision(trx: Trx, ctx: Ctx, id: number): Promise<void> {
  const { row, puede } = await lock(trx, ctx, id);
  if (!puede.mapear || !lecturaDe(row))
    throw noPermite('Esta importación no se puede revisar ahora.');
  const falta = faltaEnMapeo(row.tipo, row.mapeo);
  if (falta) throw invalid('mapeo', falta);
  const { version } = row;
  const begun = { revision: null, procesadas: 0, problema: null, version: version + 1 };
  await updateImportacionRow(trx, id, { estado: 'REVISANDO', ...begun }, ctx.now);
  await enqueuePaso(trx, id, 'REVISANDO');
}

const OTRA = 'Hay otra importación en curso. Espera a que termine.';

/** Writes a state of which there is one import at a time. */
async function begin(
  trx: Trx,
  ctx: Ctx,
  { id, version }: ImportacionRow,
  cambios: { estado: 'IMPORTANDO' | 'DESHACIENDO'; iniciadaEn?: string },
): Promise<void> {
  const begun = { procesadas: 0, version: version + 1, ejecutadaPor: ctx.usuarioId };
  await updateImportacionRow(trx, id, { ...cambios, ...begun }, ctx.now).catch((error) => {
    throw pgError(error).constraint === 'importacion_en_curso' ? noPermite(OTRA) : error;
  });
  await enqueuePaso(trx, id, cambios.estado);
}

/** Asks for the rows to be imported. @throws {AppError} NO_ENCONTRADO, ESTADO_NO_PERMITE. */
export async function askEjecucion(trx: Trx, ctx: Ctx, id: number): Promise<void> {
  const { row, puede } = await lock(trx, ctx, id);
  if (!puede.importar) throw noPermite('Revisa las filas antes de importarlas.');
  await begin(trx, ctx, row, { estado: 'IMPORTANDO', iniciadaEn: ctx.now });
  await audit(trx, ctx, {
    accion: 'IMPORTAR',
    entidad: 'IMPORTACION',
    entidadId: id,
    despues: { tipo: row.tipo, archivo: row.archivoNombre, ...row.revision },
  });
}

/**
 * Asks for an import to be undone.
 * @param tocadas how many of its rows were touched since.
 * @throws {AppError} NO_ENCONTRADO, ESTADO_NO_PERMITE, IMPEDIDO when some were touched and it is not asked to leave them.
 */
export async function askDeshacer(
  trx: Trx,
  ctx: Ctx,
  id: number,
  { tocadas, soloIntactas }: { tocadas: number; soloIntactas: boolean },
): Promise<void> {
  const { row, puede } = await lock(trx, ctx, id);
  if (!puede.deshacer) {
    const vencida = row.estado === 'COMPLETADA' && !enPlazoDeDeshacer(row.terminadaEn, ctx.now);
    throw noPermite(
      vencida
        ? 'Ya no se puede deshacer: pasaron más de 30 días.'
        : 'Esta importación no se puede deshacer ahora.',
    );
  }
  if (tocadas > 0 && !soloIntactas) {
    const filas = tocadas === 1 ? 'Una fila cambió' : `${tocadas} filas cambiaron`;
    throw new AppError(
      'IMPEDIDO',
      `${filas} después de importarse. Puedes deshacer solo las demás.`,
    );
  }
  await begin(trx, ctx, row, { estado: 'DESHACIENDO' });
  await audit(trx, ctx, {
    accion: 'DESHACER',
    entidad: 'IMPORTACION',
    entidadId: id,
    despues: { tocadas, soloIntactas },
  });
}
