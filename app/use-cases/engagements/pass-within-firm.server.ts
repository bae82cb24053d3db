import { z } from "zod";
import { may } from "#app/domain/accounts/access.ts";
import type { Decision } from "#app/domain/law/types.ts";
import { err, ok, type Result } from "#app/domain/result.ts";
import type { Ctx } from "#app/use-cases/ctx.ts";
import { lockEngaged } from "#app/use-cases/engaged.server.ts";
import { notify } from "#app/use-cases/notify.server.ts";
import { recordChange } from "#app/use-cases/record-change.server.ts";
import { mandateOf, updateEngagement } from "#db/queries/engagements.ts";
import { openPlan, updatePlan } from "#db/queries/lapse-plans.ts";
import { transact } from "#db/transact.ts";
import { standIns } from "./lapse-plan.server.ts";

export const PassWithinFirm = z.object({ caseId: z.uuid(), licenceId: z.uuid("error.choose") });

export type PassRefusal =
  | { kind: "case-not-found" }
  | { kind: "no-plan" }
  | { kind: "no-such-licence" }
  | { kind: "not-lawful"; decision: Decision };

/**
 * The creditor consents that another licensed member of the same firm takes the mandate over; from now on it rests on that licence. The
 * consent is the principal's, which a mandate passed on needs (CN-ACTOR-06), and stands on the timeline.
 */
export function passWithinFirm(
  ctx: Ctx,
  { caseId, licenceId }: z.infer<typeof PassWithinFirm>,
): Promise<Result<null, PassRefusal>> {
  return transact<null, PassRefusal>(ctx, async (tx) => {
    const engaged = await lockEngaged(tx, ctx.actor, caseId);
    if (!engaged || !may(ctx.actor, "mandate.end", engaged.relation)) return err({ kind: "case-not-found" });
    const plan = await openPlan(tx, caseId);
    const row = await mandateOf(tx, caseId);
    if (!plan || row?.id !== plan.engagementId) return err({ kind: "no-plan" });
    const next = (await standIns(tx, plan, ctx.now)).find(({ id }) => id === licenceId);
    if (!next) return err({ kind: "no-such-licence" });
    const refs = { engagementId: row.id, licenceId, before: plan.licenceId };
    const recorded = await recordChange(tx, ctx, engaged, refs);
    if (!recorded.ok) return recorded;
    await updateEngagement(tx, row, { licenceId });
    const decided = { decidedBy: ctx.actor.userId, decidedAt: ctx.now, closedAt: ctx.now };
    await updatePlan(tx, plan, { status: "passed", ...decided });
    await notify(tx, ctx, {
      kind: "mandate_passed",
      values: { case: engaged.code, number: next.number },
      toOrgId: next.orgId,
      href: engaged.home,
    });
    return ok(null);
  });
}
