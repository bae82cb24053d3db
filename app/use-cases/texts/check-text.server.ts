import { may } from "#app/domain/accounts/access.ts";
import { packOfCase } from "#app/domain/cases/case-pack.ts";
import { decide } from "#app/domain/law/decide.ts";
import { historyOf } from "#app/domain/law/history.ts";
import { type Lint, lint } from "#app/domain/law/linter/lint.ts";
import type { Finding } from "#app/domain/law/types.ts";
import { factsOf, historyEventsOf } from "#app/domain/timeline/facts.ts";
import type { CheckText } from "#app/domain/timeline/text-forms.ts";
import type { Ctx } from "#app/use-cases/ctx.ts";
import { actorInputOf } from "#app/use-cases/record-event.server.ts";
import { textHashOf } from "#app/use-cases/text-hash.server.ts";
import { findCase, relationTo } from "#db/queries/cases.ts";
import { lawBook } from "#db/queries/law.ts";
import { reviewOfText, type TextReview } from "#db/queries/texts.ts";
import { eventsOf } from "#db/queries/timeline.ts";

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
  const [events, actor, review] = await Promise.all([
    eventsOf(ctx.db, caseId),
    actorInputOf(ctx.db, ctx.actor, ctx.now),
    reviewOfText(ctx.db, { caseId, stepType: type, textHash: textHashOf(words) }),
  ]);
  const pack = packOfCase(await lawBook(ctx.db), kase);
  const ask = (text: string | null) =>
    decide({
      pack,
      facts: factsOf(events),
      history: historyOf(historyEventsOf(events)),
      actor,
      at: ctx.now.toISOString(),
      action: {
        type,
        direction: "out",
        recipientRole: "debtor",
        debtId: caseId,
        threatensSuit: false,
        text,
        textReviewed: review?.verdict === "passed",
      },
    }).findings;
  const without = new Set(ask(null).map(keyOf));
  return {
    marks: lint(words),
    findings: ask(words).filter((finding) => !without.has(keyOf(finding))),
    review: review && { verdict: review.verdict, reason: review.reason },
  };
}

const keyOf = ({ rule, message }: Finding) => `${rule} ${message.key}`;
