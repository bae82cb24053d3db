import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { strToU8, zipSync } from "fflate";
import type { MappingFile } from "#app/domain/portfolios/mapping.ts";
import { importFile } from "#app/use-cases/portfolios/import-file.server.ts";
import { type OpenedFile, openImport } from "#app/use-cases/portfolios/open-import.server.ts";
import { type Person, value, type World } from "./world.ts";

const folder = mkdtempSync(join(tmpdir(), "rung-imports-"));
process.on("exit", () => rmSync(folder, { recursive: true, force: true }));
let made = 0;

/** A file on disk with these bytes. */
export function aFile(content: string | Uint8Array, name = `claims-${++made}.csv`): string {
  const path = join(folder, `${++made}-${name}`);
  writeFileSync(path, content);
  return path;
}

export const header = "Invoice No,Debtor,State,ZIP,Amount,Due date";

/** Rows of companies in California, unless told otherwise; the number makes them different. */
export const aRow = (
  no: number,
  given: Partial<Record<"name" | "state" | "zip" | "amount" | "due", string>> = {},
) =>
  [
    `INV-${no}`,
    given.name ?? `Debtor ${no} Inc`,
    given.state ?? "CA",
    given.zip ?? "93650",
    given.amount ?? `${1_000 + no}.00`,
    given.due ?? "2026-03-01",
  ].join(",");

export const rowsOf = (count: number, from = 1) => Array.from({ length: count }, (_, at) => aRow(from + at));
export const csvOf = (rows: readonly string[]) => `${[header, ...rows].join("\n")}\n`;

export async function opened(
  world: World,
  by: Person,
  path: string,
  asked: MappingFile | null = null,
): Promise<OpenedFile> {
  return value(await openImport(world.ctx(by.actor), { path, fileName: "claims.csv", asked }));
}

export async function anImport(
  world: World,
  by: Person,
  content: string | Uint8Array,
  asked: MappingFile | null = null,
) {
  const file = await opened(world, by, aFile(content), asked);
  return value(await importFile(world.ctx(by.actor), file));
}

/** A workbook with one sheet: texts as shared strings, figures as figures, dates as serial numbers with a date's style. */
export function anXlsx(rows: readonly (readonly (string | number | { date: number })[])[]): Uint8Array {
  const shared: string[] = [];
  const cell = (value: string | number | { date: number }, at: string) => {
    if (typeof value === "number") return `<c r="${at}"><v>${value}</v></c>`;
    if (typeof value === "object") return `<c r="${at}" s="1"><v>${value.date}</v></c>`;
    shared.push(value);
    return `<c r="${at}" t="s"><v>${shared.length - 1}</v></c>`;
  };
  const letter = (at: number) => String.fromCharCode(65 + at);
  const sheet = rows
    .map(
      (row, no) =>
        `<row r="${no + 1}">${row.map((each, at) => cell(each, `${letter(at)}${no + 1}`)).join("")}</row>`,
    )
    .join("");
  const inXml = (text: string) => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;");
  return zipSync({
    "xl/workbook.xml": strToU8(
      "<workbook><workbookPr/><sheets><sheet name='S' sheetId='1'/></sheets></workbook>",
    ),
    "xl/styles.xml": strToU8(
      "<styleSheet><cellXfs><xf numFmtId='0'/><xf numFmtId='14'/></cellXfs></styleSheet>",
    ),
    "xl/sharedStrings.xml": strToU8(
      `<sst>${shared.map((each) => `<si><t>${inXml(each)}</t></si>`).join("")}</sst>`,
    ),
    "xl/worksheets/sheet1.xml": strToU8(`<worksheet><sheetData>${sheet}</sheetData></worksheet>`),
  });
}
