import { z } from "zod";
import { Reason } from "#app/domain/accounts/fields.ts";
import { ok, type Result } from "#app/domain/result.ts";
import type { Ctx } from "#app/use-cases/ctx.ts";
import { notify } from "#app/use-cases/notify.server.ts";
import { type NotLawful, recordEvent } from "#app/use-cases/record-event.server.ts";
import { insertAudit } from "#db/queries/audit.ts";
import { updateCase } from "#db/queries/cases.ts";
import { transact } from "#db/transact.ts";
import { lockForReview, type ReviewRefusal } from "./lock-for-review.server.ts";

export const RefuseCase = z.object({ caseId: z.uuid(), reason: Reason });

/** Refuses a case for good. The creditor is told why. */
export function refuseCase(
  ctx: Ctx,
  { caseId, reason }: z.infer<typeof RefuseCase>,
): Promise<Result<null, ReviewRefusal | NotLawful>> {
  return transact<null, ReviewRefusal | NotLawful>(ctx, async (tx) => {
    const held = await lockForReview(tx, ctx, { caseId, move: "refuse" });
    if (!held.ok) return held;
    const { kase, status } = held.value;

    await updateCase(tx, caseId, { status, updatedAt: ctx.now });
    await insertAudit(tx, ctx, { operation: "case.refused", subjectKind: "case", subjectId: caseId });
    await notify(tx, ctx, {
      toOrgId: kase.creditorOrgId,
      kind: "case_refused",
      values: { case: kase.code, reason },
      href: `/cases/${caseId}`,
    });
    const recorded = await recordEvent(tx, ctx, kase, {
      type: "refused",
      occurredAt: ctx.now,
      note: reason,
    });
    return recorded.ok ? ok(null) : recorded;
  });
}
