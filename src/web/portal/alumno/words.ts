import { diasHasta, formatDia } from '#contract/horario.ts';

const BUSINESS_ZONE = 'America/Santiago';

/** A day of the school's calendar: `5 de diciembre de 2026`. */
export function dayText(instant: string): string {
  return formatDia(instant, BUSINESS_ZONE);
}

/** `Hoy`, `Mañana`, `En 5 días`; undefined for what has gone by. */
export function daysToGo(instant: string, zona: string): string | undefined {
  const days = diasHasta(instant, zona, new Date().toISOString());
  if (days < 0) return undefined;
  return ['Hoy', 'Mañana'][days] ?? `En ${days} días`;
}
