import { audit } from '../core/audit.ts';
import type { Ctx } from '../core/context.ts';
import type { Db } from '../core/db/connect.ts';
import { transaction } from '../core/db/transaction.ts';
import { AppError, found } from '../core/errors.ts';
import { deleteTrozos } from './archivo.queries.ts';
import { importacionPuede } from './estado.policy.ts';
import { deleteFilas } from './filas.queries.ts';
import {
  deleteImportacionRow,
  lockImportacion,
  updateImportacionRow,
} from './importaciones.queries.ts';
import { lecturaDe } from './readImportacion.ts';

/** Throws away a file that was not imported. @throws {AppError} NO_ENCONTRADO, ESTADO_NO_PERMITE. */
export async function deleteImportacion(db: Db, ctx: Ctx, id: number): Promise<void> {
  await transaction(db, async (trx) => {
    const row = found(await lockImportacion(trx, id), 'esa importación');
    if (!importacionPuede(row, lecturaDe(row) !== null, ctx.now).eliminar) {
      throw new AppError('ESTADO_NO_PERMITE', 'Esta importación no se puede descartar.');
    }
    await audit(trx, ctx, {
      accion: 'DESCARTAR',
      entidad: 'IMPORTACION',
      entidadId: id,
      antes: { archivo: row.archivoNombre, estado: row.estado },
    });
    // From here on nobody sees it, and whoever works at it stops.
    await updateImportacionRow(trx, id, { huella: '', estado: 'FALLIDA' }, ctx.now);
  });
  await forgetImportacion(db, id);
}

/** Deletes an import that nobody sees any more, with its file and rows. */
export async function forgetImportacion(db: Db, id: number): Promise<void> {
  await deleteTrozos(db, id);
  await deleteFilas(db, id);
  await transaction(db, (trx) => deleteImportacionRow(trx, id));
}
