const entero = new Intl.NumberFormat('es-CL', {
  useGrouping: 'always',
  maximumFractionDigits: 2,
});
const decimal = new Intl.NumberFormat('es-CL', { maximumFractionDigits: 1 });

/** `1.250`; decimals, where there are some, as `4,71`. */
export const formatNumber = (value: number) => entero.format(value);

const estrellas = new Intl.NumberFormat('es-CL', {
  minimumFractionDigits: 2,
  maximumFractionDigits: 2,
});

/** An average of stars, `5,00`: always as long, to be compared. */
export const formatStars = (value: number) => estrellas.format(value);

/** Tenths of a percent as `42,5 %`. */
export const formatPercent = (milesimas: number) => `${decimal.format(milesimas / 10)} %`;

export const formatDays = (dias: number) => (dias === 1 ? '1 día' : `${decimal.format(dias)} días`);

/** `$1,2 M`, `$500 mil`: short enough for an axis. */
export function shortPesos(value: number): string {
  if (Math.abs(value) >= 1_000_000) return `$${decimal.format(value / 1_000_000)} M`;
  if (Math.abs(value) >= 1000) return `$${decimal.format(value / 1000)} mil`;
  return `$${value}`;
}

/** How many of something: `1 mes`, `12 meses`. */
export const count = (n: number, one: string, many: string) =>
  `${formatNumber(n)} ${n === 1 ? one : many}`;
