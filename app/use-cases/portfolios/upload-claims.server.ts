import { setTimeout } from "node:timers/promises";
import { z } from "zod";
import { may } from "#app/domain/accounts/access.ts";
import { type ClaimField, type ColumnMap, claimFields, mapColumns } from "#app/domain/portfolios/columns.ts";
import { contactColumns, FileForms, type Mapping, type MappingFile } from "#app/domain/portfolios/mapping.ts";
import type { ImportCounts } from "#app/domain/portfolios/portfolio.ts";
import { err, ok, type Result } from "#app/domain/result.ts";
import { openTable } from "#app/gateways/tables/table-file.server.ts";
import { type LaidFile, layUploadedFile } from "#app/gateways/tables/uploaded-file.server.ts";
import type { Ctx } from "#app/use-cases/ctx.ts";
import { type ImportRefusal, importFile } from "./import-file.server.ts";
import { type FileRefusal, type OpenedFile, openImport } from "./open-import.server.ts";
import { tryImport } from "./try-import.server.ts";

const largestUpload = 20 * 1024 * 1024;

/** A column by its header; a dash says that the file has none. */
const Columns = z.partialRecord(z.enum(claimFields), z.string().max(500, "error.too_long"));

export const UploadClaims = z.object({
  intent: z.enum(["try", "import"], "error.choose"),
  file: z
    .instanceof(File, { error: "error.file_missing" })
    .refine(({ size }) => size <= largestUpload, "error.claims_file_large"),
  leaveOut: z.enum(["yes"]).optional(),
  columns: Columns.optional(),
  ...FileForms.shape,
});

/** How a file is read, to be corrected by its creditor. */
export type ReadAs = {
  headers: string[];
  columns: Partial<Record<ClaimField, string>>;
  /** What was found of amounts, dates and the claims as a whole; null where the columns have to be named first. */
  found: Pick<Mapping, "forms" | "terms"> | null;
  /** As the creditor's last file with these headers was. */
  remembered: boolean;
};

type Uploaded =
  | { kind: "tried"; counts: ImportCounts; read: ReadAs }
  | { kind: "imported"; portfolioId: string; already: boolean }
  /** It goes on; the portfolio's page says how far it is. */
  | { kind: "going-on"; portfolioId: string };

/** `read`: where naming the columns would help, what they are. */
type Refusal = { refusal: FileRefusal | ImportRefusal; read: ReadAs | null };

/** How long a page waits for an import before it shows instead how far it is. */
const patienceMs = 2_000;

/** Tries a file of claims that a page sends, or imports it. Columns of third persons are left out once the creditor says so. */
export async function uploadClaims(
  ctx: Ctx,
  { intent, file, leaveOut, columns, decimal, dateOrder, terms }: z.infer<typeof UploadClaims>,
  { patience = patienceMs } = {},
): Promise<Result<Uploaded, Refusal>> {
  if (!may(ctx.actor, "portfolio.import", "none"))
    return err({ refusal: { kind: "not-allowed" }, read: null });
  const laid = await layUploadedFile(file);
  const corrected = columns || decimal || dateOrder || terms;
  const asked = corrected ? { columns: columnsAsked(columns ?? {}), decimal, dateOrder, terms } : null;
  const source = { path: laid.path, fileName: file.name.slice(0, 200), asked };
  const opened = await openAgreed(ctx, source, leaveOut === "yes");
  if (opened.ok && intent === "import") return importPatiently(ctx, opened.value, { laid, patience });
  try {
    return opened.ok ? await triedOf(ctx, opened.value) : err(await withColumns(opened.error, laid.path));
  } finally {
    await laid.remove();
  }
}

/** Waits so long; then the import goes on behind the answer. One that breaks off there goes on when the file is sent again. */
async function importPatiently(
  ctx: Ctx,
  opened: OpenedFile,
  { laid, patience }: { laid: LaidFile; patience: number },
): Promise<Result<Uploaded, Refusal>> {
  let begun = (_: string) => {};
  const goingOn = new Promise<string>((resolve) => {
    begun = resolve;
  }).then(async (portfolioId) => {
    await setTimeout(patience, null, { ref: false });
    return ok({ kind: "going-on" as const, portfolioId });
  });
  const work = importFile(ctx, opened, { begun }).finally(laid.remove);
  const ended = work.then((done) =>
    done.ok ? ok({ kind: "imported" as const, ...done.value }) : err({ refusal: done.error, read: null }),
  );
  return Promise.race([ended, goingOn]);
}

const columnsAsked = (columns: z.infer<typeof Columns>): MappingFile["columns"] =>
  Object.fromEntries(
    Object.entries(columns).map(([field, header]) => [field, header === "-" ? null : header]),
  );

type Source = Parameters<typeof openImport>[1];

async function openAgreed(ctx: Ctx, source: Source, agreed: boolean) {
  const opened = await openImport(ctx, source);
  if (opened.ok || !agreed || opened.error.kind !== "contact-columns") return opened;
  return openImport(ctx, { ...source, asked: { ...source.asked, leaveOut: opened.error.columns } });
}

async function triedOf(ctx: Ctx, opened: OpenedFile): Promise<Result<Uploaded, Refusal>> {
  const tried = await tryImport(ctx, opened);
  return tried.ok
    ? ok({ kind: "tried", counts: tried.value.counts, read: readAs(opened) })
    : err({ refusal: tried.error, read: null });
}

const readAs = ({ table: { headers }, mapping, remembered }: OpenedFile): ReadAs => ({
  headers: choosable(headers),
  columns: namedIn(mapping.columns, headers),
  found: { forms: mapping.forms, terms: mapping.terms },
  remembered,
});

const byNaming = new Set<FileRefusal["kind"]>(["columns-missing", "column-unknown", "column-refused"]);

/** A file whose columns were not all found is shown with what there is to choose from. */
async function withColumns(refusal: FileRefusal, path: string): Promise<Refusal> {
  const table = byNaming.has(refusal.kind) ? await openTable(path) : null;
  if (!table?.ok) return { refusal, read: null };
  const { headers, sample } = table.value;
  const columns = namedIn(mapColumns({ headers, rows: sample }), headers);
  return { refusal, read: { headers: choosable(headers), columns, found: null, remembered: false } };
}

const namedIn = (columns: ColumnMap, headers: readonly string[]): ReadAs["columns"] =>
  Object.fromEntries(Object.entries(columns).map(([field, at]) => [field, headers[at]]));

/** Headers that may be named for a field, each once: never a column of third persons. */
function choosable(headers: readonly string[]): string[] {
  const never = new Set(contactColumns(headers));
  return [...new Set(headers.filter((header) => header && !never.has(header)))];
}
