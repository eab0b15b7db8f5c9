/** `5-3-2026`, `05/03/26`, `5.3.2026` to `2026-03-05`; null for anything else. */
export function readDate(text: string): string | null {
  const parts = /^\s*(\d{1,2})[-/. ](\d{1,2})[-/. ](\d{4}|\d{2})\s*$/.exec(text);
  if (!parts) return null;
  const [, day = '', month = '', short = ''] = parts;
  const year = short.length === 2 ? `20${short}` : short;
  const iso = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  const read = new Date(`${iso}T00:00:00Z`);
  return !Number.isNaN(read.getTime()) && read.toISOString().startsWith(iso) ? iso : null;
}
