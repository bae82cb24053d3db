import { longestRow, mostColumns, TableRefused } from "./table-refusal.ts";

export const delimiters = [",", ";", "\t", "|"] as const;
export type Delimiter = (typeof delimiters)[number];

/** The mark that divides the first lines into the same number of cells, more than one; a comma where none does. */
export function delimiterOf(head: string): Delimiter {
  const lines = head
    .replace(/"(?:[^"]|"")*"/g, "")
    .split(/\r\n|\n|\r/)
    .slice(0, 20)
    .filter((line) => line.trim() !== "");
  const complete = lines.length > 2 ? lines.slice(0, -1) : lines;
  const scored = delimiters.map((mark) => {
    const counts = complete.map((line) => line.split(mark).length - 1);
    const alike = counts.filter((count) => count === counts[0]).length / Math.max(counts.length, 1);
    return { mark, score: (counts[0] ?? 0) > 0 ? alike * 1_000 + (counts[0] ?? 0) : 0 };
  });
  return scored.reduce((best, each) => (each.score > best.score ? each : best)).mark;
}

/** Old files end lines with a carriage return alone; one before a line feed belongs to it. */
export type LineEnd = "\n" | "\r";
export const lineEndOf = (head: string): LineEnd =>
  head.includes("\r") && !head.includes("\n") ? "\r" : "\n";

export type NumberedRows = { rows: string[][]; rowNos: number[] };

/**
 * Cuts text into records as it comes (RFC 4180; line ends of any kind, quotes that span lines). Give it the pieces in order and
 * take what each completes; `end` gives the last record. A line without a quote, which is nearly every line, is one split.
 */
export function csvSplitter(delimiter: Delimiter, lineEnd: LineEnd = "\n") {
  let rest = "";
  let rowNo = 0;

  const take = (into: NumberedRows, cells: string[]) => {
    rowNo += 1;
    if (cells.length === 1 && cells[0].trim() === "") return;
    if (cells.length > mostColumns) throw new TableRefused({ kind: "file-too-many-columns" });
    into.rows.push(cells);
    into.rowNos.push(rowNo);
  };

  const push = (text: string, last = false): NumberedRows => {
    const buffer = rest + text;
    const done: NumberedRows = { rows: [], rowNos: [] };
    let from = 0;
    let quote = -1;
    let noMoreQuotes = false;
    for (;;) {
      const end = buffer.indexOf(lineEnd, from);
      if (end === -1) break;
      // Looked for once and not for every line: most files have few.
      if (quote < from && !noMoreQuotes) {
        quote = buffer.indexOf('"', from);
        noMoreQuotes = quote === -1;
      }
      if (noMoreQuotes || quote > end) {
        const cut = buffer[end - 1] === "\r" && end > from ? end - 1 : end;
        take(done, buffer.slice(from, cut).split(delimiter));
        from = end + 1;
        continue;
      }
      const record = readRecord(buffer, from, { delimiter, lineEnd, last });
      if (!record) break;
      take(done, record.cells);
      from = record.next;
    }
    rest = buffer.slice(from);
    if (rest.length > longestRow) throw new TableRefused({ kind: "file-row-too-long", rowNo: rowNo + 1 });
    return done;
  };

  const end = (): NumberedRows => {
    if (rest === "") return { rows: [], rowNos: [] };
    const done = push(lineEnd, true);
    if (rest.trim() !== "") throw new TableRefused({ kind: "file-quote-open", rowNo: rowNo + 1 });
    return done;
  };
  return { push: (text: string) => push(text), end };
}

/** One record with quotes in it; null when it is not all there yet. A quote inside an unquoted cell is text. */
function readRecord(
  text: string,
  from: number,
  { delimiter, lineEnd, last }: { delimiter: string; lineEnd: string; last: boolean },
) {
  const cells: string[] = [];
  let at = from;
  for (;;) {
    let cell = "";
    if (text[at] === '"') {
      at += 1;
      for (;;) {
        const close = text.indexOf('"', at);
        if (close === -1) return null;
        if (!last && close === text.length - 1) return null;
        cell += text.slice(at, close);
        at = close + 1;
        if (text[at] !== '"') break;
        cell += '"';
        at += 1;
      }
    }
    const start = at;
    while (at < text.length && text[at] !== delimiter && text[at] !== lineEnd) at += 1;
    if (at >= text.length) return null;
    const cut = text[at] === lineEnd && text[at - 1] === "\r" && at > start ? at - 1 : at;
    cells.push(cell + text.slice(start, cut));
    if (text[at] === delimiter) {
      at += 1;
      continue;
    }
    return { cells, next: at + 1 };
  }
}
