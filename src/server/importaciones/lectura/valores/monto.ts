import { MAX_PESOS, parsePesos } from '#contract/money.ts';
import type { Leido } from './leido.ts';
import { esNada, recortar, unaLinea } from './texto.ts';

/**
 * Whole pesos from `$ 25.000`, `25.000,00`, `25,000`, `25000.00`, `25 mil`, `25k`, `gratis`.
 * An error for what is negative or has cents.
 */
export function leerMonto(celda: string): Leido<number> {
  const texto = unaLinea(celda);
  if (esNada(texto) || /^\$\s*-?$/.test(texto)) return { valor: null };
  const monto = parsePesos(comoChileno(texto));
  if (monto !== undefined && monto <= MAX_PESOS) return { valor: monto };
  const muestra = recortar(texto);
  if (/^[-−(]|-\s*\d/.test(texto))
    return { valor: null, error: `El monto «${muestra}» es negativo.` };
  return { valor: null, error: `«${muestra}» no es un monto en pesos, como 25.000.` };
}

// Thousands with commas and cents with a dot, as other programs write them; no peso has cents.
function comoChileno(texto: string): string {
  const limpio = texto.replace(/\s/g, '').toLowerCase();
  const miles = limpio.replace(/^(clp)?\$?/, '').replace(/(clp|pesos)$/, '');
  if (/^\d{1,3}(,\d{3})+(\.0{1,2})?$/.test(miles))
    return miles.replace(/\.0+$/, '').replaceAll(',', '');
  if (/^\d+\.0{1,2}$/.test(miles)) return miles.replace(/\.0+$/, '');
  if (/^\d{1,5}k$/.test(miles)) return `${miles.slice(0, -1)}mil`;
  return /^\d+(?:[.,]\d+)?e\+?\d{1,2}$/.test(miles)
    ? String(Number(miles.replace(',', '.')))
    : limpio;
}

/** A percentage such as `10%` or `12,5 %`, as a fraction of 1; undefined when it is none. */
export function leerPorcentaje(celda: string): number | undefined {
  const partes = /^(\d{1,3}(?:[.,]\d+)?)\s*%$/.exec(unaLinea(celda));
  const numero = Number(partes?.[1]?.replace(',', '.'));
  return numero >= 0 && numero <= 100 ? numero / 100 : undefined;
}

/** A number of places, from 1: `2`, `2,0`, `x2`, `2 cupos`. */
export function leerCantidad(celda: string, max: number): Leido<number> {
  const texto = unaLinea(celda);
  if (esNada(texto)) return { valor: null };
  const cifras =
    /^x?\s*(\d{1,6})(?:[.,]0+)?\s*(?:x|cupos?|personas?|entradas?|inscripci[oó]n(?:es)?)?$/i.exec(
      texto,
    );
  const numero = Number(cifras?.[1]);
  if (numero >= 1 && numero <= max) return { valor: numero };
  return { valor: null, error: `«${recortar(texto)}» no es una cantidad entre 1 y ${max}.` };
}
