import { z } from "zod";
import type { Facts } from "#app/domain/law/facts.ts";
import { ok, type Result } from "#app/domain/result.ts";
import { scopeOf } from "#app/domain/tenders/scope.ts";
import type { Ctx } from "#app/use-cases/ctx.ts";
import { notify } from "#app/use-cases/notify.server.ts";
import { type OpenRoundRefusal, openRound } from "#app/use-cases/open-round.server.ts";
import { recordEvent } from "#app/use-cases/record-event.server.ts";
import { insertAudit } from "#db/queries/audit.ts";
import { updateCase } from "#db/queries/cases.ts";
import { transact } from "#db/transact.ts";
import { lockForReview, type ReviewRefusal } from "./lock-for-review.server.ts";

export const ApproveCase = z.object({ caseId: z.uuid() });

export type ApproveRefusal = ReviewRefusal | OpenRoundRefusal;

/** The reviewer has seen the papers and nothing says that the debt is unlawful. */
const found: Facts = { debt: { lawful: "ok" } };

/**
 * Lets a case go on the market: the reviewer vouches that the debt is lawful as far as the papers show, and the
 * round that the creditor asked for opens at once. Who prefers a standing price chooses one then.
 */
export function approveCase(
  ctx: Ctx,
  { caseId }: z.infer<typeof ApproveCase>,
): Promise<Result<null, ApproveRefusal>> {
  return transact<null, ApproveRefusal>(ctx, async (tx) => {
    const held = await lockForReview(tx, ctx, { caseId, move: "approve" });
    if (!held.ok) return held;
    const { kase, status } = held.value;

    await updateCase(tx, caseId, { status, updatedAt: ctx.now });
    await insertAudit(tx, ctx, { operation: "case.approved", subjectKind: "case", subjectId: caseId });
    const { goal, feeModels, windowHours, lane } = kase.answers.goal;
    const told = { toOrgId: kase.creditorOrgId, values: { case: kase.code } };
    if (lane === "standing")
      await notify(tx, ctx, { kind: "case_approved_standing", ...told, href: `/cases/${caseId}/prices` });
    else await notify(tx, ctx, { kind: "case_approved", ...told, href: `/cases/${caseId}` });
    const recorded = await recordEvent(tx, ctx, kase, {
      type: "approved",
      occurredAt: ctx.now,
      payload: { facts: found },
    });
    if (!recorded.ok) return recorded;

    if (lane === "standing") return ok(null);
    const open = { hours: windowHours, scope: scopeOf[goal], feeModels };
    const round = await openRound(tx, ctx, { ...kase, status }, open);
    return round.ok ? ok(null) : round;
  });
}
