import type { Cell, PaperDoc } from "#app/domain/papers/doc.ts";
import { byteOrderMark, safeCell } from "#app/domain/portfolios/reject-file.ts";
import { plainAmount } from "#app/messages/format.ts";

/** A paper as a table for a spreadsheet: figures as figures, and no word that a spreadsheet takes for a formula. */
export function paperCsv({ title, currency, facts, parties, tables, notes, check, foot }: PaperDoc): string {
  const lines: Cell[][] = [
    [title],
    ...facts,
    ...parties.map(({ heading, lines: said }) => [heading, said.join(", ")]),
    ...tables.flatMap(({ heading, columns, rows, totals }) => [
      [],
      ...(heading ? [[heading]] : []),
      columns.map(({ label }) => label),
      ...rows,
      ...totals,
    ]),
    [],
    ...notes.map((text) => [text]),
    ...(check ? [[check.text, check.code]] : []),
    [foot],
  ];
  return (
    byteOrderMark +
    lines.map((cells) => `${cells.map((cell) => written(cell, currency)).join(",")}\r\n`).join("")
  );
}

function written(cell: Cell, currency: string): string {
  if (typeof cell === "string") return safeCell(cell);
  if ("on" in cell) return cell.on;
  // Our own figures: a minus is a minus, and quoted like words they would not add up.
  return "count" in cell ? String(cell.count) : plainAmount(cell.minor, currency);
}
