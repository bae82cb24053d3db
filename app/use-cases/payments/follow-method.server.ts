import { system } from "#app/domain/accounts/actor.ts";
import type { Provider } from "#app/gateways/stripe.server.ts";
import type { Ctx } from "#app/use-cases/ctx.ts";
import { loseMethod } from "#app/use-cases/end-plan.server.ts";
import { tellOfPlan } from "#app/use-cases/keep-plan.server.ts";
import type { Tx } from "#db/client.ts";
import { lockCase } from "#db/queries/cases.ts";
import { lockPlan, plansByMethod } from "#db/queries/plans.ts";

type Method = { accountId: string; methodId: string };

/** A saved method that was taken off its customer at the provider is none any more: the plans it paid go on by hand, and the parties know. */
export async function followMethod(
  tx: Tx,
  ctx: Ctx,
  { stripe }: Provider,
  { accountId, methodId }: Method,
): Promise<void> {
  const plans = await plansByMethod(tx, accountId, methodId);
  if (plans.length === 0) return;
  const method = await stripe.paymentMethods.retrieve(methodId, {}, { stripeAccount: accountId });
  if (method.customer) return;
  for (const found of plans) {
    const kase = await lockCase(tx, system, found.caseId);
    const plan = await lockPlan(tx, found);
    if (plan?.methodId !== methodId) continue;
    await loseMethod(tx, plan);
    await tellOfPlan(tx, ctx, kase, "plan_method_gone");
  }
}
