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

export const ReturnCase = z.object({ caseId: z.uuid(), reason: Reason });

/** Sends a case back to its creditor, who is told why and can correct it. */
export function returnCase(
  ctx: Ctx,
  { caseId, reason }: z.infer<typeof ReturnCase>,
): Promise<Result<null, ReviewRefusal | NotLawful>> {
  return transact<null, ReviewRefusal | NotLawful>(ctx, async (tx) => {
    const held = await lockForReview(tx, ctx, { caseId, move: "return" });
    if (!held.ok) return held;
    const { kase, status } = held.value;

    await updateCase(tx, caseId, { status, updatedAt: ctx.now });
    await insertAudit(tx, ctx, { operation: "case.returned", subjectKind: "case", subjectId: caseId });
    await notify(tx, ctx, {
      toOrgId: kase.creditorOrgId,
      kind: "case_returned",
      values: { case: kase.code, reason },
      href: `/cases/${caseId}`,
    });
    const recorded = await recordEvent(tx, ctx, kase, {
      type: "returned",
      occurredAt: ctx.now,
      note: reason,
    });
    return recorded.ok ? ok(null) : recorded;
  });
}
