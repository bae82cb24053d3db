import { type AnsweredStep, answeredSteps } from "#app/domain/cases/answers.ts";
import type { EvidenceKind } from "#app/domain/cases/evidence.ts";
import type { Typed } from "#app/domain/cases/typed.ts";
import { postCase } from "#app/use-cases/cases/post-case.server.ts";
import { saveStep } from "#app/use-cases/cases/save-step.server.ts";
import { startDraft } from "#app/use-cases/cases/start-draft.server.ts";
import { addDraftEvidence } from "#app/use-cases/evidence/add-draft-evidence.server.ts";
import { draftPages } from "./market.ts";
import { aCreditor, aPdf, type Person, value, type World } from "./world.ts";

type Given = Partial<Record<AnsweredStep, Typed>> & {
  creditor?: Person;
  /** Kinds of the documents added; an invoice unless told otherwise. */
  evidence?: EvidenceKind[];
};

/** A draft with every page filled in: a commercial claim in California unless told otherwise. */
export async function aDraft(world: World, { evidence = ["invoice"], ...given }: Given = {}) {
  const creditor = given.creditor ?? (await aCreditor(world));
  const ctx = world.ctx(creditor.actor);
  const { caseId } = value(await startDraft(ctx));
  const pages = draftPages(world, given);
  for (const step of answeredSteps) value(await saveStep(ctx, { caseId, step, typed: pages[step] }));
  for (const kind of evidence) {
    value(await addDraftEvidence(ctx, { caseId, kind, file: aPdf(`${kind}.pdf`, caseId + kind) }));
  }
  return { caseId, creditor, ctx };
}

/** A case that waits for its review. */
export async function aPostedCase(world: World, given: Given = {}) {
  const draft = await aDraft(world, given);
  value(await postCase(draft.ctx, { caseId: draft.caseId }));
  return draft;
}
