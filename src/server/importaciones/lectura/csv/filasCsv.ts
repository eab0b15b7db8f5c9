import { pipeline, Readable } from 'node:stream';
import { CsvError, type Options, Parser } from 'csv-parse';
import {
  type Codificacion,
  type Delimitador,
  MAX_COLUMNAS_IMPORTACION,
} from '#contract/importaciones.ts';
import { type Fuente, ilegible, MAX_CELDA, textoDeCelda } from '../fuente.ts';
import type { FilaCruda } from '../tabla.ts';
import { textoDe } from './codificacion.ts';

/** Excel names the delimiter in a first line of its own, which it never shows. */
const LINEA_SEP = /^\s*"?sep=(.)"?\s*?(?:\r\n|\n|\r|$)/i;

/** How a CSV is cut into cells; a row of more bytes than this is a quote that never closes. */
export const opcionesCsv = (delimitador: Delimitador): Options => ({
  delimiter: delimitador,
  record_delimiter: ['\r\n', '\n', '\r'],
  relax_quotes: true,
  relax_column_count: true,
  max_record_size: 512 * 1024,
});

/** The first line that names the delimiter, when the text has it. */
export function lineaSep(texto: string): { largo: number; delimitador: string } | undefined {
  const linea = LINEA_SEP.exec(texto);
  return linea?.[1] === undefined ? undefined : { largo: linea[0].length, delimitador: linea[1] };
}

/**
 * The rows of a CSV, blank ones too, only as fast as they are taken; a row with line breaks within quotes
 * counts as one, as in a spreadsheet.
 * @throws {AppError} ARCHIVO_ILEGIBLE for quotes that never close, cells of megabytes, columns without end.
 */
export async function* filasCsv(
  fuente: Fuente,
  codificacion: Codificacion,
  delimitador: Delimitador,
): AsyncGenerator<FilaCruda> {
  let numero = 0;
  const texto = Readable.from(sinLineaSep(textoDe(fuente, codificacion)));
  const parser = pipeline(texto, new Parser(opcionesCsv(delimitador)), () => undefined);
  try {
    for await (const registro of parser) {
      numero++;
      yield { numero, celdas: limpiarRegistro(registro, numero), ancho: registro.length };
    }
  } catch (error) {
    throw explicarCsv(error, numero + 1);
  }
}

/** The cells of a record as they are kept, without the empty ones at its end. */
export function limpiarRegistro(registro: string[], numero: number): string[] {
  let ultima = registro.length;
  const celdas = registro.map(textoDeCelda);
  while (ultima > 0 && celdas[ultima - 1] === '') ultima--;
  if (ultima > MAX_COLUMNAS_IMPORTACION) {
    throw ilegible(
      `Tiene más de ${MAX_COLUMNAS_IMPORTACION} columnas. Deja solo las que quieras importar.`,
    );
  }
  celdas.length = ultima;
  if (celdas.some((celda) => celda.length > MAX_CELDA)) throw comillas(numero);
  return celdas;
}

async function* sinLineaSep(textos: AsyncIterable<string>): AsyncGenerator<string> {
  let primero = true;
  for await (const texto of textos) {
    yield primero ? texto.slice(lineaSep(texto)?.largo ?? 0) : texto;
    if (texto !== '') primero = false;
  }
}

function explicarCsv(error: unknown, numero: number): unknown {
  return error instanceof CsvError ? comillas(numero) : error;
}

function comillas(numero: number) {
  return ilegible(
    `Desde la fila ${numero} hay una celda que no termina: suele ser una comilla (") que se abre y no se cierra. Corrígela y sube el archivo de nuevo.`,
  );
}
