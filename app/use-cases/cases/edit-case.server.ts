import { z } from "zod";
import { may } from "#app/domain/accounts/access.ts";
import { editRefusals } from "#app/domain/cases/may-edit.ts";
import { caseMoves } from "#app/domain/cases/moves.ts";
import { parted } from "#app/domain/cases/personal.ts";
import type { FieldErrors } from "#app/domain/cases/read-step.ts";
import type { Facts } from "#app/domain/law/facts.ts";
import { err, ok, type Result } from "#app/domain/result.ts";
import type { Ctx } from "#app/use-cases/ctx.ts";
import { notify } from "#app/use-cases/notify.server.ts";
import { type NotLawful, recordEvent } from "#app/use-cases/record-event.server.ts";
import { voidRound } from "#app/use-cases/void-round.server.ts";
import type { Tx } from "#db/client.ts";
import { deleteDraft } from "#db/queries/case-drafts.ts";
import { type CaseRow, lockCase, relationTo, updateCase } from "#db/queries/cases.ts";
import { mandatesOf } from "#db/queries/engagements.ts";
import { transact } from "#db/transact.ts";
import { lockOpenDraft } from "./draft-pages.server.ts";
import { type PreparedCase, prepareCase, type Unpostable } from "./prepare-case.server.ts";
import { recordHistory } from "./record-history.server.ts";
import { writeCaseParts } from "./write-case.server.ts";

export const EditCase = z.object({ caseId: z.uuid() });

export type EditRefusal =
  | { kind: "case-not-found" }
  | { kind: "past-editing"; status: string }
  | { kind: "cannot-take-back"; errors: FieldErrors }
  | Unpostable
  | NotLawful;

/**
 * Sends an edited case in again, also after it was returned. It goes back to review; a round that was open is
 * voided and its bidders are told. Sending it in twice changes nothing the second time.
 */
export function editCase(
  ctx: Ctx,
  { caseId }: z.infer<typeof EditCase>,
): Promise<Result<{ caseId: string; already: boolean }, EditRefusal>> {
  return transact<{ caseId: string; already: boolean }, EditRefusal>(ctx, async (tx) => {
    const kase = await lockCase(tx, ctx.actor, caseId);
    if (!kase || !may(ctx.actor, "case.edit", relationTo(ctx.actor, kase)))
      return err({ kind: "case-not-found" });
    // A signed mandate and steps rest on what it says, also once another collector is sought.
    if ((await mandatesOf(tx, caseId)).length > 0) return err({ kind: "past-editing", status: kase.status });
    const draft = await lockOpenDraft(tx, ctx, caseId);
    if (!draft) return ok({ caseId, already: true });
    const status = caseMoves[kase.status].resubmit ?? caseMoves[kase.status].edit;
    if (!status) return err({ kind: "past-editing", status: kase.status });
    const prepared = await prepareCase(tx, ctx, draft);
    if (!prepared.ok) return prepared;
    const errors = editRefusals(kase.answers, prepared.value.answers);
    if (Object.keys(errors).length > 0) return err({ kind: "cannot-take-back", errors });

    const before = kase.answers.history;
    const edited = withAnswers(kase, prepared.value);
    await updateCase(tx, caseId, { ...edited.content, status, updatedAt: ctx.now });
    await writeCaseParts(tx, ctx, kase, prepared.value);
    await tellBidders(tx, ctx, kase);
    await deleteDraft(tx, caseId);

    const recorded = await recordEvent(tx, ctx, edited.kase, {
      type: "edited",
      occurredAt: ctx.now,
      payload: {
        facts: unreviewed(prepared.value.facts),
        evidenceIds: prepared.value.evidence.map(({ id }) => id),
      },
    });
    if (!recorded.ok) return recorded;
    const history = await recordHistory(tx, ctx, edited.kase, { prepared: prepared.value, before });
    return history.ok ? ok({ caseId, already: false }) : history;
  });
}

/** What a reviewer found holds for the answers as they were. */
const unreviewed = (facts: Facts): Facts => ({ ...facts, debt: { ...facts.debt, lawful: "unknown" } });

/** The case under the pack of the place it now names. */
function withAnswers(kase: CaseRow, { answers, jurisdiction, pack }: PreparedCase) {
  const content = {
    answers: parted(answers).kept,
    jurisdiction,
    placeCode: answers.debtor.placeCode,
    packId: pack.id,
    packVersion: pack.version,
  };
  return { content, kase: { ...kase, ...content } };
}

async function tellBidders(tx: Tx, ctx: Ctx, kase: CaseRow): Promise<void> {
  for (const toOrgId of await voidRound(tx, ctx, kase)) {
    await notify(tx, ctx, { toOrgId, kind: "round_voided", values: { case: kase.code }, href: "/rounds" });
  }
}
