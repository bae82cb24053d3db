import { may } from "#app/domain/accounts/access.ts";
import { type AnsweredStep, type WizardStep, wizardSteps } from "#app/domain/cases/answers.ts";
import { draftKnown, draftPlaces } from "#app/domain/cases/debtor-day.ts";
import type { DraftAnswers } from "#app/domain/cases/draft.ts";
import { type EvidenceNeed, enoughToPost, evidenceNeeds } from "#app/domain/cases/evidence.ts";
import { type Known, readStep } from "#app/domain/cases/read-step.ts";
import { isId } from "#app/domain/ids.ts";
import type { Place } from "#app/domain/places/place.ts";
import type { Ctx } from "#app/use-cases/ctx.ts";
import { evidenceOf } from "#app/use-cases/evidence-of.server.ts";
import { type CaseRow, findCase } from "#db/queries/cases.ts";
import type { EvidenceItem } from "#db/queries/evidence.ts";
import { type Draft, openDraft } from "./draft-pages.server.ts";

export type DraftView = {
  draft: Draft;
  /** Set when the draft changes a case that is already posted. */
  editing: Pick<CaseRow, "code" | "status"> | null;
  done: Record<WizardStep, boolean>;
  places: Place[];
  evidence: EvidenceItem[];
  needs: EvidenceNeed[];
  known: Known;
};

/** A draft with how far it has come; null when there is none of that id, or it is another creditor's. */
export async function draftView(ctx: Ctx, caseId: string): Promise<DraftView | null> {
  if (!isId(caseId) || !may(ctx.actor, "case.post", "none")) return null;
  const draft = await openDraft(ctx.db, ctx, caseId);
  if (!draft) return null;
  const [kase, evidence] = await Promise.all([
    findCase(ctx.db, ctx.actor, caseId),
    evidenceOf(ctx.db, ctx, caseId),
  ]);
  const known = draftKnown(draft.answers, ctx.now);
  const needs = evidenceNeeds(typedNeeds(draft.answers), evidence);
  const answered = (step: AnsweredStep) => readStep(step, draft.answers[step], known).ok;
  return {
    draft,
    editing: kase && { code: kase.code, status: kase.status },
    done: {
      debtor: answered("debtor"),
      claim: answered("claim"),
      evidence: enoughToPost(needs, evidence.length),
      history: answered("history"),
      goal: answered("goal"),
      review: false,
    },
    places: draftPlaces(draft.answers),
    evidence,
    needs,
    known,
  };
}

/** The answers that decide which documents a claim needs, whether or not their pages are finished. */
function typedNeeds({ claim, history }: DraftAnswers): Parameters<typeof evidenceNeeds>[0] {
  const text = (value: unknown) => (typeof value === "string" ? value : undefined);
  return {
    claim: {
      kind: claim?.kind === "goods" ? "goods" : undefined,
      assigned: claim?.assigned === "yes" ? "yes" : "no",
    },
    history: {
      judgment: history?.judgment === "yes" ? "yes" : "no",
      demandDeliveredOn: text(history?.demandDeliveredOn),
      reminderSentOn: text(history?.reminderSentOn),
    },
  };
}

/** The first page that is not finished; the review when all are. */
export const firstOpenStep = ({ done }: Pick<DraftView, "done">): WizardStep =>
  wizardSteps.find((step) => !done[step]) ?? "review";

/** The page after one. */
export const stepAfter = (step: WizardStep): WizardStep =>
  wizardSteps[Math.min(wizardSteps.indexOf(step) + 1, wizardSteps.length - 1)];
