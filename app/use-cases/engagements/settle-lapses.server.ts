import { may } from "#app/domain/accounts/access.ts";
import { err, ok, type Result } from "#app/domain/result.ts";
import type { Ctx } from "#app/use-cases/ctx.ts";
import { type EndLotRefusal, endLotMandate } from "#app/use-cases/end-lot-mandate.server.ts";
import { endMandate } from "#app/use-cases/end-mandate.server.ts";
import { lockEngaged } from "#app/use-cases/engaged.server.ts";
import type { OpenRoundRefusal } from "#app/use-cases/open-round.server.ts";
import { awardInForce } from "#db/queries/awards.ts";
import { mandateOf } from "#db/queries/engagements.ts";
import { type LapsePlanRow, openPlan, plansDue, updatePlan } from "#db/queries/lapse-plans.ts";
import { transact } from "#db/transact.ts";

const BATCH = 20;
/** A plan that could not be carried out is tried again after a day: the law may not allow a round at present, or nothing is left to tender. */
const AGAIN_MS = 86_400_000;

type EndRefusal = OpenRoundRefusal | EndLotRefusal;

/** Tenders anew what nobody decided about in time, and what a creditor has waited for in vain. Answers how many plans it settled. */
export async function settleLapses(ctx: Ctx): Promise<Result<number, { kind: "not-allowed" }>> {
  if (!may(ctx.actor, "timer.fire", "none")) return err({ kind: "not-allowed" });
  let settled = 0;
  for (const plan of await plansDue(ctx.db, ctx.now, BATCH)) {
    const done = await settle(ctx, plan);
    if (done.ok) settled += done.value;
    else settled += await postpone(ctx, plan);
  }
  return ok(settled);
}

function settle(ctx: Ctx, { caseId, id }: LapsePlanRow): Promise<Result<number, EndRefusal>> {
  return transact<number, EndRefusal>(ctx, async (tx) => {
    const engaged = await lockEngaged(tx, ctx.actor, caseId);
    const plan = engaged && (await openPlan(tx, caseId));
    if (!engaged || plan?.id !== id || ctx.now < plan.decideBy) return ok(0);
    const award = await awardInForce(tx, caseId);
    const row = await mandateOf(tx, caseId);
    if (!award || row?.id !== plan.engagementId || engaged.status !== "engaged") {
      await updatePlan(tx, plan, { status: "over", closedAt: ctx.now });
      return ok(1);
    }
    const ending = { award, row, reason: "licence_lapsed" } as const;
    const ended =
      engaged.subject === "case"
        ? await endMandate(tx, ctx, engaged.kase, ending)
        : await endLotMandate(tx, ctx, engaged.lot, ending);
    return ended.ok ? ok(1) : ended;
  });
}

async function postpone(ctx: Ctx, plan: LapsePlanRow): Promise<number> {
  const done = await transact<number, never>(ctx, async (tx) => {
    await updatePlan(tx, plan, { decideBy: new Date(ctx.now.getTime() + AGAIN_MS) });
    return ok(1);
  });
  return done.ok ? done.value : 0;
}
