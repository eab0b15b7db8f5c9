/** What was settled at a moment (milliseconds of the clock). */
export type Muestra = { en: number; hechos: number };

const VENTANA = 30_000;

/** The samples with a new one, keeping those of the last half minute and the one before them. */
export function conMuestra(muestras: readonly Muestra[], nueva: Muestra): Muestra[] {
  const since = nueva.en - VENTANA;
  const first = muestras.findLastIndex(({ en }) => en <= since);
  return [...muestras.slice(Math.max(first, 0)), nueva];
}

/** Messages a second over the samples; undefined while there is nothing to measure. */
export function ritmo(muestras: readonly Muestra[]): number | undefined {
  const first = muestras[0];
  const last = muestras.at(-1);
  if (!first || !last || last.en - first.en < 1000) return undefined;
  const settled = last.hechos - first.hechos;
  return settled > 0 ? settled / ((last.en - first.en) / 1000) : undefined;
}

/** `12 por segundo`, `40 por minuto`. */
export function ritmoEnPalabras(porSegundo: number): string {
  if (porSegundo >= 1) return `${Math.round(porSegundo).toLocaleString('es-CL')} por segundo`;
  return `${Math.max(Math.round(porSegundo * 60), 1)} por minuto`;
}

/** How long the rest takes: `menos de un minuto`, `unos 5 minutos`, `unas 2 horas`. */
export function faltaEnPalabras(quedan: number, porSegundo: number): string {
  const minutes = quedan / porSegundo / 60;
  if (minutes < 1) return 'menos de un minuto';
  if (minutes < 1.5) return 'un minuto más o menos';
  if (minutes < 90) return `unos ${Math.round(minutes)} minutos`;
  const hours = Math.round(minutes / 60);
  return hours < 48 ? `unas ${hours} horas` : `unos ${Math.round(hours / 24)} días`;
}
