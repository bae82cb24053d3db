/** Beginnings by which a spreadsheet takes a cell for a formula, spaces before them or not. */
const startsFormula = /^\s*[=+\-@]|^[\t\r\n]/;

/**
 * A cell of a CSV file that no spreadsheet takes for a formula: one that begins like one gets an apostrophe in front, which
 * spreadsheets show as text.
 */
export function safeCell(text: string): string {
  const shown = startsFormula.test(text) ? `'${text}` : text;
  return /[",;\t\r\n]/.test(shown) ? `"${shown.replaceAll('"', '""')}"` : shown;
}

export const csvLine = (cells: readonly string[]): string => `${cells.map(safeCell).join(",")}\r\n`;

/** Spreadsheets read a file as UTF-8 only when it says so. */
export const byteOrderMark = "\ufeff";
