import { sql } from 'kysely';
import type { Db } from './connect.ts';

type Entry = { snapshot: string; value: unknown };
type Work = { running: Promise<unknown>; next?: Promise<unknown> };

const MAX_ENTRIES = 100;

async function readSnapshot(db: Db): Promise<string> {
  const { rows } = await sql<{ s: string }>`select pg_current_snapshot()::text as s`.execute(db);
  return rows[0]?.s ?? '';
}

/**
 * Remembers answers that take long to compute, and never gives a stale one: an answer is kept with the
 * snapshot of the database taken before its work, and used only while the database's snapshot is still
 * that one, so nothing at all was committed in between, by whatever process. While the work of a key
 * runs, callers who come later share one further run.
 */
export function createFresh(db: Db) {
  const entries = new Map<string, Entry>();
  const works = new Map<string, Work>();

  async function run(key: string, work: () => Promise<unknown>): Promise<unknown> {
    const snapshot = await readSnapshot(db);
    const known = entries.get(key);
    if (known?.snapshot === snapshot) return known.value;
    const value = await work();
    if (entries.size >= MAX_ENTRIES) entries.clear();
    entries.set(key, { snapshot, value });
    return value;
  }

  function start(key: string, work: () => Promise<unknown>): Promise<unknown> {
    const running = run(key, work).finally(() => {
      if (works.get(key)?.running === running) works.delete(key);
    });
    works.set(key, { running });
    return running;
  }

  /** The answer of `work`, which depends on the database and on `key` alone. */
  return <T>(key: string, work: () => Promise<T>): Promise<T> => {
    const current = works.get(key);
    if (!current) return start(key, work) as Promise<T>;
    const again = () => start(key, work);
    current.next ??= current.running.then(again, again);
    return current.next as Promise<T>;
  };
}

/** An answer and the snapshot of the database that the statement which read it saw. */
export type Seen<T> = { value: T; snapshot: string };

/**
 * Remembers the last `max` answers that one statement each reads. One is given again only while the database's snapshot
 * is still that of its statement, which costs far less to ask; an answer never asked for before costs nothing more.
 */
export function createKept<T>(db: Db, max: number) {
  const entries = new Map<string, Seen<T>>();
  return async (key: string, read: () => Promise<Seen<T>>): Promise<T> => {
    const known = entries.get(key);
    if (known && known.snapshot === (await readSnapshot(db))) return known.value;
    const seen = await read();
    entries.delete(key);
    entries.set(key, seen);
    const [oldest] = entries.keys();
    if (entries.size > max && oldest !== undefined) entries.delete(oldest);
    return seen.value;
  };
}
