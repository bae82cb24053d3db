import type Stripe from "stripe";
import { system } from "#app/domain/accounts/actor.ts";
import type { DebitRefusal, Provider } from "#app/gateways/stripe.server.ts";
import type { Ctx } from "#app/use-cases/ctx.ts";
import { debitVerdict } from "#app/use-cases/debit.server.ts";
import { loseMethod } from "#app/use-cases/end-plan.server.ts";
import { failPart, tellOfPlan } from "#app/use-cases/keep-plan.server.ts";
import type { Tx } from "#db/client.ts";
import { findCase } from "#db/queries/cases.ts";
import { lockPayment, paymentBy, updatePayment } from "#db/queries/payments.ts";
import { lockPlan, planOfPayment, updatePart } from "#db/queries/plans.ts";
import { type ProviderCall, updateCall } from "#db/queries/provider-work.ts";

/** A debit that must not be made any more: what it rested on changed since it was written. */
export type Withheld = { kind: "withheld" };

/**
 * Asks again, at the moment of sending, whether a debit may be made: a plan can be stopped, a case disputed or closed, or the debt paid
 * since it was written. Null: make it. One that a worker may have made before it died is looked for at the provider; found, it is the
 * answer, since its money has moved.
 */
export async function withheldDebit(
  ctx: Ctx,
  provider: Provider,
  call: ProviderCall,
): Promise<Withheld | { object: Stripe.PaymentIntent } | null> {
  if (call.operation !== "debit.create" || (await mayGo(ctx, call))) return null;
  const made = call.attempts > 1 ? await madeBefore(provider, call) : null;
  return made ? { object: made } : { kind: "withheld" };
}

async function mayGo(ctx: Ctx, { caseId, paymentId, request }: ProviderCall): Promise<boolean> {
  const key = caseId && paymentId ? { caseId, id: paymentId } : null;
  const kase = key && (await findCase(ctx.db, system, key.caseId));
  const found = key && (await planOfPayment(ctx.db, key));
  const payment = key && (await paymentBy(ctx.db, key.caseId, key.id));
  if (!key || !kase || !payment || found?.plan.status !== "active") return false;
  if (found.plan.methodId !== request.payment_method) return false;
  const verdict = await debitVerdict(ctx.db, ctx, { kase, amount: payment.amount, but: key.id });
  return verdict.kind === "debit" && verdict.amount === payment.amount;
}

async function madeBefore({ stripe }: Provider, { accountId, request, paymentId }: ProviderCall) {
  const on = accountId ? { stripeAccount: accountId } : {};
  const intents = stripe.paymentIntents.list({ customer: String(request.customer), limit: 100 }, on);
  for await (const intent of intents) if (intent.metadata.payment_id === paymentId) return intent;
  return null;
}

/** Records that a debit was refused, or not made: the part is paid by hand, or is asked for when it may be again. The caller holds the call. */
export async function endDebit(
  tx: Tx,
  ctx: Ctx,
  call: ProviderCall,
  answer: DebitRefusal | Withheld,
): Promise<void> {
  const isRefused = answer.kind === "refused";
  await updateCall(tx, call.id, {
    ...(isRefused
      ? { state: "done", answerId: answer.intentId, lastError: answer.reason }
      : { state: "resolved", lastError: null }),
    endedAt: ctx.now,
  });
  const payment = call.caseId && call.paymentId ? await lockPayment(tx, call.caseId, call.paymentId) : null;
  const found = payment && (await planOfPayment(tx, payment));
  if (!payment || !found) return;
  const kase = await findCase(tx, system, payment.caseId);
  if (!isRefused) {
    const isOver = found.plan.endedAt !== null;
    await updatePayment(
      tx,
      payment,
      isOver ? { status: "withdrawn", withdrawnAt: ctx.now } : { status: "failed" },
    );
    await updatePart(tx, found.part, { failure: "withheld" });
    return;
  }
  await updatePayment(tx, payment, { status: "failed", intentId: answer.intentId });
  await failPart(tx, ctx, { part: found.part, kase, failure: answer.failure });
  const plan = answer.failure === "method_gone" ? await lockPlan(tx, found.plan) : null;
  if (!plan?.methodId) return;
  await loseMethod(tx, plan);
  await tellOfPlan(tx, ctx, kase, "plan_method_gone");
}
