import { winAnsi } from './winAnsi.policy.ts';

export type Pdf = PDFKit.PDFDocument;

/** Where one may write on an A4 page, in points; below `bottom` stands the foot. */
export const paper = { left: 48, right: 547, width: 499, top: 48, bottom: 770 } as const;

export const ink = { text: '#1c1c1c', soft: '#5c5c5c', line: '#d5d5d5' } as const;

export type Writing = {
  x: number;
  y: number;
  width: number;
  size?: number;
  bold?: boolean;
  color?: string;
  align?: 'right' | undefined;
  strike?: boolean;
};

function prepare(pdf: Pdf, { size = 9.5, bold = false }: Pick<Writing, 'size' | 'bold'>): Pdf {
  return pdf.font(bold ? 'Helvetica-Bold' : 'Helvetica').fontSize(size);
}

/** The height in points that a text takes in a width. */
export function heightOf(
  pdf: Pdf,
  text: string,
  writing: Pick<Writing, 'width' | 'size' | 'bold'>,
): number {
  return prepare(pdf, writing).heightOfString(winAnsi(text), { width: writing.width });
}

/** Writes a text, wrapped in its width. @returns where it ends, in points from the top. */
export function write(pdf: Pdf, text: string, writing: Writing): number {
  const { x, y, width, color = ink.text, align = 'left', strike = false } = writing;
  prepare(pdf, writing).fillColor(color).text(winAnsi(text), x, y, { width, align, strike });
  return y + heightOf(pdf, text, writing);
}

/** A thin line across the page. */
export function rule(pdf: Pdf, y: number, color: string = ink.line, thickness = 0.6): void {
  pdf.moveTo(paper.left, y).lineTo(paper.right, y).lineWidth(thickness).strokeColor(color).stroke();
}

/** Goes to a new page when less than `height` is left. @returns where to write. */
export function roomFor(pdf: Pdf, y: number, height: number): number {
  if (y + height <= paper.bottom) return y;
  pdf.addPage();
  return paper.top;
}
