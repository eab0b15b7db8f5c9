import type { Importacion, ImportacionItem, Lectura } from '#contract/importaciones.ts';
import type { Db, Trx } from '../core/db/connect.ts';
import { found } from '../core/errors.ts';
import { importacionPuede } from './estado.policy.ts';
import {
  type ImportacionRow,
  selectAutor,
  selectImportacion,
  selectRepetida,
} from './importaciones.queries.ts';

/** Whether the file was read: until then only what the person corrected is known of how. */
export function lecturaDe(row: ImportacionRow): Lectura | null {
  return row.lectura.columnas ? (row.lectura as Lectura) : null;
}

export function presentItem(row: ImportacionRow, autor: string | null): ImportacionItem {
  const { id, tipo, estado, archivoNombre, formato, bytes, filas, procesadas } = row;
  const { resultado, problema, creadoEn, terminadaEn, deshechaEn } = row;
  return {
    ...{ id, tipo, estado, archivoNombre, formato, bytes, filas, procesadas },
    ...{ resultado, problema, creadoPor: autor, creadoEn, terminadaEn, deshechaEn },
  };
}

/** One import and how it goes. @throws {AppError} NO_ENCONTRADO */
export async function readImportacion(db: Db | Trx, id: number, now: string): Promise<Importacion> {
  const row = found(await selectImportacion(db, id), 'esa importación');
  const { mapeo, opciones, revision, version } = row;
  const lectura = lecturaDe(row);
  const repiteA = (await selectRepetida(db, row)) ?? null;
  return {
    ...presentItem(row, await selectAutor(db, row.creadoPor)),
    ...{ lectura, mapeo, opciones, revision, repiteA, version },
    puede: importacionPuede(row, lectura !== null, now),
  };
}
