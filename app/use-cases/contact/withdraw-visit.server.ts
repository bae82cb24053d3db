import type { z } from "zod";
import { may } from "#app/domain/accounts/access.ts";
import type { VisitAt } from "#app/domain/contact/visit-forms.ts";
import { mayMove } from "#app/domain/contact/visit-moves.ts";
import { err, ok, type Result } from "#app/domain/result.ts";
import type { Ctx } from "#app/use-cases/ctx.ts";
import { lockCase, relationTo } from "#db/queries/cases.ts";
import { planOf, updatePlan } from "#db/queries/visits.ts";
import { transact } from "#db/transact.ts";

export type WithdrawVisitRefusal = { kind: "plan-not-found" } | { kind: "plan-over" };

/** Says that nobody goes after all. Withdrawing twice withdraws once. */
export function withdrawVisit(
  ctx: Ctx,
  { caseId, planId }: z.infer<typeof VisitAt>,
): Promise<Result<null, WithdrawVisitRefusal>> {
  return transact<null, WithdrawVisitRefusal>(ctx, async (tx) => {
    const kase = await lockCase(tx, ctx.actor, caseId);
    const isTheirs = kase && may(ctx.actor, "step.record", relationTo(ctx.actor, kase));
    const plan = isTheirs ? await planOf(tx, { caseId, id: planId }) : null;
    if (!plan || plan.orgId !== ctx.actor.orgId) return err({ kind: "plan-not-found" });
    if (plan.status === "withdrawn") return ok(null);
    if (!mayMove(plan.status, "withdrawn")) return err({ kind: "plan-over" });
    const settled = { settledBy: ctx.actor.userId, settledAt: ctx.now };
    await updatePlan(tx, plan, { status: "withdrawn", lookAt: null, ...settled });
    return ok(null);
  });
}
