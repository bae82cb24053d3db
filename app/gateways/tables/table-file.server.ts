import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { open, stat } from "node:fs/promises";
import { err, ok, type Result } from "#app/domain/result.ts";
import {
  csvSplitter,
  type Delimiter,
  delimiterOf,
  type LineEnd,
  lineEndOf,
  type NumberedRows,
} from "./csv-rows.server.ts";
import { type TableRefusal, TableRefused } from "./table-refusal.ts";
import { encodingOf, type TextEncoding } from "./text-encoding.server.ts";
import { xlsxRows } from "./xlsx-rows.server.ts";

export type Table = {
  path: string;
  bytes: number;
  sha256: string;
  format: { kind: "csv"; encoding: TextEncoding; delimiter: Delimiter; lineEnd: LineEnd } | { kind: "xlsx" };
  headers: string[];
  /** Where the header stands; rows of claims come after. */
  headerRow: number;
  /** The first rows, by which columns and forms are found. */
  sample: string[][];
};

/** How many rows decide what a column means. */
const sampleRows = 2_000;
const headBytes = 256 * 1024;

/** Opens a file by what is in it, whatever its name says: reads its header and first rows, and hashes it. */
export async function openTable(path: string): Promise<Result<Table, TableRefusal>> {
  const { size } = await stat(path);
  if (size === 0) return err({ kind: "file-empty" });
  const head = await headOf(path);
  const format = formatOf(head);
  if (!format) return err({ kind: "file-not-a-table" });
  try {
    const found = await firstRows({ path, format });
    if (!found) return err({ kind: "file-empty" });
    if (found.sample.length === 0) return err({ kind: "file-header-only" });
    return ok({ path, bytes: size, sha256: await sha256Of(path), format, ...found });
  } catch (error) {
    if (error instanceof TableRefused) return err(error.refusal);
    throw error;
  }
}

async function headOf(path: string): Promise<Buffer> {
  const file = await open(path);
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(headBytes), 0, headBytes, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await file.close();
  }
}

/** Beginnings of files that are no tables: PDF, pictures, old Office files, executables, archives. */
const otherFiles = [
  "25504446",
  "89504e47",
  "ffd8ff",
  "d0cf11e0",
  "7f454c46",
  "1f8b08",
  "377abcaf",
  "52617221",
  "4d5a",
];

function formatOf(head: Buffer): Table["format"] | null {
  if (head.subarray(0, 4).toString("hex") === "504b0304") return { kind: "xlsx" };
  const start = head.subarray(0, 4).toString("hex");
  if (otherFiles.some((each) => start.startsWith(each))) return null;
  const encoding = encodingOf(head);
  const text = new TextDecoder(encoding).decode(head, { stream: true });
  if (hasControls(text) || /^\s*(<|\{|\[)/.test(text)) return null;
  return { kind: "csv", encoding, delimiter: delimiterOf(text), lineEnd: lineEndOf(text) };
}

/** Nought and its neighbours are in programs and pictures, never in a table. */
const hasControls = (text: string) =>
  [0, 1, 2, 3, 4, 5, 6].some((code) => text.includes(String.fromCharCode(code)));

async function firstRows(table: Pick<Table, "path" | "format">) {
  let header: { headers: string[]; headerRow: number } | null = null;
  const sample: string[][] = [];
  for await (const { rows, rowNos } of allRows(table)) {
    for (const [at, row] of rows.entries()) {
      if (header) sample.push(row);
      else header = { headers: row.map((each) => each.trim()), headerRow: rowNos[at] };
      if (sample.length >= sampleRows) return header && { ...header, sample };
    }
  }
  return header && { ...header, sample };
}

/** All records of a file in order, the header among them. Pulls as it is pulled: memory does not grow with the file. */
async function* allRows(
  { path, format }: Pick<Table, "path" | "format">,
  onBytes: (count: number) => void = () => {},
): AsyncGenerator<NumberedRows> {
  if (format.kind === "xlsx") {
    yield* xlsxRows(path, onBytes);
    return;
  }
  const decoder = new TextDecoder(format.encoding);
  const splitter = csvSplitter(format.delimiter, format.lineEnd);
  for await (const chunk of createReadStream(path, { highWaterMark: 32 * 1024 })) {
    onBytes((chunk as Buffer).length);
    yield splitter.push(decoder.decode(chunk as Buffer, { stream: true }));
  }
  yield splitter.push(decoder.decode());
  yield splitter.end();
}

/** The rows of claims after a row of the file, in chunks of a size; throws `TableRefused` where the file turns unreadable. */
export async function* tableChunks(
  table: Table,
  { after, size, onBytes }: { after: number; size: number; onBytes?: (count: number) => void },
): AsyncGenerator<NumberedRows> {
  const from = Math.max(after, table.headerRow);
  let chunk: NumberedRows = { rows: [], rowNos: [] };
  for await (const { rows, rowNos } of allRows(table, onBytes)) {
    for (const [at, row] of rows.entries()) {
      if (rowNos[at] <= from) continue;
      chunk.rows.push(row);
      chunk.rowNos.push(rowNos[at]);
      if (chunk.rows.length < size) continue;
      yield chunk;
      chunk = { rows: [], rowNos: [] };
    }
  }
  if (chunk.rows.length > 0) yield chunk;
}

async function sha256Of(path: string): Promise<string> {
  const hash = createHash("sha256");
  for await (const chunk of createReadStream(path, { highWaterMark: 1024 * 1024 }))
    hash.update(chunk as Buffer);
  return hash.digest("hex");
}
