import type { Context } from 'hono';

type Cell = string | number | null;

const BOM = '\ufeff';

/**
 * One line of a CSV file as spreadsheets set to Spanish read it, by semicolons. A cell that a spreadsheet would take
 * for a formula is led by an apostrophe.
 */
export function csvLine(cells: Cell[]): string {
  return `${cells.map(csvCell).join(';')}\r\n`;
}

function csvCell(value: Cell): string {
  if (value === null) return '';
  if (typeof value === 'number') return String(value);
  const safe = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value;
  return /[";,\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** A file to download, made while it is sent: each page holds some rows, and is asked for when the last one left. */
export function csvResponse(
  c: Context,
  name: string,
  header: string[],
  pages: AsyncGenerator<Cell[][]>,
): Response {
  const encoder = new TextEncoder();
  let begun = false;
  const body = new ReadableStream<Uint8Array>({
    async pull(controller) {
      const { value: rows, done } = await pages.next();
      const head = begun ? '' : BOM + csvLine(header);
      begun = true;
      const text = head + (rows ?? []).map(csvLine).join('');
      if (text) controller.enqueue(encoder.encode(text));
      if (done) controller.close();
    },
    async cancel() {
      await pages.return(undefined);
    },
  });
  return c.body(body, 200, {
    'content-type': 'text/csv; charset=utf-8',
    'content-disposition': `attachment; filename="${name}.csv"`,
    'cache-control': 'no-store',
  });
}
