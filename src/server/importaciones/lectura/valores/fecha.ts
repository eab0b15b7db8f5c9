import type { OpcionesImportacion } from '#contract/importaciones.ts';
import type { Leido } from './leido.ts';
import { esNada, recortar, unaLinea } from './texto.ts';

export type OrdenFecha = NonNullable<OpcionesImportacion['fechas']>;

const MESES =
  'enero|febrero|marzo|abril|mayo|junio|julio|agosto|sep?tiembre|octubre|noviembre|diciembre';
const INICIALES = [
  'ene',
  'feb',
  'mar',
  'abr',
  'may',
  'jun',
  'jul',
  'ago',
  'se',
  'oct',
  'nov',
  'dic',
];
const EN_INGLES: Record<string, number> = { jan: 1, apr: 4, aug: 8, dec: 12 };
const MES = `(${MESES}|ene|jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|abr|apr(?:il)?|may|june?|july?|ago|aug(?:ust)?|sept?(?:ember)?|set|oct(?:ober)?|nov(?:ember)?|dic|dec(?:ember)?)`;

const HORA =
  /[t,\s]+\d{1,2}[:.h]\d{2}(?:[:.]\d{2}(?:[.,]\d+)?)?\s*(?:[ap]\.?\s?m\.?)?(?:z|[+-]\d{2}:?\d{2})?(?:\s*hrs?\.?)?$/i;
const DIA_SEMANA =
  /^(?:lun|mar|mi[eé]|jue|vie|s[aá]b|dom|mon|tue|wed|thu|fri|sat|sun)[a-zé]*\.?,?\s+(?=.*\d.*\d)/i;
const AMD = /^(\d{4})[-/. ](\d{1,2})[-/. ](\d{1,2})$/;
const TRES = /^(\d{1,2})\s*[-/. ]\s*(\d{1,2})\s*[-/. ]\s*(\d{4}|\d{2})$/;
const SEGUIDA = /^(\d{2})(\d{2})(\d{4})$/;
const CON_MES = new RegExp(
  `^(\\d{1,2})[°º]?\\s*(?:de|-|/|\\.|\\s)\\s*${MES}\\.?\\s*(?:del?|-|/|,|\\.|\\s)\\s*(\\d{4}|\\d{2})$`,
);
const MES_PRIMERO = new RegExp(`^${MES}\\.?\\s*(\\d{1,2})(?:st|nd|rd|th)?,?\\s+(\\d{4}|\\d{2})$`);

/**
 * A date as `YYYY-MM-DD`: `3/4/2026` read in the order given, `2026-04-03`, `3 de abril de 2026`,
 * `03-abr-26`, Excel's serial as text (`46115`), each with or without an hour, which is left out.
 * Years of two digits are the last ones that are not later than `hoy`'s by more than one.
 */
export function leerFecha(celda: string, orden: OrdenFecha, hoy: string): Leido<string> {
  const original = unaLinea(celda);
  const texto = original.toLowerCase();
  if (esNada(texto) || /^0{1,4}[-/]0{1,2}[-/]0{1,4}/.test(texto)) return { valor: null };
  const fecha = interpretar(texto.replace(HORA, '').replace(DIA_SEMANA, '').trim(), orden, hoy);
  if (fecha !== undefined) return { valor: fecha };
  const muestra = recortar(original);
  const otro = orden === 'DMA' ? 'MDA' : 'DMA';
  const alReves = interpretar(texto.replace(HORA, '').trim(), otro, hoy) !== undefined;
  return {
    valor: null,
    error: alReves
      ? `La fecha «${muestra}» no existe leída como ${nombres[orden]}. Si el archivo usa ${nombres[otro]}, cámbialo en las opciones.`
      : `«${muestra}» no es una fecha, como 25/12/2025.`,
  };
}

const nombres: Record<OrdenFecha, string> = {
  DMA: 'día/mes/año',
  MDA: 'mes/día/año',
  AMD: 'año/mes/día',
};

function interpretar(texto: string, orden: OrdenFecha, hoy: string): string | undefined {
  const amd = AMD.exec(texto);
  if (amd) return fechaDe(amd[1], amd[2], amd[3], hoy);
  const tres = TRES.exec(texto);
  if (tres) {
    const [, a, b, c] = tres;
    if (orden === 'AMD') return c?.length === 2 ? fechaDe(a, b, c, hoy) : fechaDe(c, b, a, hoy);
    return orden === 'DMA' ? fechaDe(c, b, a, hoy) : fechaDe(c, a, b, hoy);
  }
  const conMes = CON_MES.exec(texto);
  if (conMes) return fechaDe(conMes[3], numeroDeMes(conMes[2]), conMes[1], hoy);
  const mesPrimero = MES_PRIMERO.exec(texto);
  if (mesPrimero) return fechaDe(mesPrimero[3], numeroDeMes(mesPrimero[1]), mesPrimero[2], hoy);
  if (/^(19|20)\d{6}$/.test(texto)) {
    return fechaDe(texto.slice(0, 4), texto.slice(4, 6), texto.slice(6), hoy);
  }
  const seguida = SEGUIDA.exec(texto);
  if (seguida && orden === 'DMA') return fechaDe(seguida[3], seguida[2], seguida[1], hoy);
  return /^\d{5}(?:[.,]\d+)?$/.test(texto) ? deSerial(Number.parseInt(texto, 10)) : undefined;
}

function numeroDeMes(nombre = ''): string {
  const corto = nombre.slice(0, 3);
  const numero = INICIALES.findIndex((inicial) => corto.startsWith(inicial)) + 1;
  return String(numero || (EN_INGLES[corto] ?? 0));
}

function fechaDe(anio = '', mes = '', dia = '', hoy = ''): string | undefined {
  const siglo = anio.length === 2 ? conSiglo(Number(anio), hoy) : Number(anio);
  if (siglo < 1900 || siglo > 2199) return undefined;
  const [m, d] = [Number(mes), Number(dia)];
  if (m < 1 || m > 12 || d < 1 || d > diasDelMes(siglo, m)) return undefined;
  return `${siglo}-${mes.padStart(2, '0')}-${dia.padStart(2, '0')}`;
}

function diasDelMes(anio: number, mes: number): number {
  if (mes === 2) return anio % 4 === 0 && (anio % 100 !== 0 || anio % 400 === 0) ? 29 : 28;
  return mes === 4 || mes === 6 || mes === 9 || mes === 11 ? 30 : 31;
}

function conSiglo(dosCifras: number, hoy: string): number {
  const actual = Number(hoy.slice(0, 4));
  const candidato = Math.floor(actual / 100) * 100 + dosCifras;
  return candidato > actual + 1 ? candidato - 100 : candidato;
}

function deSerial(serial: number): string | undefined {
  const fecha = new Date(Date.UTC(1899, 11, 30 + serial)).toISOString().slice(0, 10);
  return fecha > '1927' && fecha < '2100' ? fecha : undefined;
}
