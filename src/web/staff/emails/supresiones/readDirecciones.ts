const CELLS = /[;,\t]/;

/** A cell as it was before a spreadsheet or a CSV dressed it: quotes, `<…>` around an address, a leading apostrophe. */
function bare(cell: string): string {
  const text = cell.replace(/^\ufeff/, '').trim();
  const unquoted = text.replace(/^"(.*)"$/, '$1').replaceAll('""', '"');
  const inside = /<([^<>\s]+@[^<>\s]+)>/.exec(unquoted)?.[1] ?? unquoted;
  return inside.replace(/^'(?=[=+\-@])/, '').trim();
}

/**
 * The addresses of a pasted list or a CSV file: one a line, of a line with several cells the first that looks like one.
 * What looks like none is given too, so that it can be told; a heading is not.
 */
export function readDirecciones(text: string): string[] {
  const lines = text.split(/\r?\n/).filter((line) => line.trim() !== '');
  const found = lines.flatMap((line, index) => {
    const cells = line.split(CELLS).map(bare).filter(Boolean);
    const emails = cells.filter((cell) => cell.includes('@'));
    // Several on one line and nothing else is a list; beside other things the first is the person's.
    if (emails.length > 0) return emails.length === cells.length ? emails : emails.slice(0, 1);
    return index === 0 || cells.length === 0 ? [] : [cells[0] ?? ''];
  });
  return [...new Set(found.map((email) => email.slice(0, 300)))];
}
