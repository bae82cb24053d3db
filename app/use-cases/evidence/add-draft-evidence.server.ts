import { z } from "zod";
import { may } from "#app/domain/accounts/access.ts";
import { evidenceKinds } from "#app/domain/cases/evidence.ts";
import { err, type Result } from "#app/domain/result.ts";
import type { Ctx } from "#app/use-cases/ctx.ts";
import { readUpload, type UploadRefusal } from "#app/use-cases/keep-document.server.ts";
import { lockDraft } from "#db/queries/case-drafts.ts";
import { transact } from "#db/transact.ts";
import { type EvidenceRefusal, keepEvidence } from "./keep-evidence.server.ts";

export const AddEvidence = z.object({
  caseId: z.uuid(),
  kind: z.enum(evidenceKinds, "error.choose"),
  title: z.string().trim().max(120, "error.too_long").optional(),
  file: z.instanceof(File, { error: "error.file_missing" }),
});

export type DraftEvidenceRefusal = { kind: "draft-not-found" } | EvidenceRefusal | UploadRefusal;

/** Adds a document to a case that is being written. Without a title the file's name stands for it. */
export async function addDraftEvidence(
  ctx: Ctx,
  { caseId, kind, title, file }: z.infer<typeof AddEvidence>,
): Promise<Result<{ id: string }, DraftEvidenceRefusal>> {
  const upload = await readUpload(ctx, file);
  if (!upload.ok) return upload;
  return transact<{ id: string }, DraftEvidenceRefusal>(ctx, async (tx) => {
    const draft = await lockDraft(tx, ctx.actor, caseId);
    if (!draft || !may(ctx.actor, "case.post", "none")) return err({ kind: "draft-not-found" });
    return keepEvidence(tx, ctx, caseId, { kind, title: title || upload.value.fileName, file: upload.value });
  });
}
