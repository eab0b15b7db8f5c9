const MAX_SEGUNDOS = 86_400;

const UNIDADES: Record<string, number> = { h: 3600, m: 60, s: 1 };
const PARTE = /(\d+(?:[.,]\d+)?)\s*([hms]?)/g;

/**
 * Reads a length as people type it: `12:30`, `1:05:00`, `1 h 5 min`, `1h05`, `12 min`, `45 s`; a number
 * alone is minutes.
 * @returns whole seconds from 1 to 86,400 (a day), or undefined when the text is no such length.
 */
export function parseDuracion(texto: string): number | undefined {
  const limpio = texto.trim().toLowerCase();
  const segundos = readClock(limpio) ?? readWords(limpio);
  return segundos !== undefined && segundos >= 1 && segundos <= MAX_SEGUNDOS ? segundos : undefined;
}

function readClock(texto: string): number | undefined {
  const partes = /^(?:(\d{1,2}):)?(\d{1,3}):(\d{2})$/.exec(texto);
  if (!partes) return undefined;
  const [horas, minutos, segundos] = [partes[1] ?? 0, partes[2], partes[3]].map(Number);
  if (horas === undefined || minutos === undefined || segundos === undefined) return undefined;
  const bien = segundos < 60 && (partes[1] === undefined || minutos < 60);
  return bien ? horas * 3600 + minutos * 60 + segundos : undefined;
}

/** Each unit at most once and from the longest to the shortest; the last number may leave its own out. */
function readWords(texto: string): number | undefined {
  const limpio = texto
    .replace(/\s*\by\b\s*/g, ' ')
    .replace(/horas?|hrs?\.?/g, 'h')
    .replace(/minutos?|mins?\.?|['′]/g, 'm')
    .replace(/segundos?|segs?\.?|["″]/g, 's');
  if (limpio === '' || limpio.replace(PARTE, '').trim() !== '') return undefined;
  let total = 0;
  let previa = Number.POSITIVE_INFINITY;
  for (const [, numero = '', letra] of limpio.matchAll(PARTE)) {
    const unidad = letra ? UNIDADES[letra] : previa === Number.POSITIVE_INFINITY ? 60 : previa / 60;
    if (unidad === undefined || unidad >= previa || unidad < 1) return undefined;
    total += Number(numero.replace(',', '.')) * unidad;
    previa = unidad;
  }
  return Math.round(total);
}

/** Seconds as a player shows them: `750` → `12:30`, `3900` → `1:05:00`. */
export function formatReloj(segundos: number): string {
  const horas = Math.floor(segundos / 3600);
  const minutos = Math.floor((segundos % 3600) / 60);
  const resto = String(segundos % 60).padStart(2, '0');
  return horas > 0
    ? `${horas}:${String(minutos).padStart(2, '0')}:${resto}`
    : `${minutos}:${resto}`;
}

/** Seconds in words, to the nearest minute: `3900` → `1 h 5 min`, `45` → `45 s`. */
export function formatDuracion(segundos: number): string {
  if (segundos < 60) return `${segundos} s`;
  const minutos = Math.round(segundos / 60);
  const [horas, resto] = [Math.floor(minutos / 60), minutos % 60];
  return [horas > 0 && `${horas} h`, resto > 0 && `${resto} min`].filter(Boolean).join(' ');
}
