import { localDate } from '../core/time.ts';

/** The date and the hour, 0 to 23, of an instant (ISO 8601 UTC) by the clock of a zone. */
export function relojDe(now: string, zona: string): { fecha: string; hora: number } {
  const format = new Intl.DateTimeFormat('en', {
    timeZone: zona,
    hour: '2-digit',
    hourCycle: 'h23',
  });
  return { fecha: localDate(now, zona), hora: Number(format.format(new Date(now))) };
}
