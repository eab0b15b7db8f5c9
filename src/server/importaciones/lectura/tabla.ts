import { campoDeTitulo } from './titulos.ts';
import { leerCorreos } from './valores/contacto.ts';

/** A row of the file before anything is known of its columns; `numero` as a spreadsheet numbers it. */
export type FilaCruda = {
  numero: number;
  celdas: string[];
  /** In a CSV, how many cells were written, with the empty ones at the end. */
  ancho?: number;
};

const CANDIDATAS = 30;

/**
 * The line of the titles: the first ones may be a name of the list, its date, or blank. 0 when the rows
 * begin at once with people.
 */
export function filaDeTitulos(filas: FilaCruda[]): number {
  const ancho = Math.max(0, ...filas.map(({ celdas }) => llenas(celdas)));
  let mejor = { numero: 0, puntos: 0 };
  for (const { numero, celdas } of filas.slice(0, CANDIDATAS)) {
    const puntos = parecidoATitulos(celdas, ancho);
    if (puntos > mejor.puntos) mejor = { numero, puntos };
  }
  return mejor.numero;
}

function parecidoATitulos(celdas: string[], ancho: number): number {
  const escritas = celdas.filter((celda) => celda !== '');
  if (escritas.length === 0 || escritas.some(pareceDato)) return 0;
  const conocidos = new Set(escritas.map((titulo) => campoDeTitulo(titulo)).filter(Boolean)).size;
  const cortos = escritas.filter((titulo) => titulo.length <= 60).length / escritas.length;
  const distintos = new Set(escritas).size / escritas.length;
  const lleno = escritas.length / ancho;
  // One known word alone may be the name of the list.
  if (escritas.length === 1 && ancho > 1) return 0;
  return conocidos > 0
    ? conocidos + lleno
    : lleno > 0.6 && ancho > 1
      ? (cortos * distintos * lleno) / 2
      : 0;
}

function pareceDato(celda: string): boolean {
  if (celda.includes('@')) return leerCorreos(celda).valor !== null;
  return /^[\d\s.,$%+()/:-]*\d[\d\s.,$%+()/:kK-]*$/.test(celda);
}

function llenas(celdas: string[]): number {
  return celdas.filter((celda) => celda !== '').length;
}

const TOTAL = /^(?:gran |sub ?|suma )?total(?:es)?\b|^suma\b|^promedio\b/i;

/** Whether a row is a total: its first text says so and the rest are figures. */
export function esTotal(celdas: string[]): boolean {
  const [primera, ...resto] = celdas.filter((celda) => celda !== '');
  return (
    primera !== undefined &&
    TOTAL.test(primera) &&
    resto.every((celda) => !/[a-z@]{3}/i.test(celda))
  );
}

/** Whether a row has nothing but a note, as those that follow the totals. */
export function esNotaAlPie(celdas: string[]): boolean {
  return llenas(celdas) <= 1;
}
