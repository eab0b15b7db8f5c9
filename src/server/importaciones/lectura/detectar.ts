import type { Lectura, TipoImportacion } from '#contract/importaciones.ts';
import { describirColumnas } from './columnas.ts';
import { decodificar, examinarTexto } from './csv/codificacion.ts';
import { detectarDelimitador } from './csv/delimitador.ts';
import { filasCsv } from './csv/filasCsv.ts';
import { type FormatoTabla, type Fuente, ilegible, leerTodo } from './fuente.ts';
import { esTotal, type FilaCruda, filaDeTitulos } from './tabla.ts';
import { recortar } from './valores/texto.ts';
import { tieneTildesRotas } from './valores/tildes.ts';
import { filasXlsx } from './xlsx/filasXlsx.ts';
import { abrirLibro, type Hoja, type Libro } from './xlsx/libro.ts';

/** What the person corrected of how the file is read; the rest is detected. */
export type Correcciones = Partial<
  Pick<Lectura, 'codificacion' | 'delimitador' | 'hoja' | 'filaEncabezado'>
>;

/** Rows that are looked at, and lines that are shown to choose the titles by. */
const MUESTRA = 400;
const PRIMERAS = 25;

type Modo = Pick<Lectura, 'codificacion' | 'delimitador' | 'hojas' | 'hoja'>;
type Muestra = { modo: Modo; filas: FilaCruda[] };

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
  const { modo, filas } =
    formato === 'CSV'
      ? await muestraCsv(fuente, correcciones)
      : await muestraXlsx(fuente, correcciones);
  if (filas.length === 0) throw ilegible('No encontramos ninguna fila con datos.');
  const filaEncabezado = correcciones.filaEncabezado ?? filaDeTitulos(filas);
  const titulos = filas.find(({ numero }) => numero === filaEncabezado);
  const datos = filas.filter(({ numero, celdas }) => numero > filaEncabezado && !esTotal(celdas));
  return {
    ...modo,
    filaEncabezado,
    columnas: describirColumnas(titulos?.celdas ?? [], datos, tipo, titulos?.ancho),
    ...(titulos?.ancho ? { ancho: titulos.ancho } : {}),
    primeras: lineas(filas),
    tildesRotas: filas.some(({ celdas }) => celdas.some(tieneTildesRotas)),
  };
}

async function muestraCsv(fuente: Fuente, correcciones: Correcciones): Promise<Muestra> {
  const { cabeza, completo, ...examen } = await examinarTexto(fuente);
  const codificacion = correcciones.codificacion ?? examen.codificacion;
  const texto = decodificar(cabeza, codificacion);
  const delimitador = correcciones.delimitador ?? detectarDelimitador(texto);
  const filas = filasCsv(unTrozo(cabeza), codificacion, delimitador);
  return {
    modo: { codificacion, delimitador, hojas: [], hoja: null },
    filas: await primeras(filas, completo),
  };
}

async function* unTrozo(cabeza: Uint8Array) {
  yield cabeza;
}

async function muestraXlsx(fuente: Fuente, correcciones: Correcciones): Promise<Muestra> {
  const libro = await abrirLibro(await leerTodo(fuente));
  const pedida = libro.hojas.find(({ nombre }) => nombre === correcciones.hoja);
  const hoja = pedida ?? (await hojaConFilas(libro));
  return {
    modo: {
      codificacion: null,
      delimitador: null,
      hojas: libro.hojas.map(({ nombre }) => nombre),
      hoja: hoja.nombre,
    },
    filas: await primeras(filasXlsx(libro, hoja), true),
  };
}

/** The first sheet in sight with more than one row. */
async function hojaConFilas(libro: Libro): Promise<Hoja> {
  const enOrden = [...libro.hojas].sort((a, b) => Number(a.oculta) - Number(b.oculta));
  for (const hoja of enOrden) {
    let filas = 0;
    for await (const { celdas } of filasXlsx(libro, hoja)) {
      if (celdas.some((celda) => celda !== '') && ++filas > 1) return hoja;
    }
  }
  const [primera] = enOrden;
  if (!primera) throw ilegible('El libro no tiene ninguna hoja con filas.');
  return primera;
}

/** @param completo false when the text was cut, so that its last row may be half a one. */
async function primeras(filas: AsyncIterable<FilaCruda>, completo: boolean): Promise<FilaCruda[]> {
  const leidas: FilaCruda[] = [];
  try {
    for await (const fila of filas) {
      leidas.push(fila);
      if (leidas.length === MUESTRA) break;
    }
  } catch (error) {
    if (completo || leidas.length === 0) throw error;
  }
  if (!completo && leidas.length < MUESTRA) leidas.pop();
  return leidas.filter(({ celdas }) => celdas.some((celda) => celda !== ''));
}

function lineas(filas: FilaCruda[]): string[][] {
  const texto = new Map(filas.map(({ numero, celdas }) => [numero, celdas]));
  const ultima = Math.min(PRIMERAS, filas.at(-1)?.numero ?? 0);
  return Array.from({ length: ultima }, (_, i) =>
    (texto.get(i + 1) ?? []).map((celda) => recortar(celda, 80)),
  );
}
