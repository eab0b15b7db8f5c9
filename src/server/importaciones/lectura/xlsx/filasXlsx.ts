import { MAX_COLUMNAS_IMPORTACION } from '#contract/importaciones.ts';
import { ilegible, MAX_CELDA, textoDeCelda } from '../fuente.ts';
import type { FilaCruda } from '../tabla.ts';
import { columnaDeReferencia, textoDeCeldaNumerica } from './celda.ts';
import type { Hoja, Libro } from './libro.ts';
import { atributo, escapesDeExcel, leerXmlPorPiezas, type Manejador } from './xml.ts';
import { descomprimir } from './zip.ts';

const MAX_BYTES_HOJA = 1024 * 1024 * 1024;
/** Excel's own limit of columns: a reference beyond it is not one. */
const MAX_COLUMNA = 16_384;

/**
 * The rows of a sheet that have cells, only as fast as they are taken. Cells merged downwards repeat
 * their text in each row they cover, as it is read by eye.
 * @throws {AppError} ARCHIVO_ILEGIBLE when damaged or beyond measure.
 */
export async function* filasXlsx(libro: Libro, hoja: Hoja): AsyncGenerator<FilaCruda> {
  const combinadas = await leerCombinadas(libro, hoja);
  const listas: FilaCruda[] = [];
  const piezas = leerXmlPorPiezas(bytesDe(libro, hoja), lectorDeFilas(libro, listas));
  for await (const _ of piezas) {
    for (const fila of listas) {
      rellenarCombinadas(fila, combinadas);
      yield fila;
    }
    listas.length = 0;
  }
}

function bytesDe(libro: Libro, hoja: Hoja) {
  const entrada = libro.zip.entradas.get(hoja.ruta);
  if (!entrada) throw ilegible(`El libro no tiene la hoja «${hoja.nombre}».`);
  return descomprimir(libro.zip, entrada, MAX_BYTES_HOJA);
}

function lectorDeFilas(libro: Libro, listas: FilaCruda[]): Manejador {
  let numero = 0;
  let celdas: string[] = [];
  let columna = -1;
  let tipo = '';
  let estilo = 0;
  let valor = '';
  let recoge = false;
  let enFonetica = false;
  return {
    abre(nombre, atributos) {
      switch (nombre) {
        case 'row':
          numero = Number(atributo(atributos, 'r') ?? numero + 1);
          celdas = [];
          columna = -1;
          break;
        case 'c':
          columna = columnaDeReferencia(atributo(atributos, 'r') ?? '') ?? columna + 1;
          tipo = atributo(atributos, 't') ?? 'n';
          estilo = Number(atributo(atributos, 's') ?? 0);
          valor = '';
          break;
        case 'v':
        case 't':
          recoge = !enFonetica;
          break;
        case 'rPh':
          enFonetica = true;
      }
    },
    texto(texto) {
      if (recoge) valor += texto;
    },
    cierra(nombre) {
      switch (nombre) {
        case 'row':
          if (celdas.length > 0) listas.push({ numero, celdas });
          celdas = [];
          break;
        case 'c': {
          const texto = textoDeCelda(textoDe(libro, tipo, estilo, valor));
          if (texto !== '') poner(celdas, columna, texto, numero);
          break;
        }
        case 'v':
        case 't':
          recoge = false;
          break;
        case 'rPh':
          enFonetica = false;
      }
    },
  };
}

function poner(celdas: string[], columna: number, texto: string, numero: number): void {
  if (columna >= MAX_COLUMNA) throw ilegible('El archivo no es una planilla válida.');
  if (columna >= MAX_COLUMNAS_IMPORTACION) {
    throw ilegible(
      `Tiene más de ${MAX_COLUMNAS_IMPORTACION} columnas. Deja solo las que quieras importar.`,
    );
  }
  if (texto.length > MAX_CELDA) {
    throw ilegible(`La fila ${numero} tiene una celda con demasiado texto.`);
  }
  while (celdas.length < columna) celdas.push('');
  celdas[columna] = texto;
}

function textoDe(libro: Libro, tipo: string, estilo: number, valor: string): string {
  switch (tipo) {
    case 's':
      return libro.cadenas.en(Number(valor));
    case 'str':
    case 'inlineStr':
      return escapesDeExcel(valor);
    case 'b':
      return valor === '1' ? 'Sí' : 'No';
    case 'e':
      return '';
    case 'd':
      return valor.replace(/T00:00:00(\.0+)?Z?$/, '').replace('T', ' ');
    default:
      return textoDeCeldaNumerica(valor, libro.clases[estilo] ?? 'NUMERO', libro.desde1904);
  }
}

type Combinada = { columna: number; hasta: number; texto: string };
type Combinadas = { porInicio: Map<number, Combinada[]>; abiertas: Combinada[] };

const MAX_COMBINADAS = 50_000;

// They are declared after the rows, hence a first pass over the sheet for them alone.
async function leerCombinadas(libro: Libro, hoja: Hoja): Promise<Combinadas> {
  const porInicio = new Map<number, Combinada[]>();
  let resto = '';
  let total = 0;
  for await (const pieza of bytesDe(libro, hoja)) {
    const texto = resto + Buffer.from(pieza).toString('latin1');
    for (const [, letras = '', arriba, abajo] of texto.matchAll(
      /mergeCell ref="([A-Z]{1,3})(\d{1,7}):[A-Z]{1,3}(\d{1,7})"/g,
    )) {
      const columna = columnaDeReferencia(letras);
      const desde = Number(arriba);
      const hasta = Number(abajo);
      if (columna === undefined || hasta <= desde || ++total > MAX_COMBINADAS) continue;
      const deLaFila = porInicio.get(desde) ?? [];
      porInicio.set(desde, deLaFila);
      deLaFila.push({ columna, hasta, texto: '' });
    }
    resto = texto.slice(Math.max(texto.lastIndexOf('<'), texto.length - 60, 0));
  }
  return { porInicio, abiertas: [] };
}

function rellenarCombinadas({ numero, celdas }: FilaCruda, combinadas: Combinadas): void {
  if (combinadas.porInicio.size === 0) return;
  combinadas.abiertas = combinadas.abiertas.filter(({ hasta }) => hasta >= numero);
  for (const { columna, texto } of combinadas.abiertas) {
    if (texto !== '') poner(celdas, columna, texto, numero);
  }
  for (const combinada of combinadas.porInicio.get(numero) ?? []) {
    combinada.texto = celdas[combinada.columna] ?? '';
    combinadas.abiertas.push(combinada);
  }
}
