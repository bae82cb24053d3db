import { may } from "#app/domain/accounts/access.ts";
import { type Lint, lint } from "#app/domain/law/linter/lint.ts";
import type { Finding } from "#app/domain/law/types.ts";
import { wordPlaces } from "#app/domain/privacy/word-places.ts";
import { judge } from "#app/domain/timeline/judge.ts";
import { actionFrom, type Words } from "#app/domain/timeline/step-action.ts";
import type { CheckText } from "#app/domain/timeline/text-forms.ts";
import type { Ctx } from "#app/use-cases/ctx.ts";
import { openAbout } from "#app/use-cases/debtor.server.ts";
import { courtOf } from "#app/use-cases/record-event.server.ts";
import { textHashOf } from "#app/use-cases/text-hash.server.ts";
import { findCase, relationTo } from "#db/queries/cases.ts";
import { reviewOfText, type TextReview } from "#db/queries/texts.ts";

export type TextCheck = {
  marks: Lint;
  /** What the law says of these words besides what it says of the step itself. */
  findings: Finding[];
  review: { verdict: TextReview["verdict"]; reason: string | null } | null;
};

/**
 * Reads words before they go out on this case as this step: what the linter marks, and what the law then says that it would not say
 * without them. Nothing is kept. Null when the case is not this collector's.
 */
export async function checkText(ctx: Ctx, { caseId, type, words }: CheckText): Promise<TextCheck | null> {
  const kase = await findCase(ctx.db, ctx.actor, caseId);
  if (!kase || !may(ctx.actor, "step.record", relationTo(ctx.actor, kase))) return null;
  const [court, review] = await Promise.all([
    courtOf(ctx.db, ctx, kase),
    reviewOfText(ctx.db, { caseId, stepType: type, textHash: textHashOf(words) }),
  ]);
  const ask = (said?: Words) =>
    judge(court, { type, occurredAt: ctx.now, action: actionFrom({ type }, { words: said }) }).findings;
  const without = new Set(ask().map(keyOf));
  return {
    marks: lint(words),
    findings: ask({ words, review }).filter((finding) => !without.has(keyOf(finding))),
    review: review && {
      verdict: review.verdict,
      reason: await openAbout(ctx.db, ctx, {
        ...{ caseId, place: wordPlaces.text(review.id, "reason"), sealed: review.reason },
      }),
    },
  };
}

const keyOf = ({ rule, part, message }: Finding) => `${rule} ${part} ${message.key}`;
