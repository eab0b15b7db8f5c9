/** What the built-in fonts of a PDF have beyond Latin-1. */
const EXTRA = 'ƒ–—‘’‚“”„†‡•…€‰‹›ˆ™Œœ˜ŠšŸŽž';

const writable = (char: string) =>
  /^[\u0020-\u007e\u00a0-\u00ff]$/.test(char) || EXTRA.includes(char);

/**
 * A text with only what the built-in fonts can write: letters of other alphabets lose the accent that
 * is missing (`ễ` → `ê`, `ł` → `l`), and what has no likeness becomes `?`. One line: breaks become spaces.
 */
export function winAnsi(text: string): string {
  const clean = text
    .normalize('NFC')
    .replace(/[\s\u202f\u2007]+/g, ' ')
    .replace(/\u2212/g, '–')
    .replace(/\p{Cc}|\p{Cf}|\p{Variation_Selector}/gu, '');
  return [...clean].map((char) => (writable(char) ? char : likeness(char))).join('');
}

const LETTERS: Record<string, string> = { ł: 'l', Ł: 'L', đ: 'd', Đ: 'D', ı: 'i', ő: 'ö', ű: 'ü' };

function likeness(char: string): string {
  const known = LETTERS[char];
  if (known) return known;
  // From all its accents down to the bare letter: the first that can be written.
  const parts = [...char.normalize('NFD')];
  for (let length = parts.length - 1; length > 0; length -= 1) {
    const less = parts.slice(0, length).join('').normalize('NFC');
    if ([...less].length === 1 && writable(less)) return less;
  }
  return '?';
}
