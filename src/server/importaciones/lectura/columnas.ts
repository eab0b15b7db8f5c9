import type { Lectura, TipoImportacion } from '#contract/importaciones.ts';
import { sugerirCampos } from './sugerencias.ts';
import type { FilaCruda } from './tabla.ts';
import { recortar, unaLinea } from './valores/texto.ts';
import { repararTildes } from './valores/tildes.ts';

const EJEMPLOS = 5;
const LARGO_EJEMPLO = 80;

/**
 * The columns of a table with a name each, some of their values and the field they seem to be.
 * @param encabezado its cells; empty when the table has no titles.
 * @param maximo cells past it belong to no column.
 */
export function describirColumnas(
  encabezado: string[],
  filas: FilaCruda[],
  tipo: TipoImportacion,
  maximo = Number.POSITIVE_INFINITY,
): Lectura['columnas'] {
  const masAncha = Math.max(encabezado.length, ...filas.map(({ celdas }) => celdas.length));
  const ancho = Math.min(masAncha, maximo);
  const titulos = nombrarTitulos(encabezado, ancho);
  const columnas = titulos.map((titulo, indice) => ({
    indice,
    titulo,
    valores: valoresDe(filas, indice),
  }));
  const sugeridos = sugerirCampos(
    columnas.map(({ indice, valores }) => ({
      titulo: repararTildes(encabezado[indice] ?? ''),
      valores: valores.map(repararTildes),
    })),
    tipo,
  );
  return columnas.map(({ indice, titulo, valores }, i) => ({
    indice,
    titulo,
    ejemplos: valores.slice(0, EJEMPLOS).map((valor) => recortar(valor, LARGO_EJEMPLO)),
    sugerencia: sugeridos[i] ?? null,
  }));
}

/** Empty titles become `Columna C`, and those that repeat get a number: `Correo (2)`. */
export function nombrarTitulos(encabezado: string[], ancho: number): string[] {
  const usados = new Set<string>();
  return Array.from({ length: ancho }, (_, indice) => {
    const escrito =
      unaLinea(repararTildes(encabezado[indice] ?? '')) || `Columna ${letraDeColumna(indice)}`;
    let titulo = escrito;
    for (let vez = 2; usados.has(titulo.toLowerCase()); vez++) titulo = `${escrito} (${vez})`;
    usados.add(titulo.toLowerCase());
    return titulo;
  });
}

/** 0 → A, 27 → AB. */
function letraDeColumna(indice: number): string {
  const ultima = String.fromCharCode(65 + (indice % 26));
  return indice < 26 ? ultima : letraDeColumna(Math.floor(indice / 26) - 1) + ultima;
}

function valoresDe(filas: FilaCruda[], indice: number): string[] {
  const valores = filas.map(({ celdas }) => celdas[indice] ?? '').filter((celda) => celda !== '');
  return [...new Set(valores)];
}
