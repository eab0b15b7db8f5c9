/** A total and the database snapshot under which it was counted. */
export type KnownTotal = { total: number; snapshot: string };

const MAX_ENTRIES = 500;
/** Far less than the changes are kept in the database; see clientes.jobs.ts. */
const MAX_AGE_MS = 60 * 60 * 1000;

/**
 * Totals to be proved by the database before each use: the entry used longest ago makes room. Age is
 * that of the proof.
 */
export function createTotals() {
  const entries = new Map<string, KnownTotal & { provedAt: number }>();
  return {
    get: (key: string): KnownTotal | undefined => {
      const entry = entries.get(key);
      if (entry && performance.now() - entry.provedAt < MAX_AGE_MS) return entry;
      entries.delete(key);
      return undefined;
    },
    set: (key: string, known: KnownTotal): void => {
      entries.delete(key);
      entries.set(key, { ...known, provedAt: performance.now() });
      const [oldest] = entries.keys();
      if (entries.size > MAX_ENTRIES && oldest !== undefined) entries.delete(oldest);
    },
    delete: (key: string): void => {
      entries.delete(key);
    },
  };
}
