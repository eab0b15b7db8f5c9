/** Text as search sees it: no accents, no case, ñ as n. The same as `normalizar()` in the database. */
export function foldText(text: string): string {
  return text
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .toLowerCase();
}

/**
 * The LIKE patterns of a search over a `busqueda` column; every one must match. A phone or RUT (digits
 * with their separators) is one pattern without them; anything else is one pattern a word. One or two
 * letters must begin a word: the trigram index finds nothing shorter within words.
 */
export function searchPatterns(query: string): string[] {
  const folded = foldText(query.trim());
  const isNumber = /^[\d\s+().-]*k?$/.test(folded) && /\d/.test(folded);
  const words = isNumber ? [folded.replace(/[^\dk]/g, '')] : folded.split(/\s+/).filter(Boolean);
  return [...new Set(words)].map((word) => {
    const literal = word.replace(/[\\%_]/g, '\\$&');
    return word.length < 3 ? `% ${literal}%` : `%${literal}%`;
  });
}

/** Text for an address: `Cerámica: gres & engobe` → `ceramica-gres-engobe`. */
export function slugify(text: string): string {
  return foldText(text)
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 80);
}
