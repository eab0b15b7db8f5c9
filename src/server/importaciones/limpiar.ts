import { DIAS_DESHACER_IMPORTACION } from '#contract/importaciones.ts';
import type { Deps } from '../core/context.ts';
import { transaction } from '../core/db/transaction.ts';
import { deleteTrozos } from './archivo.queries.ts';
import { forgetImportacion } from './deleteImportacion.ts';
import { deleteFilas } from './filas.queries.ts';
import { selectAbandonadas, selectQuietas, selectVencidas } from './importaciones.queries.ts';
import { enqueuePaso, esPaso } from './pasos.ts';

const DAY_MS = 86_400_000;
/** Longer than it takes to open the largest workbook: another attempt would begin anew. */
const INTENTO_MS = 2 * 60_000;
/** Longer than a group of rows takes; two at work at once would do no harm, as each holds the import meanwhile. */
const LOTE_MS = 20_000;

/** Has whatever stopped half-way go on: its process died, or its job gave up. */
export async function resumeImportaciones({ db, now }: Deps): Promise<void> {
  const ago = (ms: number) => new Date(now().getTime() - ms).toISOString();
  const since = { intentos: ago(INTENTO_MS), lotes: ago(LOTE_MS) };
  for (const { id, estado } of await selectQuietas(db, since)) {
    if (esPaso(estado)) await transaction(db, (trx) => enqueuePaso(trx, id, estado));
  }
}

/**
 * Deletes what is no longer needed: files that never arrived whole, or that nobody imported in the days that a run can
 * be undone; and of runs that can be undone no more the file and the rows.
 */
export async function cleanImportaciones({ db, now }: Deps): Promise<void> {
  const ago = (days: number) => new Date(now().getTime() - days * DAY_MS).toISOString();
  const since = ago(DIAS_DESHACER_IMPORTACION);
  for (const { id } of await selectAbandonadas(db, { incompletas: ago(1), sinImportar: since })) {
    await forgetImportacion(db, id);
  }
  for (const { id } of await selectVencidas(db, since)) {
    await deleteTrozos(db, id);
    await deleteFilas(db, id);
  }
}
