import { z } from "zod";
import { may } from "#app/domain/accounts/access.ts";
import { type ClaimField, claimFields } from "#app/domain/portfolios/columns.ts";
import { contactColumns, type MappingFile } from "#app/domain/portfolios/mapping.ts";
import type { ImportCounts } from "#app/domain/portfolios/portfolio.ts";
import { err, ok, type Result } from "#app/domain/result.ts";
import { withUploadedFile } from "#app/gateways/tables/uploaded-file.server.ts";
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
});

type Uploaded =
  | { kind: "tried"; counts: ImportCounts; headers: string[]; columns: Partial<Record<ClaimField, string>> }
  | { kind: "imported"; portfolioId: string; already: boolean };

type Refusal = FileRefusal | ImportRefusal;

/** Tries a file of claims that a page sends, or imports it. Columns of third persons are left out once the creditor says so. */
export async function uploadClaims(
  ctx: Ctx,
  { intent, file, leaveOut, columns }: z.infer<typeof UploadClaims>,
): Promise<Result<Uploaded, Refusal>> {
  if (!may(ctx.actor, "portfolio.import", "none")) return err({ kind: "not-allowed" });
  return withUploadedFile<Result<Uploaded, Refusal>>(file, async (path) => {
    const asked = columns ? { columns: columnsAsked(columns) } : null;
    const opened = await openAgreed(
      ctx,
      { path, fileName: file.name.slice(0, 200), asked },
      leaveOut === "yes",
    );
    if (!opened.ok) return opened;
    if (intent === "try") return triedOf(ctx, opened.value);
    const done = await importFile(ctx, opened.value);
    return done.ok ? ok({ kind: "imported", ...done.value }) : done;
  });
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
  if (!tried.ok) return tried;
  const { headers } = opened.table;
  const never = new Set(contactColumns(headers));
  const columns = Object.fromEntries(
    Object.entries(opened.mapping.columns).map(([field, at]) => [field, headers[at]]),
  );
  const shown = headers.filter((header) => header && !never.has(header));
  return ok({ kind: "tried", counts: tried.value.counts, headers: [...new Set(shown)], columns });
}
