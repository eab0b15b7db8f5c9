import { parse } from 'csv-parse/sync';
import { type Delimitador, delimitador as delimitadores } from '#contract/importaciones.ts';
import { lineaSep, opcionesCsv } from './filasCsv.ts';

const FILAS = 60;

/**
 * The delimiter that cuts the first rows most evenly into most columns; the one the file names in its
 * first line comes before any. A file of one column gives the usual `;`.
 */
export function detectarDelimitador(texto: string): Delimitador {
  const declarado = delimitadores.safeParse(lineaSep(texto)?.delimitador);
  if (declarado.success) return declarado.data;
  const [mejor] = delimitadores.options
    .map((delimitador) => ({ delimitador, puntos: uniformidad(texto, delimitador) }))
    .sort((a, b) => b.puntos - a.puntos);
  return mejor && mejor.puntos > 0 ? mejor.delimitador : ';';
}

function uniformidad(texto: string, delimitador: Delimitador): number {
  const anchos = primerosRegistros(texto, delimitador)
    .filter((registro) => registro.some((celda) => celda.trim() !== ''))
    .map((registro) => registro.length);
  const veces = new Map<number, number>();
  for (const ancho of anchos) veces.set(ancho, (veces.get(ancho) ?? 0) + 1);
  let mejor = 0;
  for (const [ancho, cuantas] of veces) {
    if (ancho < 2) continue;
    mejor = Math.max(mejor, (cuantas / anchos.length) ** 2 * Math.sqrt(ancho - 1));
  }
  return mejor;
}

function primerosRegistros(texto: string, delimitador: Delimitador): string[][] {
  const registros: string[][] = [];
  const sinSep = texto.slice(lineaSep(texto)?.largo ?? 0);
  try {
    parse(sinSep.slice(0, 128 * 1024), {
      ...opcionesCsv(delimitador),
      to: FILAS,
      onRecord: (registro: string[]) => {
        registros.push(registro);
        return null;
      },
    });
  } catch {
    // The text may be cut within quotes: what came before is enough.
  }
  return registros;
}
