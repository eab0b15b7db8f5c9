import { zonas } from './zonas.ts';

/** When something happens: instants (ISO 8601 UTC) and the zone whose clock tells the hours. */
export type Horario = { iniciaEn: string; terminaEn: string; zona: string };

const EVENING_MS = 12 * 3_600_000;
const DAY_MS = 24 * 3_600_000;
const SANTIAGO = 'America/Santiago';
// The zone of Aysén is newer than some phones; Magallanes has kept the same clock since it exists.
const RECENT: Record<string, string> = { 'America/Coyhaique': 'America/Punta_Arenas' };

const inWords: Intl.DateTimeFormatOptions = {
  weekday: 'long',
  day: 'numeric',
  month: 'long',
  year: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
};
const inFigures: Intl.DateTimeFormatOptions = { year: 'numeric', month: '2-digit', day: '2-digit' };

function formatOf(zona: string, locale: string, options: Intl.DateTimeFormatOptions) {
  try {
    return new Intl.DateTimeFormat(locale, { ...options, timeZone: zona });
  } catch {
    return new Intl.DateTimeFormat(locale, { ...options, timeZone: RECENT[zona] ?? SANTIAGO });
  }
}

const formats = new Map<string, Intl.DateTimeFormat>();

function local(instant: string, zona: string) {
  const format = formats.get(zona) ?? formatOf(zona, 'es-CL', inWords);
  formats.set(zona, format);
  const parts = Object.fromEntries(
    format.formatToParts(new Date(instant)).map(({ type, value }) => [type, value]),
  );
  const { weekday = '', day = '', month = '', year = '', hour = '', minute = '' } = parts;
  return { weekday, day, month, year, hora: `${hour}:${minute}` };
}

type Local = ReturnType<typeof local>;

function dia({ weekday, day, month, year }: Local, thisYear: string): string {
  return `${weekday} ${day} de ${month}${year === thisYear ? '' : ` de ${year}`}`;
}

/**
 * A schedule in words, by the clock of its own zone: `sábado 5 de diciembre, 10:00–13:00`. The year is
 * named only when it is not that of `now` (ISO 8601 UTC).
 */
export function formatHorario({ iniciaEn, terminaEn, zona }: Horario, now: string): string {
  const from = local(iniciaEn, zona);
  const to = local(terminaEn, zona);
  const { year } = local(now, zona);
  const [first, last] = [dia(from, year), dia(to, year)];
  // A night that ends after midnight is one evening, not two days.
  const evening = Date.parse(terminaEn) - Date.parse(iniciaEn) < EVENING_MS;
  if (first === last || evening) return `${first}, ${from.hora}–${to.hora}`;
  return `${first}, ${from.hora} – ${last}, ${to.hora}`;
}

/** An instant (ISO 8601 UTC) in words: `sábado 5 de diciembre, 10:00`. */
export function formatMomento(instant: string, zona: string, now: string): string {
  const moment = local(instant, zona);
  return `${dia(moment, local(now, zona).year)}, ${moment.hora}`;
}

/** The day of an instant (ISO 8601 UTC) in words: `sábado 5 de diciembre`; with its year when it is not that of `now`. */
export function formatFecha(instant: string, zona: string, now: string): string {
  return dia(local(instant, zona), local(now, zona).year);
}

/** The hour of an instant in a zone: `10:00`. */
export function formatHora(instant: string, zona: string): string {
  return local(instant, zona).hora;
}

/** The day of an instant in a zone: `5 de diciembre de 2026`. */
export function formatDia(instant: string, zona: string): string {
  const { day, month, year } = local(instant, zona);
  return `${day} de ${month} de ${year}`;
}

/** How many days after that of `now` an instant is, by the calendar of a zone: 0 is today, 1 tomorrow. */
export function diasHasta(instant: string, zona: string, now: string): number {
  const format = formatOf(zona, 'en-CA', inFigures);
  const day = (one: string) => Date.parse(format.format(new Date(one)));
  return Math.round((day(instant) - day(now)) / DAY_MS);
}

/** The month of an instant in a zone, to group by and to show: `diciembre de 2026`. */
export function formatMes(instant: string, zona: string): string {
  const { month, year } = local(instant, zona);
  return `${month} de ${year}`;
}

/**
 * `hora de Magallanes` when the clock of the schedule's zone differs, at that time, from the one in
 * `visitante` (the visitor's zone) or in Santiago; undefined when there is nothing to tell apart.
 */
export function nombreZona({ iniciaEn, zona }: Horario, visitante: string): string | undefined {
  const clock = (zone: string) => JSON.stringify(local(iniciaEn, zone));
  const own = clock(zona);
  if (own === clock(visitante) && own === clock(SANTIAGO)) return undefined;
  const known = zonas.find((z) => z.valor === zona)?.nombre;
  return `hora de ${known ?? zona.slice(zona.lastIndexOf('/') + 1).replaceAll('_', ' ')}`;
}
