/** One statement that the data must always fulfil, and the query of the rows that break it. */
export type Regla = {
  nombre: string;
  /** What holds, in Spanish, for the person who runs the audit. */
  texto: string;
  /** Rows `id, detalle` (both text) that break it; none in sound data. */
  sql: string;
};
