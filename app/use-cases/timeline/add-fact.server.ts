import { may } from "#app/domain/accounts/access.ts";
import type { Decision } from "#app/domain/law/types.ts";
import { err, ok, type Result } from "#app/domain/result.ts";
import { factsOf } from "#app/domain/timeline/facts.ts";
import { dateIn } from "#app/domain/timeline/local-time.ts";
import {
  type AddFact,
  addableFacts,
  factValue,
  mayRestate,
  nested,
} from "#app/domain/timeline/record-forms.ts";
import type { Ctx } from "#app/use-cases/ctx.ts";
import { readUpload, type UploadRefusal } from "#app/use-cases/keep-document.server.ts";
import { proofOf } from "#app/use-cases/proof.server.ts";
import { recordEvent } from "#app/use-cases/record-event.server.ts";
import { lockCase, relationTo } from "#db/queries/cases.ts";
import { zoneOf } from "#db/queries/subjects.ts";
import { eventsOf } from "#db/queries/timeline.ts";
import { transact } from "#db/transact.ts";

export type AddFactRefusal =
  | { kind: "case-not-found" }
  | { kind: "case-closed" }
  | { kind: "field-needed"; field: string }
  | { kind: "in-the-future" }
  | { kind: "already-stated" }
  | { kind: "proof-needed" }
  | { kind: "not-lawful"; decision: Decision }
  | UploadRefusal;

/**
 * Adds a fact the law asked for, with its evidence. Nobody can override a block: a fact that does not satisfy
 * the rule leaves it closed, and what was stated is not restated to suit.
 */
export async function addFact(ctx: Ctx, input: AddFact): Promise<Result<null, AddFactRefusal>> {
  const needsValue = addableFacts[input.fact].kind !== "proof";
  const value = factValue(input.fact, input.value);
  if (needsValue && value === null) return err({ kind: "field-needed", field: "value" });
  const file = input.proof ? await readUpload(ctx, input.proof) : null;
  if (file && !file.ok) return file;

  return transact<null, AddFactRefusal>(ctx, async (tx) => {
    const kase = await lockCase(tx, ctx.actor, input.caseId);
    if (!kase || !may(ctx.actor, "fact.record", relationTo(ctx.actor, kase)))
      return err({ kind: "case-not-found" });
    if (kase.status === "closed" || kase.status === "refused") return err({ kind: "case-closed" });
    const zone = await zoneOf(tx, kase.caseId);
    if (isAhead(input, dateIn(zone, ctx.now))) return err({ kind: "in-the-future" });
    if (!mayRestate(input.fact, factsOf(await eventsOf(tx, kase.caseId))))
      return err({ kind: "already-stated" });
    const evidenceId = await proofOf(tx, ctx, kase.caseId, {
      kind: input.fact === "documents.itemisedAccountId" ? "statement" : "other",
      file: file?.value,
      evidenceId: input.evidenceId,
    });
    if (!evidenceId) return err({ kind: "proof-needed" });
    const recorded = await recordEvent(tx, ctx, kase, {
      type: "fact_added",
      occurredAt: ctx.now,
      payload: { facts: nested(input.fact, needsValue ? value : evidenceId), evidenceIds: [evidenceId] },
      note: input.note,
    });
    return recorded.ok ? ok(null) : recorded;
  });
}

function isAhead({ fact, value }: AddFact, today: string): boolean {
  const field = addableFacts[fact];
  return field.kind === "date" && !field.mayBeAhead && value !== undefined && value > today;
}
