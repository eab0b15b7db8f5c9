/** Text as search sees it: no accents, no case, ñ as n. The same as `normalizar()` in the database. */
export function foldText(text: string): string {
  return text
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .toLowerCase();
}

/**
 * What a `busqueda` column must contain, all of it, to match a search. A phone or RUT (digits with their
 * separators) is one text without them; anything else is one a word. One or two letters must begin a
 * word, so they carry the space before it: the trigram index finds nothing shorter within words.
 */
export function searchTerms(query: string): string[] {
  const folded = foldText(query.trim());
  const isNumber = /^[\d\s+().-]*k?$/.test(folded) && /\d/.test(folded);
  const words = isNumber ? [folded.replace(/[^\dk]/g, '')] : folded.split(/\s+/).filter(Boolean);
  return [...new Set(words)].map((word) => (word.length < 3 ? ` ${word}` : word));
}

/** The LIKE patterns of a search over a `busqueda` column; every one must match. */
export function searchPatterns(query: string): string[] {
  return searchTerms(query).map((term) => `%${term.replace(/[\\%_]/g, '\\$&')}%`);
}

/** Text for an address: `Cerámica: gres & engobe` → `ceramica-gres-engobe`. */
export function slugify(text: string): string {
  return foldText(text)
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 80);
}
