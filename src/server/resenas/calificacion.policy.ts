/** How many reviews the prior counts for. */
const PRIOR_WEIGHT = 5;
/** A school's own mean is often near five stars, and a prior near five would take nothing from anyone. */
const MAX_PRIOR = 4;

export type Cuenta = { cantidad: number; suma: number };

/** The mean of the stars with two decimals, or null when there are none. */
export function promedioDe({ cantidad, suma }: Cuenta): number | null {
  return cantidad === 0 ? null : Math.round((suma / cantidad) * 100) / 100;
}

/**
 * The Bayesian average by which rankings go: `(m · C + suma) / (m + cantidad)`, the mean after m = 5 imagined
 * reviews of C stars each. C is the mean of all published reviews, at most 4, so that one review of five
 * stars (at most 4.17) never beats forty of 4.8 (4.71), whatever else was reviewed. See
 * https://en.wikipedia.org/wiki/Bayesian_average
 * @param cuenta how many published reviews one thing has, and the sum of their stars.
 * @param todas the same over everything reviewed.
 * @returns from 1 to 5.
 */
export function puntajeDe(cuenta: Cuenta, todas: Cuenta): number {
  const mean = todas.cantidad === 0 ? MAX_PRIOR : todas.suma / todas.cantidad;
  const prior = Math.min(mean, MAX_PRIOR);
  return (PRIOR_WEIGHT * prior + cuenta.suma) / (PRIOR_WEIGHT + cuenta.cantidad);
}

/** The things reviewed, best first, with their score; of two equal ones, that with more reviews. */
export function ranking<T extends Cuenta>(items: readonly T[]): (T & { puntaje: number })[] {
  const todas = {
    cantidad: items.reduce((sum, { cantidad }) => sum + cantidad, 0),
    suma: items.reduce((sum, { suma }) => sum + suma, 0),
  };
  return items
    .map((item) => ({ ...item, puntaje: puntajeDe(item, todas) }))
    .sort((a, b) => b.puntaje - a.puntaje || b.cantidad - a.cantidad);
}
