import { requestKinds } from "#app/domain/privacy/data-requests.ts";
import { dateIn } from "#app/domain/timeline/local-time.ts";
import type { Ctx } from "#app/use-cases/ctx.ts";
import { recordEvent } from "#app/use-cases/record-event.server.ts";
import type { Tx } from "#db/client.ts";
import { insertAudit } from "#db/queries/audit.ts";
import type { CaseRow } from "#db/queries/cases.ts";
import { answerOpenRequest } from "#db/queries/data-requests.ts";
import { destroyFilesOf } from "#db/queries/document-keys.ts";
import { destroyKey, emptyPersonal } from "#db/queries/erasure.ts";
import { zoneOf } from "#db/queries/subjects.ts";

/**
 * Erases a debtor: the log says so first, by the rule and the day and no person, then the key is destroyed, what lies beside it is emptied and
 * the keys of documents that nothing else needs are destroyed, in one transaction. The caller holds the case and has asked whether it may be (`erasureStanding`).
 */
export async function erasePerson(
  tx: Tx,
  ctx: Ctx,
  kase: CaseRow,
  { rule, why }: { rule: string; why: "term" | "request" },
): Promise<void> {
  const { caseId } = kase;
  const on = dateIn(await zoneOf(tx, caseId), ctx.now);
  const recorded = await recordEvent(tx, ctx, kase, {
    type: "fact_added",
    occurredAt: ctx.now,
    payload: { refs: { erased: "personal_data", rule, on } },
  });
  if (!recorded.ok) throw new Error("The log does not take that a debtor was erased");
  // What else was asked about the data is answered by its end.
  for (const kind of requestKinds)
    await answerOpenRequest(
      tx,
      { caseId, kind },
      { answer: "done", answeredBy: ctx.actor.userId, answeredAt: ctx.now },
    );
  if (!(await destroyKey(tx, { caseId, rule, at: ctx.now }))) throw new Error("The key was destroyed before");
  await emptyPersonal(tx, caseId, ctx.now);
  await destroyFilesOf(tx, caseId, ctx.now);
  await insertAudit(tx, ctx, {
    operation: "debtor.erased",
    subjectKind: "case",
    subjectId: caseId,
    details: { rule, on, why },
  });
}
