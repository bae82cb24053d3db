import { may } from "#app/domain/accounts/access.ts";
import { isId } from "#app/domain/ids.ts";
import type { StopPlan } from "#app/domain/payments/plans.ts";
import { err, ok, type Result } from "#app/domain/result.ts";
import type { Ctx } from "#app/use-cases/ctx.ts";
import { endPlan } from "#app/use-cases/end-plan.server.ts";
import { tellOfPlan } from "#app/use-cases/keep-plan.server.ts";
import { recordEvent } from "#app/use-cases/record-event.server.ts";
import type { Reader } from "#db/client.ts";
import { insertAudit } from "#db/queries/audit.ts";
import { findCase, lockCase, relationTo } from "#db/queries/cases.ts";
import { livePlanOn, lockPlan, type Plan, partsOfPlan } from "#db/queries/plans.ts";
import { transact } from "#db/transact.ts";

export type StopRefusal =
  | { kind: "case-not-found" }
  /** It is over already, or is another case's. */
  | { kind: "no-plan" }
  /** Every part whose day has come was paid in time: the debtor broke nothing. */
  | { kind: "nothing-missed" };

/**
 * Ends a plan: nothing more is debited. Where the debtor missed a part and the party says that the plan is broken, the log has it, and the
 * pause that the plan laid across the ladder ends: the law then judges each step as any other.
 */
export const stopPlan = (ctx: Ctx, input: StopPlan): Promise<Result<null, StopRefusal>> =>
  transact<null, StopRefusal>(ctx, async (tx) => {
    const kase = await lockCase(tx, ctx.actor, input.caseId);
    if (!kase || !may(ctx.actor, "plan.keep", relationTo(ctx.actor, kase)))
      return err({ kind: "case-not-found" });
    const plan = await lockPlan(tx, { caseId: kase.caseId, id: input.planId });
    if (!plan) return err({ kind: "no-plan" });
    if (plan.endedAt) return ok(null);
    const missed = await missedOf(tx, plan);
    if (input.reason === "broken" && missed === 0) return err({ kind: "nothing-missed" });
    await endPlan(tx, ctx, plan, input.reason);
    if (input.reason === "broken") {
      const refs = { planId: plan.id, missed };
      const recorded = await recordEvent(tx, ctx, kase, {
        ...{ type: "plan_ended", occurredAt: ctx.now, payload: { act: { direction: "in" }, refs } },
      });
      if (!recorded.ok) throw new Error(`The end of a plan was refused by the law of case ${kase.caseId}`);
    }
    await tellOfPlan(tx, ctx, kase, "plan_ended");
    await insertAudit(tx, ctx, {
      ...{ operation: "plan.stopped", subjectKind: "case", subjectId: kase.caseId },
      details: { planId: plan.id, reason: input.reason },
    });
    return ok(null);
  });

/** How many parts were asked for, are past their grace and are not paid. */
async function missedOf(reader: Reader, plan: Plan): Promise<number> {
  return (await partsOfPlan(reader, plan)).filter(
    ({ part, payment }) => part.missedAt && payment?.status !== "paid" && payment?.status !== "processing",
  ).length;
}

/** What the page that asks once more starts from; null when the case is not the actor's or has no plan. */
export async function stopView(ctx: Ctx, caseId: string) {
  const kase = isId(caseId) ? await findCase(ctx.db, ctx.actor, caseId) : null;
  if (!kase || !may(ctx.actor, "plan.keep", relationTo(ctx.actor, kase))) return null;
  const plan = await livePlanOn(ctx.db, caseId);
  return {
    ...{ caseId, code: kase.code, planId: plan?.id ?? null },
    missed: plan ? await missedOf(ctx.db, plan) : 0,
  };
}
