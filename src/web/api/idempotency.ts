import { useRef } from 'react';

/** Random text for a key; `crypto.randomUUID` is missing where the page came over plain HTTP. */
export function newKey(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** The same key for the same body while it has not succeeded: a repeated click sells once. */
export function useIdempotencyKey() {
  const last = useRef<{ text: string; key: string } | undefined>(undefined);
  return {
    keyFor(args: unknown): string {
      const text = JSON.stringify(args);
      if (last.current?.text !== text) last.current = { text, key: newKey() };
      return last.current.key;
    },
    forget() {
      last.current = undefined;
    },
  };
}
