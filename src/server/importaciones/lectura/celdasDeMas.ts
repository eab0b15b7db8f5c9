import type { FieldError } from '#contract/errors.ts';

/**
 * The error of a row of a CSV with text past its titles: its cells are not where they seem, for a quote is missing or
 * a separator is part of a text. Undefined when they fit.
 * @param ancho cells of the line of titles; undefined where there is none, or in a book.
 */
export function celdasDeMas(celdas: string[], ancho: number | undefined): FieldError | undefined {
  const sobran = ancho === undefined ? 0 : celdas.slice(ancho).filter(Boolean).length;
  if (sobran === 0) return undefined;
  const cuantas = sobran === 1 ? '1 celda' : `${sobran} celdas`;
  const mensaje = `Esta fila tiene ${cuantas} de más: revisa si falta una comilla o sobra un separador.`;
  return { campo: 'fila', mensaje };
}
