import { columnNames, contactHeaders, placeholders } from "./columns.data.ts";
import type { DateOrder } from "./date-cells.ts";

export const claimFields = Object.keys(columnNames) as ClaimField[];
export type ClaimField = keyof typeof columnNames;

/** Without these no row can be read; `province` or a postcode, a city or an address that says it. */
export const neededFields = ["debtorName", "principal", "dueOn"] as const satisfies ClaimField[];

/** Which column holds which field, by position in the file; a field without a column is absent. */
export type ColumnMap = Partial<Record<ClaimField, number>>;

/** Case, width, spaces and punctuation do not make two headers different. */
export const foldHeader = (header: string): string =>
  header
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, "");

const namesOf = Object.fromEntries(
  Object.entries(columnNames).map(([field, names]) => [field, names.split(/\s+/).filter(Boolean)]),
) as Record<ClaimField, string[]>;

/** `Emergency_Contact1` and `emergencyContact` as words a pattern can find. */
const wordsOf = (header: string) =>
  header
    .normalize("NFKC")
    .replace(/([a-z])([A-Z])/g, "$1 $2")
    .replace(/([A-Za-z])(\d)/g, "$1 $2")
    .replace(/_/g, " ")
    .toLowerCase();

/** Whether a column holds people who do not owe: such a column is never read, whoever asks for it. */
export const isContactColumn = (header: string): boolean =>
  contactHeaders.some((pattern) => pattern.test(wordsOf(header)));

export const isPlaceholder = (text: string): boolean =>
  text === "" || (text.length <= longestPlaceholder && placeholders.has(text.toLowerCase()));
const longestPlaceholder = Math.max(...Array.from(placeholders, (each) => each.length));

type Sample = { headers: readonly string[]; rows: readonly (readonly string[])[] };

/**
 * Finds each field's column: by what its header is called, and where no header says it, by what its cells look like. A
 * column serves one field. Columns of third persons are left alone.
 */
export function mapColumns({ headers, rows }: Sample): ColumnMap {
  const map: ColumnMap = {};
  const folded = headers.map((header) => (isContactColumn(header) ? "" : foldHeader(header)));
  const taken = new Set<number>();
  const take = (field: ClaimField, column: number) => {
    if (column < 0 || taken.has(column) || map[field] !== undefined) return;
    map[field] = column;
    taken.add(column);
  };
  for (const field of claimFields) take(field, firstNamed(namesOf[field], folded, taken));
  for (const [field, looks] of contentTests) {
    if (map[field] !== undefined) continue;
    const free = headers
      .map((_, column) => column)
      .filter((column) => !taken.has(column) && folded[column] !== "");
    const fitting = free.filter((column) => share(rows, column, looks) >= 0.8);
    if (fitting.length === 1) take(field, fitting[0]);
  }
  return map;
}

const firstNamed = (
  names: readonly string[],
  folded: readonly string[],
  taken: ReadonlySet<number>,
): number => {
  for (const name of names) {
    const column = folded.findIndex((header, at) => header === name && !taken.has(at));
    if (column >= 0) return column;
  }
  return -1;
};

/** What a field's cells look like, for a file whose headers say nothing; tried in this order. */
const contentTests: [ClaimField, (text: string) => boolean][] = [
  ["email", (text) => /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(text)],
  ["currency", (text) => /^(USD|CNY|RMB|EUR|GBP|HKD|JPY)$/i.test(text)],
  ["province", (text) => /^[A-Z]{2}$/.test(text) || /^\p{Script=Han}{2,6}(省|市|自治区)$/u.test(text)],
  [
    "dueOn",
    (text) =>
      /^\d{4}[-/.年]\d{1,2}[-/.月]\d{1,2}/.test(text) ||
      /^\d{1,2}[-/.](\d{1,2}|[A-Za-z]{3})[-/.]\d{2,4}$/.test(text),
  ],
  ["principal", (text) => /^[$¥￥€£]?\s?-?[\d.,]+(\.\d{2}|,\d{2})$/.test(text) || /^[$¥￥€£]/.test(text)],
  ["debtorName", (text) => /^(?=.*\s)[\p{L}\p{M}.,&'’ -]{5,}$/u.test(text) || /公司$/.test(text)],
];

function share(rows: Sample["rows"], column: number, looks: (text: string) => boolean): number {
  const filled = rows.map((row) => (row[column] ?? "").trim()).filter((text) => !isPlaceholder(text));
  return filled.length === 0 ? 0 : filled.filter(looks).length / filled.length;
}

/** What a file's figures and dates were found to mean, and by what evidence. */
export type CellForms = {
  /** The decimal mark of ambiguous amounts; null: an ambiguous amount is refused. */
  decimal: "point" | "comma" | null;
  decimalBy: "file" | "mapping" | "none";
  /** What `3/4/2020` means, by date field; null: an ambiguous date is refused. */
  dates: Partial<
    Record<ClaimField, { order: DateOrder | null; by: "file" | "country" | "mapping" | "conflict" }>
  >;
};
