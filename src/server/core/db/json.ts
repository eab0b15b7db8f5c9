/** An instant out of a JSON aggregate (`2026-01-05T12:00:00.5+00:00`) as the API writes it. */
export function jsonInstant(value: string): string;
export function jsonInstant(value: string | null): string | null;
export function jsonInstant(value: string | null): string | null {
  if (value === null) return null;
  const fraction = /\.(\d{1,3})/.exec(value)?.[1] ?? '';
  return `${value.slice(0, 19)}.${fraction.padEnd(3, '0')}Z`;
}
