import { TZDate } from '@date-fns/tz';

/** The local date (`YYYY-MM-DD`) of an instant (ISO 8601 UTC) in a zone. */
export function localDate(instant: string, zone: string): string {
  return new TZDate(Date.parse(instant), zone).toISOString().slice(0, 10);
}

/** The clock of a zone at an instant (ISO 8601 UTC), to the minute: `2026-12-05T10:30`. */
export function localMoment(instant: string, zone: string): string {
  return new TZDate(Date.parse(instant), zone).toISOString().slice(0, 16);
}

/**
 * The instant (ISO 8601 UTC) at which a local date (`YYYY-MM-DD`) begins in a zone. Where the clock
 * jumps over midnight the day begins at the first minute that exists.
 */
export function dayStart(date: string, zone: string): string {
  const [year = 0, month = 1, day = 1] = date.split('-').map(Number);
  return new Date(new TZDate(year, month - 1, day, zone).getTime()).toISOString();
}

/** The plain date some days later, or earlier when negative. */
export function addDays(date: string, days: number): string {
  const time = Date.parse(`${date}T00:00:00Z`) + days * 86_400_000;
  return new Date(time).toISOString().slice(0, 10);
}

/** The plain date some months later, or earlier when negative; 31 March less one is the last of February. */
export function addMonths(date: string, months: number): string {
  const [year = 0, month = 1, day = 1] = date.split('-').map(Number);
  const lastDay = new Date(Date.UTC(year, month + months, 0)).getUTCDate();
  return new Date(Date.UTC(year, month - 1 + months, Math.min(day, lastDay)))
    .toISOString()
    .slice(0, 10);
}

/** Local dates (`YYYY-MM-DD`), both included. */
export type Rango = { desde: string; hasta: string };
/** Instants (ISO 8601 UTC), half open: from the first, before the second. */
export type Tramo = { desde: string; antes: string };

/** The instants of local dates in a zone. */
export function tramoDe({ desde, hasta }: Rango, zone: string): Tramo {
  return { desde: dayStart(desde, zone), antes: dayStart(addDays(hasta, 1), zone) };
}
