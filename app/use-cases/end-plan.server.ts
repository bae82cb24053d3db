import { mayBeWithdrawn } from "#app/domain/payments/payments.ts";
import type { PlanEnd } from "#app/domain/payments/plans.ts";
import { closePage } from "#app/use-cases/ask-payment.server.ts";
import { callProvider } from "#app/use-cases/call-provider.server.ts";
import type { Ctx } from "#app/use-cases/ctx.ts";
import type { Tx } from "#db/client.ts";
import { updatePayment } from "#db/queries/payments.ts";
import { dropPlanned, type Plan, partsOfPlan, updatePlan } from "#db/queries/plans.ts";

const noMethod = { methodId: null, methodKind: null, methodLast4: null, mandateId: null };

/** Ends a plan: no part is asked for any more, what was asked and not paid is withdrawn, and the saved method goes. The caller holds the case. */
export async function endPlan(tx: Tx, ctx: Ctx, plan: Plan, why: PlanEnd): Promise<void> {
  const isDone = why === "paid" || why === "nothing_owed";
  await forgetMethod(tx, ctx, plan);
  await updatePlan(tx, plan, { status: isDone ? "done" : "stopped", endedAt: ctx.now, endedFor: why });
  await dropPlanned(tx, plan);
  for (const { payment } of await partsOfPlan(tx, plan)) {
    if (!payment || !mayBeWithdrawn(payment.status)) continue;
    const { sessionId, status } = payment;
    await updatePayment(tx, payment, { status: "withdrawn", sessionUrl: null, withdrawnAt: ctx.now });
    if (status === "open" && sessionId) await closePage(tx, ctx, { ...payment, sessionId });
  }
}

/** Takes the saved method back, here and at the provider, and the mandate with it. */
export async function forgetMethod(tx: Tx, ctx: Ctx, plan: Plan): Promise<void> {
  const { methodId, accountId, orgId } = plan;
  if (!methodId) return;
  await updatePlan(tx, plan, noMethod);
  await callProvider(tx, ctx, {
    operation: "method.detach",
    accountId,
    orgId,
    request: { method: methodId },
  });
}

/** The provider has it no more, so there is nothing to take back there. */
export const loseMethod = (tx: Tx, plan: Plan): Promise<void> => updatePlan(tx, plan, noMethod);
