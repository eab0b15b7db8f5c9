import type { Lectura } from '#contract/importaciones.ts';
import { AppError } from '#server/core/errors.ts';
import type { FormatoTabla, Fuente } from './fuente.ts';

/** One row under the titles; `numero` is its line as a spreadsheet numbers it, from 1. */
export type FilaLeida = { numero: number; celdas: string[] };

/**
 * The rows under the titles, one by one and only as fast as they are taken: cells as text, trimmed, as
 * many as columns (more only when the row has text beyond the last title: such a row is misread and
 * belongs among the errors). Blank rows and the totals at the end are left out.
 * @throws {AppError} ARCHIVO_ILEGIBLE: too many rows, a cell of megabytes, quotes that never close, damaged book.
 */
export async function* leerFilas(
  fuente: Fuente,
  formato: FormatoTabla,
  lectura: Lectura,
): AsyncGenerator<FilaLeida> {
  for await (const _ of fuente) {
    yield { numero: lectura.filaEncabezado, celdas: [formato] };
  }
  throw new AppError('ARCHIVO_ILEGIBLE', '');
}
