import { type FileHandle, open } from "node:fs/promises";
import { SaxesParser } from "saxes";
import { dateOf } from "#app/domain/law/calendar/civil.ts";
import type { NumberedRows } from "./csv-rows.server.ts";
import { mostColumns, TableRefused } from "./table-refusal.ts";
import { entryStream, type ZipEntry, zipEntries } from "./zip-entries.server.ts";

/** Shared strings are held while a sheet is read: this many characters, and no more, in at most so many strings. */
const mostSharedText = 40_000_000;
const mostShared = 2_000_000;
const mostRows = 1_048_576;
const longestCell = 32_767;
const rowsABatch = 2_000;
/** About what a row packs to: good for a progress bar and for nothing else. */
const bytesARow = 40;

type Workbook = {
  path: string;
  file: FileHandle;
  sheet: ZipEntry;
  shared: string[];
  dateStyles: Set<number>;
  epoch1904: boolean;
};

/** The rows of a workbook's first sheet, batch by batch; dates as `YYYY-MM-DD`, figures as plain decimal text. */
export async function* xlsxRows(
  path: string,
  onBytes: (count: number) => void,
): AsyncGenerator<NumberedRows> {
  const file = await open(path);
  try {
    const book = await openWorkbook(path, file);
    let told = 0;
    for await (const batch of sheetRows(book)) {
      const packed = Math.min(book.sheet.packed, (batch.rowNos.at(-1) ?? 0) * bytesARow);
      onBytes(Math.max(0, packed - told));
      told = Math.max(told, packed);
      yield batch;
    }
  } finally {
    await file.close();
  }
}

async function openWorkbook(path: string, file: FileHandle): Promise<Workbook> {
  const entries = await zipEntries(file, (await file.stat()).size);
  const named = (pattern: RegExp) => entries.find(({ name }) => pattern.test(name));
  const sheets = entries.filter(({ name }) => /^xl\/worksheets\/sheet\d+\.xml$/i.test(name));
  const first = sheets.sort((a, b) => a.name.localeCompare(b.name, "en", { numeric: true }))[0];
  if (!first) throw new TableRefused({ kind: "file-not-a-table" });
  const [strings, styles, book] = [
    named(/^xl\/sharedStrings\.xml$/i),
    named(/^xl\/styles\.xml$/i),
    named(/^xl\/workbook\.xml$/i),
  ];
  return {
    path,
    file,
    sheet: first,
    shared: strings ? await sharedStrings(file, path, strings) : [],
    dateStyles: styles ? await dateStyles(file, path, styles) : new Set(),
    epoch1904: book ? await isFrom1904(file, path, book) : false,
  };
}

type Handlers = {
  open?: (name: string, attributes: Record<string, string>) => void;
  text?: (text: string) => void;
  close?: (name: string) => void;
};

/** Reads one part through. A document type could name entities that grow; no workbook has one. */
async function* readXml(file: FileHandle, path: string, entry: ZipEntry, on: Handlers): AsyncGenerator<void> {
  const parser = new SaxesParser();
  parser.on("error", () => {
    throw new TableRefused({ kind: "file-zip-broken" });
  });
  parser.on("doctype", () => {
    throw new TableRefused({ kind: "file-zip-bomb" });
  });
  parser.on("opentag", ({ name, attributes }) => on.open?.(bare(name), attributes));
  parser.on("text", (text) => on.text?.(text));
  parser.on("closetag", ({ name }) => on.close?.(bare(name)));
  const decoder = new TextDecoder("utf-8");
  for await (const chunk of await entryStream(file, path, entry)) {
    parser.write(decoder.decode(chunk as Buffer, { stream: true }));
    yield;
  }
  parser.close();
}

const bare = (name: string) => name.slice(name.indexOf(":") + 1);
const through = async (work: AsyncGenerator<void>) => {
  for await (const _ of work);
};

async function sharedStrings(file: FileHandle, path: string, entry: ZipEntry): Promise<string[]> {
  const strings: string[] = [];
  let [size, phonetic, text] = [0, 0, ""];
  let inText = false;
  await through(
    readXml(file, path, entry, {
      open(name) {
        if (name === "si") text = "";
        if (name === "rPh") phonetic += 1;
        if (name === "t") inText = true;
      },
      text(piece) {
        if (inText && phonetic === 0 && text.length < longestCell) text += piece;
      },
      close(name) {
        if (name === "t") inText = false;
        if (name === "rPh") phonetic -= 1;
        if (name !== "si") return;
        size += text.length;
        strings.push(text);
        if (size > mostSharedText || strings.length > mostShared)
          throw new TableRefused({ kind: "file-zip-bomb" });
      },
    }),
  );
  return strings;
}

/** Formats of ECMA-376 18.8.30 that show a date, and a file's own that spell a year or a day. */
const builtInDates = new Set([
  14, 15, 16, 17, 22, 27, 28, 29, 30, 31, 34, 35, 36, 50, 51, 52, 53, 54, 55, 56, 57, 58,
]);
const spellsDate = (code: string) => /[yd]/i.test(code.replace(/"[^"]*"|\[[^\]]*\]|\\./g, ""));

async function dateStyles(file: FileHandle, path: string, entry: ZipEntry): Promise<Set<number>> {
  const formats = new Set(builtInDates);
  const styles = new Set<number>();
  let [inCells, at] = [false, 0];
  await through(
    readXml(file, path, entry, {
      open(name, attributes) {
        if (name === "numFmt" && spellsDate(attributes.formatCode ?? ""))
          formats.add(Number(attributes.numFmtId));
        if (name === "cellXfs") inCells = true;
        if (name !== "xf" || !inCells) return;
        if (formats.has(Number(attributes.numFmtId))) styles.add(at);
        at += 1;
      },
      close(name) {
        if (name === "cellXfs") inCells = false;
      },
    }),
  );
  return styles;
}

async function isFrom1904(file: FileHandle, path: string, entry: ZipEntry): Promise<boolean> {
  let from1904 = false;
  await through(
    readXml(file, path, entry, {
      open(name, { date1904 }) {
        if (name === "workbookPr") from1904 = date1904 === "1" || date1904 === "true";
      },
    }),
  );
  return from1904;
}

async function* sheetRows(book: Workbook): AsyncGenerator<NumberedRows> {
  let batch: NumberedRows = { rows: [], rowNos: [] };
  let [row, rowNo, column, kind, style, text, reading] = [[] as string[], 0, 0, "", 0, "", false];
  const steps = readXml(book.file, book.path, book.sheet, {
    open(name, attributes) {
      if (name === "row") {
        row = [];
        rowNo = Number(attributes.r ?? rowNo + 1);
        if (!(rowNo <= mostRows)) throw new TableRefused({ kind: "file-zip-broken" });
        column = 0;
      } else if (name === "c") {
        column = attributes.r ? columnOf(attributes.r) : column + 1;
        if (column > mostColumns) throw new TableRefused({ kind: "file-too-many-columns" });
        [kind, style, text] = [attributes.t ?? "n", Number(attributes.s ?? 0), ""];
      } else if (name === "v" || name === "t") reading = true;
    },
    text(piece) {
      if (reading && text.length < longestCell) text += piece;
    },
    close(name) {
      if (name === "v" || name === "t") reading = false;
      else if (name === "c") row[column - 1] = cellText(text, { kind, style, book });
      else if (name === "row" && row.some((each) => each)) {
        batch.rows.push(Array.from(row, (each) => each ?? ""));
        batch.rowNos.push(rowNo);
      }
    },
  });
  for await (const _ of steps) {
    if (batch.rows.length < rowsABatch) continue;
    yield batch;
    batch = { rows: [], rowNos: [] };
  }
  yield batch;
}

/** `AB12` is column 28. */
function columnOf(reference: string): number {
  let column = 0;
  for (const letter of reference) {
    if (letter < "A" || letter > "Z") break;
    column = column * 26 + letter.charCodeAt(0) - 64;
  }
  return column;
}

function cellText(
  text: string,
  { kind, style, book }: { kind: string; style: number; book: Workbook },
): string {
  if (kind === "s") return book.shared[Number(text)] ?? "";
  if (kind !== "n") return kind === "e" ? "" : text;
  if (text === "") return "";
  return book.dateStyles.has(style) ? serialDate(Number(text), book.epoch1904) : plainFigure(text);
}

/** Days since the last day of 1899, by a calendar that has a 29 February 1900 which never was. */
function serialDate(serial: number, epoch1904: boolean): string {
  if (!(serial >= 1 && serial < 2_958_466)) return String(serial);
  const whole = Math.floor(serial) + (epoch1904 ? 1_462 : 0);
  return dateOf(whole - 25_569 + (whole < 60 ? 1 : 0));
}

/** `1.2345E7` and `19.989999999999998`, as files store what people see as 12345000 and 19.99. */
function plainFigure(text: string): string {
  if (/^-?\d{1,15}(\.\d{1,4})?$/.test(text)) return text;
  const figure = Number(text);
  return Number.isFinite(figure) ? String(Number(figure.toPrecision(15))) : text;
}
