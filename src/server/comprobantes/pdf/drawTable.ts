import { heightOf, ink, type Pdf, paper, roomFor, rule, write } from './paper.ts';

export type Column = { title: string; width: number; align?: 'right' };
type Cell = { text: string; notes?: string[] };
/** `off` rows no longer count: they are struck out. */
export type Row = { cells: Cell[]; off?: boolean };

const PAD = 5;
const GAP = 10;
const NOTE = 8.5;

/** A table whose head is repeated on each page it goes on to. @returns where it ends. */
export function drawTable(pdf: Pdf, y: number, columns: Column[], rows: Row[]): number {
  const cells = place(columns);
  let at = drawHead(pdf, roomFor(pdf, y, 60), cells);
  for (const row of rows) {
    const height = heightOfRow(pdf, row, cells);
    const next = roomFor(pdf, at, height);
    at = next < at ? drawHead(pdf, next, cells) : next;
    drawRow(pdf, at, row, cells);
    at += height;
    rule(pdf, at);
  }
  return at;
}

type Placed = Column & { x: number };

function place(columns: Column[]): Placed[] {
  let x: number = paper.left;
  return columns.map((column) => {
    const placed = { ...column, x };
    x += column.width + GAP;
    return placed;
  });
}

function drawHead(pdf: Pdf, y: number, columns: Placed[]): number {
  const size = 8.5;
  for (const { title, x, width, align } of columns) {
    write(pdf, title, { x, y, width, align, size, bold: true, color: ink.soft });
  }
  const end = y + size + PAD + 2;
  rule(pdf, end, ink.soft);
  return end;
}

function heightOfRow(pdf: Pdf, { cells }: Row, columns: Placed[]): number {
  const heights = columns.map(({ width }, index) => {
    const { text = '', notes = [] } = cells[index] ?? {};
    const main = text ? heightOf(pdf, text, { width }) : 0;
    return notes.reduce((sum, note) => sum + 1 + heightOf(pdf, note, { width, size: NOTE }), main);
  });
  return Math.max(...heights) + 2 * PAD;
}

function drawRow(pdf: Pdf, y: number, { cells, off = false }: Row, columns: Placed[]): void {
  const color = off ? ink.soft : ink.text;
  for (const [index, { x, width, align }] of columns.entries()) {
    const { text = '', notes = [] } = cells[index] ?? {};
    const at = { x, width, align };
    let end = y + PAD;
    if (text) end = write(pdf, text, { ...at, y: end, color, strike: off });
    for (const note of notes) {
      end = write(pdf, note, { ...at, y: end + 1, size: NOTE, color: ink.soft });
    }
  }
}
