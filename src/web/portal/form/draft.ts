import { useEffect } from 'react';

/** What was typed in a form earlier in this tab, over its empty values: a page left or reloaded loses nothing. */
export function readDraft<T extends object>(key: string, empty: T): T {
  try {
    const saved: unknown = JSON.parse(sessionStorage.getItem(key) ?? '{}');
    const known = Object.entries(saved ?? {}).filter(
      ([name, value]) => typeof value === typeof empty[name as keyof T],
    );
    return { ...empty, ...Object.fromEntries(known) };
  } catch {
    return empty;
  }
}

/** Keeps the draft of a form until the tab is closed or `forgetDraft`. */
export function useKeepDraft(key: string, values: object): void {
  useEffect(() => {
    try {
      sessionStorage.setItem(key, JSON.stringify(values));
    } catch {}
  }, [key, values]);
}

export function forgetDraft(key: string): void {
  try {
    sessionStorage.removeItem(key);
  } catch {}
}
