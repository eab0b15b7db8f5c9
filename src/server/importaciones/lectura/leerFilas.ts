import { type Lectura, MAX_FILAS_IMPORTACION } from '#contract/importaciones.ts';
import { filasCrudas } from './filas.ts';
import { type FormatoTabla, type Fuente, ilegible } from './fuente.ts';
import { esNotaAlPie, esTotal, type FilaCruda } from './tabla.ts';

/** One row under the titles; `numero` is its line as a spreadsheet numbers it, from 1. */
export type FilaLeida = { numero: number; celdas: string[] };

/**
 * The rows under the titles, one by one and only as fast as they are taken: cells as text, trimmed, as
 * many as columns (more only when the row has text beyond the last title: such a row is misread and
 * belongs among the errors). Blank rows, titles that come again and the totals at the end are left out.
 * @throws {AppError} ARCHIVO_ILEGIBLE: too many rows, a cell of megabytes, quotes that never close, damaged book.
 */
export async function* leerFilas(
  fuente: Fuente,
  formato: FormatoTabla,
  lectura: Lectura,
): AsyncGenerator<FilaLeida> {
  const ancho = 1 + Math.max(-1, ...lectura.columnas.map(({ indice }) => indice));
  let titulos = '';
  let total = 0;
  let alPie: FilaCruda[] = [];
  for await (const fila of filasCrudas(fuente, formato, lectura)) {
    if (fila.numero <= lectura.filaEncabezado) {
      if (fila.numero === lectura.filaEncabezado) titulos = fila.celdas.join('\t');
      continue;
    }
    if (fila.celdas.every((celda) => celda === '') || fila.celdas.join('\t') === titulos) continue;
    if (esTotal(fila.celdas) || (alPie.length > 0 && esNotaAlPie(fila.celdas))) {
      alPie.push(fila);
      continue;
    }
    // What seemed the end was not: those rows are like any other.
    for (const lista of [...alPie, fila]) {
      if (++total > MAX_FILAS_IMPORTACION) throw demasiadas();
      yield completar(lista, ancho);
    }
    alPie = [];
  }
}

function completar({ numero, celdas }: FilaCruda, ancho: number): FilaLeida {
  while (celdas.length < ancho) celdas.push('');
  return { numero, celdas };
}

function demasiadas() {
  const maximo = MAX_FILAS_IMPORTACION.toLocaleString('es-CL');
  return ilegible(`Tiene más de ${maximo} filas. Divídelo en varios archivos.`);
}
