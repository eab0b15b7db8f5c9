/** Text as search sees it: no accents, no case, ñ as n. The same as `normalizar()` in the database. */
export function foldText(text: string): string {
  return text
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .toLowerCase();
}

/** A LIKE pattern that finds the text anywhere, its own `%`, `_` and `\` taken literally. */
export function containsPattern(text: string): string {
  return `%${text.replace(/[\\%_]/g, '\\$&')}%`;
}

/**
 * The patterns of a search: every one must match. A phone or RUT (digits with their separators) is one
 * pattern without them; anything else is one pattern a word.
 */
export function searchPatterns(query: string): string[] {
  const folded = foldText(query.trim());
  if (/^\+?[\d\s().-]*\d[\d\s().-]*k?$/.test(folded) && /\d{2}/.test(folded.replace(/\D/g, ''))) {
    return [containsPattern(folded.replace(/[^\dk]/g, ''))];
  }
  return folded.split(/\s+/).filter(Boolean).slice(0, 6).map(containsPattern);
}

/** Text for an address: `Cerámica: gres & engobe` → `ceramica-gres-engobe`. */
export function slugify(text: string): string {
  return foldText(text)
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 80);
}
