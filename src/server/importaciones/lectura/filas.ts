import type { Lectura } from '#contract/importaciones.ts';
import { filasCsv } from './csv/filasCsv.ts';
import { type FormatoTabla, type Fuente, leerTodo } from './fuente.ts';
import type { FilaCruda } from './tabla.ts';
import { filasXlsx } from './xlsx/filasXlsx.ts';
import { abrirLibro } from './xlsx/libro.ts';

/** Every row of a file from the first, as fast as they are taken. */
export async function* filasCrudas(
  fuente: Fuente,
  formato: FormatoTabla,
  lectura: Pick<Lectura, 'codificacion' | 'delimitador' | 'hoja'>,
): AsyncGenerator<FilaCruda> {
  if (formato === 'CSV') {
    yield* filasCsv(fuente, lectura.codificacion ?? 'UTF-8', lectura.delimitador ?? ';');
    return;
  }
  const libro = await abrirLibro(await leerTodo(fuente));
  const hoja = libro.hojas.find(({ nombre }) => nombre === lectura.hoja) ?? libro.hojas[0];
  if (hoja) yield* filasXlsx(libro, hoja);
}
