/** How the number of a cell is shown, as far as it changes what it means. */
export type ClaseNumero = 'NUMERO' | 'FECHA' | 'PORCENTAJE';

// Built-in formats of dates and times, ECMA-376 18.8.30, with those of East Asian versions.
const FECHAS = new Set([...rango(14, 22), ...rango(27, 36), ...rango(45, 47), ...rango(50, 58)]);

function rango(desde: number, hasta: number): number[] {
  return Array.from({ length: hasta - desde + 1 }, (_, i) => desde + i);
}

/** @param codigo of the book's own formats, undefined for a built-in one. */
export function claseDeFormato(id: number, codigo: string | undefined): ClaseNumero {
  if (codigo === undefined) {
    if (FECHAS.has(id)) return 'FECHA';
    return id === 9 || id === 10 ? 'PORCENTAJE' : 'NUMERO';
  }
  const limpio = codigo
    .replace(/"[^"]*"|\\.|_.|\*./g, '')
    .replace(/\[(?!h+\]|m+\]|s+\])[^\]]*\]/gi, '')
    .toLowerCase();
  if (limpio.includes('%')) return 'PORCENTAJE';
  if (/general|standard|estándar/.test(limpio)) return 'NUMERO';
  return /[dmyhs]/.test(limpio) ? 'FECHA' : 'NUMERO';
}

/** A number as text: without exponent, nor the last digits that binary fractions invent. */
export function textoDeNumero(numero: number): string {
  if (!Number.isFinite(numero)) return '';
  const redondo = Number(numero.toPrecision(15));
  const texto = String(redondo);
  if (!texto.includes('e')) return texto;
  return Math.abs(redondo) >= 1
    ? BigInt(redondo).toString()
    : redondo.toFixed(15).replace(/0+$/, '');
}

const DIA = 86_400_000;
const DESDE_1900 = Date.UTC(1899, 11, 30);
const DESDE_1904 = Date.UTC(1904, 0, 1);

/**
 * A serial date of Excel as `YYYY-MM-DD`, with ` HH:MM` when it has an hour; below 1 it is an hour
 * alone. Serials before March 1900 are a day off in Excel itself and are given as Excel shows them.
 */
export function textoDeSerial(serial: number, desde1904: boolean): string {
  if (serial < 0 || serial > 2_958_466) return textoDeNumero(serial);
  const minutos = Math.round((serial % 1) * 1440);
  const hora = `${dosCifras(Math.floor(minutos / 60) % 24)}:${dosCifras(minutos % 60)}`;
  if (serial < 1 && !desde1904) return hora;
  const corrido = !desde1904 && serial < 60 ? 1 : 0;
  const dias = Math.floor(serial) + corrido + (minutos === 1440 ? 1 : 0);
  const dia = new Date((desde1904 ? DESDE_1904 : DESDE_1900) + dias * DIA).toISOString();
  return minutos % 1440 === 0 ? dia.slice(0, 10) : `${dia.slice(0, 10)} ${hora}`;
}

function dosCifras(n: number): string {
  return String(n).padStart(2, '0');
}

/** Text of a number cell by how the book shows it: date, percentage, or the number alone. */
export function textoDeCeldaNumerica(
  valor: string,
  clase: ClaseNumero,
  desde1904: boolean,
): string {
  const numero = Number(valor);
  if (valor === '' || Number.isNaN(numero)) return valor;
  if (clase === 'FECHA') return textoDeSerial(numero, desde1904);
  return clase === 'PORCENTAJE' ? `${textoDeNumero(numero * 100)}%` : textoDeNumero(numero);
}

/** `AB12` → 27: the index of its column, from 0; undefined when it is no reference. */
export function columnaDeReferencia(referencia: string): number | undefined {
  let columna = 0;
  let i = 0;
  for (; i < referencia.length; i++) {
    const letra = referencia.charCodeAt(i) & ~32;
    if (letra < 65 || letra > 90) break;
    columna = columna * 26 + (letra - 64);
  }
  return i === 0 || i > 3 ? undefined : columna - 1;
}
