import type { ClaimField } from "#app/domain/portfolios/columns.ts";
import { contactColumns } from "#app/domain/portfolios/mapping.ts";
import type { ImportCounts, PortfolioStatus } from "#app/domain/portfolios/portfolio.ts";
import { translator } from "#app/messages/catalogue.ts";
import type { ImportRefusal } from "./import-file.server.ts";
import type { FileRefusal, OpenedFile } from "./open-import.server.ts";

type Outcome = {
  counts: ImportCounts;
  portfolio: { id: string; code: string; status: PortfolioStatus } | null;
  already: boolean;
};

export type ImportReport = ReturnType<typeof importReport>;

/** What was read, how, and what came of it; `portfolio` is null where nothing was kept. */
export function importReport(opened: OpenedFile, { counts, portfolio, already }: Outcome) {
  const { table, fileName, mapping, remembered } = opened;
  const { headers, format } = table;
  const t = translator("en");
  const columns = Object.fromEntries(
    Object.entries(mapping.columns).map(([field, at]) => [field, headers[at]]),
  );
  const used = new Set(Object.values(mapping.columns));
  const leftOut = contactColumns(headers);
  return {
    dryRun: portfolio === null,
    already,
    portfolio,
    file: {
      name: fileName,
      sha256: table.sha256,
      bytes: table.bytes,
      format: format.kind,
      ...(format.kind === "csv" ? { encoding: format.encoding, delimiter: format.delimiter } : {}),
    },
    mapping: {
      columns,
      unused: headers.filter((header, at) => !used.has(at) && !leftOut.includes(header)),
      leftOut,
      remembered,
      decimal: mapping.forms.decimal,
      dates: mapping.forms.dates,
      terms: mapping.terms,
      said: formsSaid(mapping.forms.dates),
    },
    counts,
    notes: Object.fromEntries(
      Object.keys(counts.notes).map((note) => [note, t(`import.note.${note as "zip_restored"}`)]),
    ),
  };
}

/** Which of day and month comes first in figures, by what evidence, in words. */
function formsSaid(dates: OpenedFile["mapping"]["forms"]["dates"]): string[] {
  const because = {
    file: "proven by the column",
    country: "by the country's custom, as nothing in the column decides",
    mapping: "by the mapping",
    conflict: "the column proves both, so unclear dates are refused",
  };
  return Object.entries(dates).map(([field, { order, by }]) => {
    const said =
      order === "dmy" ? "day before month" : order === "mdy" ? "month before day" : "unclear dates refused";
    return `${field}: ${said} (${because[by]})`;
  });
}

/** Why a file was refused, in both languages, with what a program needs to know. */
export function refusalReport(refusal: FileRefusal | ImportRefusal) {
  return { ...refusal, en: refusalWords("en", refusal), zh: refusalWords("zh", refusal) };
}

export function refusalWords(locale: "en" | "zh", refusal: FileRefusal | ImportRefusal): string {
  const t = translator(locale);
  const list = (names: readonly string[]) => names.join(locale === "zh" ? "、" : ", ");
  const fieldName = (field: ClaimField) => t(`import.field.${field}`);
  switch (refusal.kind) {
    case "contact-columns":
      return t("import.file.contact-columns", { columns: list(refusal.columns) });
    case "columns-missing":
      return t("import.file.columns-missing", { fields: list(refusal.fields.map(fieldName)) });
    case "column-unknown":
    case "column-refused":
      return t(`import.file.${refusal.kind}`, { column: refusal.column });
    case "file-row-too-long":
    case "file-quote-open":
      return t(`import.file.${refusal.kind}`, { rowNo: refusal.rowNo });
    default:
      return t(`import.file.${refusal.kind}`);
  }
}
