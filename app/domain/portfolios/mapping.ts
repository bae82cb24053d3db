import { z } from "zod";
import { claimCurrencies, isClaimCurrency } from "#app/domain/cases/amount.ts";
import { creditorKinds, debtKinds, debtorKinds, yesNoUnknown } from "#app/domain/cases/answers.ts";
import { err, ok, type Result } from "#app/domain/result.ts";
import { decimalMarkIn } from "./amount-cells.ts";
import type { FileTerms } from "./claim.ts";
import { companyForms, fileKindWords } from "./columns.data.ts";
import {
  type CellForms,
  type ClaimField,
  type ColumnMap,
  claimFields,
  foldHeader,
  isContactColumn,
  mapColumns,
  neededFields,
} from "./columns.ts";
import { dateOrderIn } from "./date-cells.ts";

const currencies = Object.keys(claimCurrencies) as (keyof typeof claimCurrencies)[];
const fieldNames = claimFields as [ClaimField, ...ClaimField[]];

/**
 * A mapping as it is kept and as `--mapping FILE` gives it: the header of each field's column (or its number from 1), and what
 * holds for the whole file. What it leaves out is found by itself; `null` for a field says that no column is to be read for it.
 */
export const MappingFile = z.strictObject({
  columns: z.partialRecord(z.enum(fieldNames), z.union([z.string(), z.int().min(1), z.null()])).optional(),
  decimal: z.enum(["point", "comma"]).optional(),
  dateOrder: z.enum(["dmy", "mdy"]).optional(),
  terms: z
    .strictObject({
      country: z.enum(["CN", "US", "GB", "DE"]),
      currency: z.enum(currencies),
      debtorKind: z.enum(debtorKinds),
      claimKind: z.enum(debtKinds),
      creditorKind: z.enum(creditorKinds),
      written: z.enum(yesNoUnknown),
    })
    .partial()
    .optional(),
  /** Headers of columns of third persons that the creditor agrees to leave out; without that the file is refused. */
  leaveOut: z.array(z.string()).optional(),
});
export type MappingFile = z.infer<typeof MappingFile>;

/** The part of it that a form asks for beside the columns. */
export const FileForms = MappingFile.pick({ decimal: true, dateOrder: true, terms: true });

export type Sample = { headers: readonly string[]; rows: readonly (readonly string[])[]; fileName: string };

/** Everything by which the rows of a file are read. */
export type Mapping = { columns: ColumnMap; forms: CellForms; terms: FileTerms };

export type MappingRefusal =
  | { kind: "contact-columns"; columns: string[] }
  | { kind: "columns-missing"; fields: ClaimField[] }
  | { kind: "column-unknown"; field: ClaimField; column: string }
  | { kind: "column-refused"; field: ClaimField; column: string };

/** Equal for two files with the same headers in the same order: what a mapping is remembered by. */
export const signatureText = (headers: readonly string[]): string => headers.map(foldHeader).join("|");

/**
 * The mapping of a file: what was asked for, then what its headers and cells say. Refused where a needed field has no
 * column, and where a column holds third persons and the creditor has not agreed to leave it out.
 */
export function mappingFor(
  sample: Sample,
  asked: MappingFile,
  home: string | null,
): Result<Mapping, MappingRefusal> {
  const contacts = sample.headers.filter(isContactColumn);
  const agreed = new Set((asked.leaveOut ?? []).map(foldHeader));
  const open = contacts.filter((header) => !agreed.has(foldHeader(header)));
  if (open.length > 0) return err({ kind: "contact-columns", columns: open });

  const columns = withAsked(mapColumns(sample), sample.headers, asked);
  if (!columns.ok) return columns;
  const missing = neededFields.filter((field) => columns.value[field] === undefined);
  if (missing.length > 0) return err({ kind: "columns-missing", fields: missing });
  const terms = termsFor(sample, columns.value, asked, home);
  return ok({ columns: columns.value, terms, forms: formsFor(sample, columns.value, asked, terms) });
}

/** The headers of columns that the platform keeps out of every import. */
export const contactColumns = (headers: readonly string[]): string[] => headers.filter(isContactColumn);

function withAsked(
  found: ColumnMap,
  headers: readonly string[],
  { columns = {} }: MappingFile,
): Result<ColumnMap, MappingRefusal> {
  const map = { ...found };
  const asked = Object.entries(columns) as [ClaimField, string | number | null][];
  const named = new Set<number>();
  for (const [field, column] of asked) {
    delete map[field];
    if (column === null) continue;
    const at =
      typeof column === "number"
        ? column - 1
        : headers.findIndex((header) => foldHeader(header) === foldHeader(column));
    if (headers[at] === undefined) return err({ kind: "column-unknown", field, column: String(column) });
    if (isContactColumn(headers[at])) return err({ kind: "column-refused", field, column: headers[at] });
    map[field] = at;
    named.add(at);
  }
  for (const field of claimFields) {
    const at = map[field];
    if (at !== undefined && named.has(at) && columns[field] === undefined) delete map[field];
  }
  return ok(map);
}

function termsFor(
  sample: Sample,
  columns: ColumnMap,
  { terms = {} }: MappingFile,
  home: string | null,
): FileTerms {
  const words = `${sample.fileName} ${sample.headers.join(" ")}`;
  const claimKind = terms.claimKind ?? fileKindWords.find(([pattern]) => pattern.test(words))?.[1] ?? "other";
  return {
    country: terms.country ?? home,
    currency: terms.currency ?? currencyInHeader(sample.headers[columns.principal ?? -1] ?? ""),
    debtorKind: terms.debtorKind ?? (mostlyCompanies(cellsOf(sample, columns.debtorName)) ? "company" : null),
    claimKind,
    creditorKind: terms.creditorKind ?? (claimKind === "loan_bank" ? "financial_institution" : "business"),
    written: terms.written ?? "unknown",
  };
}

/** `Amount (EUR)` says what all its figures are in. */
function currencyInHeader(header: string): FileTerms["currency"] {
  const code = header.match(/[A-Z]{3}/g)?.find(isClaimCurrency);
  return code && isClaimCurrency(code) ? code : null;
}

const cellsOf = ({ rows }: Sample, column: number | undefined): string[] =>
  column === undefined ? [] : rows.map((row) => (row[column] ?? "").trim()).filter(Boolean);

/** In a file whose debtors nearly all bear a company's form, one whose name was cut short is a company too. */
const mostlyCompanies = (names: string[]) =>
  names.length > 0 && names.filter((name) => companyForms.test(name)).length >= names.length * 0.8;

function formsFor(sample: Sample, columns: ColumnMap, asked: MappingFile, terms: FileTerms): CellForms {
  const found = decimalMarkIn(cellsOf(sample, columns.principal));
  const dates: CellForms["dates"] = {};
  for (const field of ["dueOn", "contractOn", "lastPaymentOn"] as const) {
    if (columns[field] === undefined) continue;
    const proven = dateOrderIn(cellsOf(sample, columns[field]));
    if (asked.dateOrder) dates[field] = { order: asked.dateOrder, by: "mapping" };
    else if (proven === "conflict") dates[field] = { order: null, by: "conflict" };
    else if (proven) dates[field] = { order: proven, by: "file" };
    else
      dates[field] = { order: terms.country === "US" ? "mdy" : terms.country ? "dmy" : null, by: "country" };
  }
  return {
    decimal: asked.decimal ?? found,
    decimalBy: asked.decimal ? "mapping" : found ? "file" : "none",
    dates,
  };
}

/** A mapping in the form in which it is remembered and shown for editing. */
export function mappingFileOf({ columns, forms, terms }: Mapping, headers: readonly string[]): MappingFile {
  const named = Object.fromEntries(
    claimFields.map((field) => [field, headers[columns[field] ?? -1] ?? null]),
  );
  const order = Object.values(forms.dates).find(({ by }) => by === "mapping")?.order;
  return {
    columns: named as MappingFile["columns"],
    ...(forms.decimalBy === "mapping" && forms.decimal ? { decimal: forms.decimal } : {}),
    ...(order ? { dateOrder: order } : {}),
    terms: {
      claimKind: terms.claimKind,
      creditorKind: terms.creditorKind,
      written: terms.written,
      ...(terms.country ? { country: terms.country as "US" } : {}),
      ...(terms.currency ? { currency: terms.currency } : {}),
      ...(terms.debtorKind ? { debtorKind: terms.debtorKind } : {}),
    },
  };
}
