import { z } from "zod";
import { may } from "#app/domain/accounts/access.ts";
import { wordPlaces } from "#app/domain/privacy/word-places.ts";
import { err, ok, type Result } from "#app/domain/result.ts";
import type { Ctx } from "#app/use-cases/ctx.ts";
import { sealAbout } from "#app/use-cases/debtor.server.ts";
import { notify } from "#app/use-cases/notify.server.ts";
import { insertAudit } from "#db/queries/audit.ts";
import { lockCase } from "#db/queries/cases.ts";
import { decideTextReview, textReviewById } from "#db/queries/texts.ts";
import { transact } from "#db/transact.ts";

export const DecideText = z
  .object({
    caseId: z.uuid(),
    reviewId: z.uuid(),
    verdict: z.enum(["passed", "refused"], "error.choose"),
    reason: z.string().trim().max(2_000, "error.too_long").optional(),
  })
  .refine(({ verdict, reason }) => verdict === "passed" || (reason ?? "").length >= 10, {
    path: ["reason"],
    error: "error.description_short",
  });

export type DecideTextRefusal = { kind: "text-not-found" } | { kind: "already-decided" };

/** Lets the words pass for this case and step, or says why not. Whoever asked is told where to read it: a reason may name the debtor. */
export function decideText(
  ctx: Ctx,
  { caseId, reviewId, verdict, reason }: z.infer<typeof DecideText>,
): Promise<Result<null, DecideTextRefusal>> {
  return transact<null, DecideTextRefusal>(ctx, async (tx) => {
    const { userId } = ctx.actor;
    const kase = await lockCase(tx, ctx.actor, caseId);
    if (!kase || !userId || !may(ctx.actor, "text.review", "none")) return err({ kind: "text-not-found" });
    const review = await textReviewById(tx, caseId, reviewId);
    // Of a debtor who was erased there are no words to decide about.
    if (!review || review.words.length === 0) return err({ kind: "text-not-found" });
    const place = wordPlaces.text(reviewId, "reason");
    const decided = await decideTextReview(tx, review, {
      verdict,
      reason: reason ? await sealAbout(tx, ctx, { caseId, place }, reason) : null,
      decidedBy: userId,
      decidedAt: ctx.now,
    });
    if (!decided) return err({ kind: "already-decided" });
    await insertAudit(tx, ctx, {
      operation: `text.${verdict}`,
      subjectKind: "case",
      subjectId: caseId,
      details: { reviewId },
    });
    const to = { toOrgId: review.askedByOrgId, href: `/cases/${caseId}/words?type=${review.stepType}` };
    const values = { case: kase.code, stepKey: `law.action.${review.stepType}` };
    if (verdict === "passed") await notify(tx, ctx, { kind: "text_passed", values, ...to });
    else await notify(tx, ctx, { kind: "text_refused", values, ...to });
    return ok(null);
  });
}
