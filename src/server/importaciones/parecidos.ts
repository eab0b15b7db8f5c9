import { foldText } from '../core/text.ts';
import { AJENO } from '../duplicados/confianza.policy.ts';

const wordsOf = (name: string): string[] => foldText(name).match(/[\p{L}\p{N}]+/gu) ?? [];

function trigramsOf(words: string[]): Set<string> {
  const padded = words.map((word) => `  ${word} `);
  return new Set(
    padded.flatMap((word) =>
      Array.from({ length: word.length - 2 }, (_, i) => word.slice(i, i + 3)),
    ),
  );
}

/** Likeness from 0 to 1 by the groups of three letters that words share; the same as `similarity` in the database. */
function likeness(a: string[], b: string[]): number {
  const [of, others] = [trigramsOf(a), trigramsOf(b)];
  const shared = [...of].filter((three) => others.has(three)).length;
  return shared === 0 ? 0 : shared / (of.size + others.size - shared);
}

/**
 * Whether two names may be one person's, written differently: one is part of the other, or they have enough in common,
 * also in the given name, since siblings share the rest.
 */
export function parecidos(a: string, b: string): boolean {
  const [x, y] = [wordsOf(a), wordsOf(b)];
  const [short, long] = x.length < y.length ? [x, y] : [y, x];
  if (short.length === 0) return false;
  if (short.every((word) => long.includes(word))) return true;
  return likeness(x, y) >= AJENO && likeness(x.slice(0, 1), y.slice(0, 1)) >= AJENO;
}
