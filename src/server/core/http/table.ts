import type { Context } from 'hono';
import { type CellValue, writeXlsxStream } from 'hucre/xlsx';
import type { FormatoExportacion } from '#contract/formatos.ts';
import { localMoment } from '../time.ts';
import { BOM, csvLine } from './csv.ts';

/** An amount of pesos, a plain date (`YYYY-MM-DD`) or an instant (ISO 8601 UTC) are cells as the database gives them. */
export type Cell = string | number | null;
export type Column = { title: string; kind: 'text' | 'money' | 'number' | 'date' | 'instant' };

export type Table = {
  /** Of the file, without its ending. */
  name: string;
  columns: readonly Column[];
  /** Some rows at a time: each page is asked for when the last one left. */
  pages: AsyncGenerator<Cell[][]>;
  format: FormatoExportacion;
  /** By whose clock instants are told. */
  zone: string;
};

/** A file to download, made while it is sent; who stops reading stops the making of it. */
export function tableResponse(c: Context, table: Table): Response {
  const { body, type, ending } = table.format === 'XLSX' ? asXlsx(table) : asCsv(table);
  return c.body(body, 200, {
    'content-type': type,
    'content-disposition': `attachment; filename="${table.name}.${ending}"`,
    'cache-control': 'no-store',
  });
}

/** `2026-12-05 10:30`, which spreadsheets read as a moment. */
const clock = (instant: string, zone: string) => localMoment(instant, zone).replace('T', ' ');

function asCsv({ columns, pages, zone }: Table) {
  const line = (row: Cell[]) =>
    csvLine(
      row.map((cell, i) =>
        columns[i]?.kind === 'instant' && typeof cell === 'string' ? clock(cell, zone) : cell,
      ),
    );
  async function* text() {
    yield BOM + csvLine(columns.map(({ title }) => title));
    for await (const rows of pages) if (rows.length > 0) yield rows.map(line).join('');
  }
  return {
    body: pulled(text(), pages),
    type: 'text/csv; charset=utf-8',
    ending: 'csv',
  };
}

/** Bytes of texts, each made when the one before it was taken. */
function pulled(texts: AsyncGenerator<string>, pages: Table['pages']): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  return new ReadableStream({
    async pull(controller) {
      const { value, done } = await texts.next();
      if (done) controller.close();
      else controller.enqueue(encoder.encode(value));
    },
    async cancel() {
      await texts.return(undefined);
      await pages.return(undefined);
    },
  });
}

const numFmt: Partial<Record<Column['kind'], string>> = {
  money: '"$"#,##0',
  date: 'dd-mm-yyyy',
  instant: 'dd-mm-yyyy hh:mm',
};
const width: Record<Column['kind'], number> = {
  text: 26,
  money: 14,
  number: 11,
  date: 13,
  instant: 18,
};

/** Text stays text whatever it begins with; amounts and days are numbers and dates that a spreadsheet reckons with. */
function asXlsx({ name, columns, pages, zone }: Table) {
  const value = (cell: Cell, i: number): CellValue => {
    if (typeof cell !== 'string') return cell;
    const kind = columns[i]?.kind;
    if (kind === 'instant') return new Date(`${localMoment(cell, zone)}:00Z`);
    return kind === 'date' ? new Date(`${cell}T00:00:00Z`) : cell;
  };
  async function* rows() {
    for await (const page of pages) for (const row of page) yield row.map(value);
  }
  const body = writeXlsxStream(rows(), {
    name: name.slice(0, 31),
    columns: columns.map(({ title, kind }) => ({
      header: title,
      width: width[kind],
      ...(numFmt[kind] ? { numFmt: numFmt[kind] } : {}),
    })),
    freezePane: { rows: 1 },
  });
  return {
    body,
    type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    ending: 'xlsx',
  };
}
