import { may } from "#app/domain/accounts/access.ts";
import type { AnsweredStep } from "#app/domain/cases/answers.ts";
import { draftKnown } from "#app/domain/cases/debtor-day.ts";
import { type DraftAnswers, keepable } from "#app/domain/cases/draft.ts";
import { type FieldErrors, readStep } from "#app/domain/cases/read-step.ts";
import type { Typed } from "#app/domain/cases/typed.ts";
import { isId } from "#app/domain/ids.ts";
import { err, ok, type Result } from "#app/domain/result.ts";
import type { Ctx } from "#app/use-cases/ctx.ts";
import { updateDraft } from "#db/queries/case-drafts.ts";
import { transact } from "#db/transact.ts";
import { lockOpenDraft, sealPages } from "./draft-pages.server.ts";

export type SaveRefusal = { kind: "draft-not-found" };

/**
 * Keeps one page of the wizard as it was typed, valid or not, and says what is still wrong with it. Nothing typed
 * is ever lost to a mistake in it.
 */
export function saveStep(
  ctx: Ctx,
  { caseId, step, typed }: { caseId: string; step: AnsweredStep; typed: Typed },
): Promise<Result<{ errors: FieldErrors | null; typed: Typed }, SaveRefusal>> {
  return transact<{ errors: FieldErrors | null; typed: Typed }, SaveRefusal>(ctx, async (tx) => {
    const draft = isId(caseId) ? await lockOpenDraft(tx, ctx, caseId) : null;
    if (!draft || !may(ctx.actor, "case.post", "none")) return err({ kind: "draft-not-found" });
    const kept = keepable(step, typed);
    const answers: DraftAnswers = { ...draft.answers, [step]: kept };
    const read = readStep(step, kept, draftKnown(answers, ctx.now));
    await updateDraft(tx, caseId, await sealPages(tx, ctx, caseId, answers), ctx.now);
    return ok({ errors: read.ok ? null : read.error, typed: kept });
  });
}
