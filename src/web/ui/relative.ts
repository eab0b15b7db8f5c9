const words = new Intl.RelativeTimeFormat('es-CL', { numeric: 'always', style: 'long' });

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** How far an instant (ISO 8601 UTC) is: `dentro de 5 horas`, `hace 2 días`; whole units, toward zero. */
function formatRelative(instant: string, now: number): string {
  const left = Date.parse(instant) - now;
  const size = Math.abs(left);
  if (size >= 2 * DAY) return words.format(Math.trunc(left / DAY), 'day');
  if (size >= HOUR) return words.format(Math.trunc(left / HOUR), 'hour');
  return words.format(Math.trunc(left / MINUTE), 'minute');
}

/** Until when a hold lasts: `Vence dentro de 5 horas`, `Venció hace 2 días`. */
export function formatDeadline(instant: string, now = Date.now()): string {
  return `${Date.parse(instant) > now ? 'Vence' : 'Venció'} ${formatRelative(instant, now)}`;
}
