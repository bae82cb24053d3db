import { may } from "#app/domain/accounts/access.ts";
import { type Lint, lint } from "#app/domain/law/linter/lint.ts";
import { wordPlaces } from "#app/domain/privacy/word-places.ts";
import { err, ok, type Result } from "#app/domain/result.ts";
import type { Ctx } from "#app/use-cases/ctx.ts";
import { openOf } from "#app/use-cases/debtor.server.ts";
import { insertAudit } from "#db/queries/audit.ts";
import { findCase } from "#db/queries/cases.ts";
import { type TextReview, textReviewById } from "#db/queries/texts.ts";
import { transact } from "#db/transact.ts";

export type TextUnderReview = Omit<TextReview, "words" | "reason"> & {
  code: string;
  marks: Lint;
  /** Empty once the debtor was erased. */
  words: string;
  reason: string | null;
};

/** Shows a reviewer the words, which may name the debtor: that they were read, and by whom, is written first. */
export function readText(
  ctx: Ctx,
  { caseId, reviewId }: { caseId: string; reviewId: string },
): Promise<Result<TextUnderReview, { kind: "text-not-found" }>> {
  return transact<TextUnderReview, { kind: "text-not-found" }>(ctx, async (tx) => {
    if (!may(ctx.actor, "text.review", "none")) return err({ kind: "text-not-found" });
    const review = await textReviewById(tx, caseId, reviewId);
    const kase = review && (await findCase(tx, ctx.actor, caseId));
    if (!kase) return err({ kind: "text-not-found" });
    await insertAudit(tx, ctx, {
      operation: "text.viewed",
      subjectKind: "case",
      subjectId: caseId,
      details: { reviewId },
    });
    const open = await openOf(tx, ctx, caseId);
    const words = open(wordPlaces.text(reviewId, "words"), review.words) ?? "";
    const reason = open(wordPlaces.text(reviewId, "reason"), review.reason);
    return ok({ ...review, words, reason, code: kase.code, marks: lint(words) });
  });
}
