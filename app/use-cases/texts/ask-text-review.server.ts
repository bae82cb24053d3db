import { may } from "#app/domain/accounts/access.ts";
import { newId } from "#app/domain/ids.ts";
import { lint } from "#app/domain/law/linter/lint.ts";
import { wordPlaces } from "#app/domain/privacy/word-places.ts";
import { err, ok, type Result } from "#app/domain/result.ts";
import type { CheckText } from "#app/domain/timeline/text-forms.ts";
import { consume, type TooMany } from "#app/gateways/rate-limits.server.ts";
import type { Ctx } from "#app/use-cases/ctx.ts";
import { sealAbout } from "#app/use-cases/debtor.server.ts";
import { textHashOf } from "#app/use-cases/text-hash.server.ts";
import { lockCase, relationTo } from "#db/queries/cases.ts";
import { subjectKeyOf } from "#db/queries/subjects.ts";
import { insertTextReview } from "#db/queries/texts.ts";
import { transact } from "#db/transact.ts";

export type AskReviewRefusal =
  | { kind: "case-not-found" }
  /** Severe conduct is rewritten, not reviewed. */
  | { kind: "text-unfit" }
  | { kind: "nothing-doubtful" }
  | TooMany;

/** Asks the platform to read doubtful words. The same words asked about again are one request. */
export function askTextReview(ctx: Ctx, input: CheckText): Promise<Result<null, AskReviewRefusal>> {
  return transact<null, AskReviewRefusal>(ctx, async (tx) => {
    const { caseId, type, words } = input;
    const kase = await lockCase(tx, ctx.actor, caseId);
    const { userId, orgId } = ctx.actor;
    if (!kase || !userId || !orgId || !may(ctx.actor, "step.record", relationTo(ctx.actor, kase)))
      return err({ kind: "case-not-found" });
    if (!(await subjectKeyOf(tx, caseId))?.sealed) return err({ kind: "case-not-found" });
    const { severe, doubtful } = lint(words);
    if (severe.length > 0) return err({ kind: "text-unfit" });
    if (doubtful.length === 0) return err({ kind: "nothing-doubtful" });
    const allowed = await consume(tx, "textReview", caseId);
    if (!allowed.ok) return allowed;
    const id = newId(ctx.now);
    const place = wordPlaces.text(id, "words");
    await insertTextReview(tx, {
      ...{ caseId, id, stepType: type },
      words: await sealAbout(tx, ctx, { caseId, place }, words),
      textHash: textHashOf(words),
      askedBy: userId,
      askedByOrgId: orgId,
      askedAt: ctx.now,
    });
    return ok(null);
  });
}
