import { system } from "#app/domain/accounts/actor.ts";
import { err, ok, type Result } from "#app/domain/result.ts";
import type { Ctx } from "#app/use-cases/ctx.ts";
import { forgetMethod } from "#app/use-cases/end-plan.server.ts";
import { tellOfPlan } from "#app/use-cases/keep-plan.server.ts";
import { paymentIn } from "#app/use-cases/pay-link.server.ts";
import { lockCase } from "#db/queries/cases.ts";
import { lockPlan, planOfPayment } from "#db/queries/plans.ts";
import { transact } from "#db/transact.ts";

/**
 * The debtor takes back the saved way of paying and its mandate, by the link of any part. The plan itself stands: the parts that follow are
 * paid by hand. A debit that a bank was asked for already cannot be called back here.
 */
export const cancelMethod = (ctx: Ctx, token: string): Promise<Result<null, { kind: "not-found" }>> =>
  transact<null, { kind: "not-found" }>(ctx, async (tx) => {
    const key = paymentIn(ctx.secrets, token);
    const kase = key && (await lockCase(tx, system, key.caseId));
    const found = key && (await planOfPayment(tx, key));
    const plan = found && (await lockPlan(tx, found.plan));
    if (!kase || !plan) return err({ kind: "not-found" });
    if (!plan.methodId) return ok(null);
    await forgetMethod(tx, ctx, plan);
    await tellOfPlan(tx, ctx, kase, "plan_method_gone");
    return ok(null);
  });
