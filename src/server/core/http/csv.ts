type Cell = string | number | null;

export const BOM = '\ufeff';

/**
 * One line of a CSV file as spreadsheets set to Spanish read it, by semicolons and with decimal commas. A cell that a spreadsheet would take
 * for a formula is led by an apostrophe.
 */
export function csvLine(cells: readonly Cell[]): string {
  return `${cells.map(csvCell).join(';')}\r\n`;
}

function csvCell(value: Cell): string {
  if (value === null) return '';
  if (typeof value === 'number') return String(value).replace('.', ',');
  const safe = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value;
  return /[";,\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
