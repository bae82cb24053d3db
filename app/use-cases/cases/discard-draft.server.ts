import { z } from "zod";
import { may } from "#app/domain/accounts/access.ts";
import { err, ok, type Result } from "#app/domain/result.ts";
import type { Ctx } from "#app/use-cases/ctx.ts";
import { evidenceOf } from "#app/use-cases/evidence-of.server.ts";
import { deleteDraft, lockDraft } from "#db/queries/case-drafts.ts";
import { findCase } from "#db/queries/cases.ts";
import { destroyFilesOf } from "#db/queries/document-keys.ts";
import { removeEvidenceItem } from "#db/queries/evidence.ts";
import { deleteUnpostedKey } from "#db/queries/subjects.ts";
import { recordedEvidence } from "#db/queries/timeline.ts";
import { transact } from "#db/transact.ts";

export const DiscardDraft = z.object({ caseId: z.uuid() });

/**
 * Throws a draft away with the documents added to it, for good where nothing else needs them. A posted case stays as it is; only what was being changed
 * about it goes.
 */
export function discardDraft(
  ctx: Ctx,
  { caseId }: z.infer<typeof DiscardDraft>,
): Promise<Result<{ posted: boolean }, { kind: "draft-not-found" }>> {
  return transact<{ posted: boolean }, { kind: "draft-not-found" }>(ctx, async (tx) => {
    const draft = await lockDraft(tx, ctx.actor, caseId);
    if (!draft || !may(ctx.actor, "case.post", "none")) return err({ kind: "draft-not-found" });
    const recorded = await recordedEvidence(tx, caseId);
    for (const { id } of await evidenceOf(tx, ctx, caseId)) {
      if (!recorded.has(id)) await removeEvidenceItem(tx, caseId, id, ctx.now);
    }
    await deleteDraft(tx, caseId);
    await deleteUnpostedKey(tx, caseId);
    await destroyFilesOf(tx, caseId, ctx.now);
    return ok({ posted: (await findCase(tx, ctx.actor, caseId)) !== null });
  });
}
