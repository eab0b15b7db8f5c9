/**
 * What a cell said. `valor` null without `error` is an empty cell; with `error`, text that cannot be
 * taken as it is. An `aviso` tells what was done with a cell that could be read only in part.
 */
export type Leido<T> = { valor: T | null; error?: string; aviso?: string };
