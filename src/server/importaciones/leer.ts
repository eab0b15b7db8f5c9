import { setImmediate as breathe } from 'node:timers/promises';
import { type Lectura, MAX_FILAS_IMPORTACION, type Mapeo } from '#contract/importaciones.ts';
import type { Deps } from '../core/context.ts';
import { AppError } from '../core/errors.ts';
import { readTrozos } from './archivo.queries.ts';
import { deleteFilas, insertFilas } from './filas.queries.ts';
import { beginIntento, type Intento, inIntento } from './intento.ts';
import { detectar } from './lectura/detectar.ts';
import { type FilaLeida, leerFilas } from './lectura/leerFilas.ts';

const LOTE = 300;

/**
 * Reads the file of an import into rows: how it is best read, within what the person corrected, then row by row as
 * fast as they are written. Killed, it begins anew. A file that cannot be read makes the import FALLIDA, saying why.
 */
export async function leer(deps: Deps, importacionId: number): Promise<void> {
  const { db } = deps;
  const intento = await beginIntento(deps, importacionId, 'LEYENDO');
  if (!intento) return;
  const { row } = intento;
  await deleteFilas(db, importacionId);
  const fuente = readTrozos(db, importacionId);
  try {
    const lectura = await detectar(fuente, row.formato, row.tipo, row.lectura);
    const filas = await store(deps, intento, leerFilas(fuente, row.formato, lectura));
    if (filas === undefined) return;
    if (filas === 0)
      throw new AppError('ARCHIVO_ILEGIBLE', 'No encontramos filas con datos bajo los títulos.');
    await inIntento(deps, intento, {
      ...{ estado: 'POR_MAPEAR', lectura, filas, procesadas: filas, problema: null },
      mapeo: row.mapeo ?? suggested(lectura),
    });
  } catch (error) {
    if (!(error instanceof AppError) || error.code !== 'ARCHIVO_ILEGIBLE') throw error;
    await inIntento(deps, intento, { estado: 'FALLIDA', problema: error.title });
    await deleteFilas(db, importacionId);
  }
}

/** Writes the rows, and returns how many; undefined when another attempt took over. */
async function store(
  deps: Deps,
  intento: Intento,
  filas: AsyncIterable<FilaLeida>,
): Promise<number | undefined> {
  let lote: FilaLeida[] = [];
  let total = 0;
  const flush = async () => {
    const goesOn = await inIntento(deps, intento, { procesadas: total }, (trx) =>
      insertFilas(trx, intento.row.id, lote),
    );
    lote = [];
    await breathe();
    return goesOn;
  };
  for await (const fila of filas) {
    total += 1;
    if (total > MAX_FILAS_IMPORTACION) {
      throw new AppError(
        'ARCHIVO_ILEGIBLE',
        'El archivo tiene más de 200.000 filas. Divídelo en varios.',
      );
    }
    lote.push(fila);
    if (lote.length === LOTE && !(await flush())) return undefined;
  }
  if (lote.length > 0 && !(await flush())) return undefined;
  return total;
}

/** The field that each column seems to be; the first column of each. */
function suggested({ columnas }: Lectura): Mapeo {
  const porCampo = new Map(
    columnas
      .toReversed()
      .flatMap(({ indice, sugerencia }) => (sugerencia ? [[sugerencia, indice]] : [])),
  );
  return [...porCampo]
    .map(([campo, indice]) => ({ indice, campo }))
    .toSorted((a, b) => a.indice - b.indice);
}
