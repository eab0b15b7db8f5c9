import { TZDate } from '@date-fns/tz';

export type DateStyle = 'fecha' | 'fechaCorta' | 'dia' | 'hora' | 'fechaHora' | 'diaHora';

const styles: Record<DateStyle, Intl.DateTimeFormatOptions> = {
  fecha: { day: 'numeric', month: 'long', year: 'numeric' },
  fechaCorta: { day: '2-digit', month: '2-digit', year: 'numeric' },
  dia: { weekday: 'long', day: 'numeric', month: 'long' },
  hora: { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' },
  fechaHora: {
    day: '2-digit',
    month: '2-digit',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  },
  diaHora: {
    weekday: 'short',
    day: 'numeric',
    month: 'short',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  },
};

const formats = new Map<string, Intl.DateTimeFormat>();

function formatFor(style: DateStyle, zone: string): Intl.DateTimeFormat {
  const key = `${style} ${zone}`;
  const known = formats.get(key);
  if (known) return known;
  const format = new Intl.DateTimeFormat('es-CL', { ...styles[style], timeZone: zone });
  formats.set(key, format);
  return format;
}

/** An instant (ISO 8601 UTC) as people of that zone write it, 24 hours. */
export function formatInstant(instant: string, zone: string, style: DateStyle = 'fechaHora') {
  return formatFor(style, zone).format(new Date(instant));
}

/** A plain date `YYYY-MM-DD` in words: no zone is involved. */
export function formatPlainDate(date: string, style: DateStyle = 'fecha'): string {
  return formatFor(style, 'UTC').format(new Date(`${date}T00:00:00Z`));
}

/** A month `YYYY-MM` in words: `marzo de 2026`, or `mar 26`. */
export function formatMonth(month: string, length: 'long' | 'short'): string {
  const date = new Date(`${month}-01T00:00:00Z`);
  const name = new Intl.DateTimeFormat('es-CL', { month: length, timeZone: 'UTC' }).format(date);
  return length === 'long' ? `${name} de ${month.slice(0, 4)}` : `${name} ${month.slice(2, 4)}`;
}

export type LocalTime = { date: string; time: string };

/** An instant (ISO 8601 UTC) as the clock and calendar of a zone show it: `YYYY-MM-DD`, `HH:mm`. */
export function toLocal(instant: string, zone: string): LocalTime {
  const local = new TZDate(instant, zone);
  const two = (value: number) => String(value).padStart(2, '0');
  return {
    date: `${local.getFullYear()}-${two(local.getMonth() + 1)}-${two(local.getDate())}`,
    time: `${two(local.getHours())}:${two(local.getMinutes())}`,
  };
}

/** The instant (ISO 8601 UTC) at which a zone's calendar and clock show this date and time. */
export function fromLocal({ date, time }: LocalTime, zone: string): string {
  const [year = 0, month = 1, day = 1] = date.split('-').map(Number);
  const [hour = 0, minute = 0] = time.split(':').map(Number);
  return new Date(new TZDate(year, month - 1, day, hour, minute, 0, zone).getTime()).toISOString();
}
