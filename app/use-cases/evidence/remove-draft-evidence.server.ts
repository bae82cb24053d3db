import { z } from "zod";
import { may } from "#app/domain/accounts/access.ts";
import { err, ok, type Result } from "#app/domain/result.ts";
import type { Ctx } from "#app/use-cases/ctx.ts";
import { lockDraft } from "#db/queries/case-drafts.ts";
import { removeEvidenceItem } from "#db/queries/evidence.ts";
import { recordedEvidence } from "#db/queries/timeline.ts";
import { transact } from "#db/transact.ts";

export const RemoveEvidence = z.object({ caseId: z.uuid(), evidenceId: z.uuid() });

export type RemoveRefusal =
  | { kind: "draft-not-found" }
  | { kind: "evidence-not-found" }
  | { kind: "evidence-recorded" };

/** Takes a document out of a draft. What the case's log already names stays: it proves an event. */
export function removeDraftEvidence(
  ctx: Ctx,
  { caseId, evidenceId }: z.infer<typeof RemoveEvidence>,
): Promise<Result<null, RemoveRefusal>> {
  return transact<null, RemoveRefusal>(ctx, async (tx) => {
    const draft = await lockDraft(tx, ctx.actor, caseId);
    if (!draft || !may(ctx.actor, "case.post", "none")) return err({ kind: "draft-not-found" });
    if ((await recordedEvidence(tx, caseId)).has(evidenceId)) return err({ kind: "evidence-recorded" });
    const removed = await removeEvidenceItem(tx, caseId, evidenceId, ctx.now);
    return removed ? ok(null) : err({ kind: "evidence-not-found" });
  });
}
