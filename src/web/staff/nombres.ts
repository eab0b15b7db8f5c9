export * from '#contract/nombres.ts';

/** The options of a filter or a select, from a table of names. */
export function opciones<K extends string>(nombres: Record<K, string>) {
  return Object.entries<string>(nombres).map(([value, label]) => ({ value, label }));
}
