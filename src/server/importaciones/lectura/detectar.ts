import type { Lectura, TipoImportacion } from '#contract/importaciones.ts';
import { AppError } from '#server/core/errors.ts';
import type { FormatoTabla, Fuente } from './fuente.ts';

/** What the person corrected of how the file is read; the rest is detected. */
export type Correcciones = Partial<
  Pick<Lectura, 'codificacion' | 'delimitador' | 'hoja' | 'filaEncabezado'>
>;

/**
 * How a file is best read: encoding, delimiter, sheet, line of the titles, columns with examples and the
 * field each one seems to be.
 * @throws {AppError} ARCHIVO_ILEGIBLE with a reason that says what to do.
 */
export async function detectar(
  fuente: Fuente,
  formato: FormatoTabla,
  tipo: TipoImportacion,
  correcciones: Correcciones = {},
): Promise<Lectura> {
  throw new AppError('ARCHIVO_ILEGIBLE', `${formato}${tipo}${typeof fuente}${typeof correcciones}`);
}

/**
 * CSV or XLSX, by the first bytes of the file (some 4 KB are enough) rather than by its name.
 * @throws {AppError} ARCHIVO_ILEGIBLE for what is no table: PDF, old .xls, image, web page, nothing at all.
 */
export function formatoDe(cabeza: Uint8Array): FormatoTabla {
  return cabeza[0] === 0x50 && cabeza[1] === 0x4b ? 'XLSX' : 'CSV';
}
