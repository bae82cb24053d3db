import type Stripe from "stripe";
import { may } from "#app/domain/accounts/access.ts";
import { mostAttempts, pauseAfter } from "#app/domain/payments/calls.ts";
import { err, ok, type Result } from "#app/domain/result.ts";
import {
  chance,
  type DebitRefusal,
  debitRefusalOf,
  type Failure,
  failureOf,
  type Provider,
} from "#app/gateways/stripe.server.ts";
import { closePage } from "#app/use-cases/ask-payment.server.ts";
import type { Ctx } from "#app/use-cases/ctx.ts";
import type { Tx } from "#db/client.ts";
import { lockPayment, updatePayment, updatePaymentAccount } from "#db/queries/payments.ts";
import { lockCall, lockDueCalls, type ProviderCall, updateCall } from "#db/queries/provider-work.ts";
import { transact } from "#db/transact.ts";
import { accountChange } from "./account-change.ts";
import { endDebit, type Withheld, withheldDebit } from "./end-debit.server.ts";

const batch = 20;
/** Longer than a call may take: who dies at a call leaves it to be made again, under the same key, after this. */
const leaseMs = 120_000;

type Answer = {
  object:
    | Stripe.Account
    | Stripe.Checkout.Session
    | Stripe.Refund
    | Stripe.Dispute
    | Stripe.PaymentIntent
    | Stripe.PaymentMethod;
};
type Outcome = Answer | Failure | DebitRefusal | Withheld;

/** Makes the calls that are due; answers how many were settled. A call is claimed before it is made and recorded after. */
export async function makeCalls(ctx: Ctx): Promise<Result<number, { kind: "not-allowed" }>> {
  if (!may(ctx.actor, "provider.work", "none")) return err({ kind: "not-allowed" });
  if (!ctx.provider) return ok(0);
  const { provider } = ctx;
  const claimed = await claim(ctx);
  for (const call of claimed) {
    const answer = (await withheldDebit(ctx, provider, call)) ?? (await makeCall(provider, call));
    await record(ctx, call, answer);
  }
  return ok(claimed.length);
}

async function claim(ctx: Ctx): Promise<ProviderCall[]> {
  const claimed = await transact<ProviderCall[], never>(ctx, async (tx) => {
    const due = await lockDueCalls(tx, ctx.now, batch);
    const nextTryAt = new Date(ctx.now.getTime() + leaseMs);
    for (const { id, attempts } of due) await updateCall(tx, id, { attempts: attempts + 1, nextTryAt });
    return ok(due.map((call) => ({ ...call, attempts: call.attempts + 1 })));
  });
  return claimed.ok ? claimed.value : [];
}

async function makeCall({ stripe }: Provider, call: ProviderCall): Promise<Outcome> {
  const options = { idempotencyKey: call.id, ...(call.accountId ? { stripeAccount: call.accountId } : {}) };
  try {
    switch (call.operation) {
      case "account.create":
        return { object: await stripe.accounts.create(call.request as Stripe.AccountCreateParams, options) };
      case "checkout.create": {
        const params = call.request as Stripe.Checkout.SessionCreateParams;
        return { object: await stripe.checkout.sessions.create(params, options) };
      }
      case "checkout.expire":
        return { object: await closed(stripe, String(call.request.session), options) };
      case "refund.create":
        return { object: await stripe.refunds.create(call.request as Stripe.RefundCreateParams, options) };
      case "dispute.answer": {
        const { dispute, ...params } = call.request;
        return { object: await stripe.disputes.update(String(dispute), params, options) };
      }
      case "dispute.concede":
        return { object: await stripe.disputes.close(String(call.request.dispute), {}, options) };
      case "debit.create": {
        const params = call.request as unknown as Stripe.PaymentIntentCreateParams;
        return { object: await stripe.paymentIntents.create(params, options) };
      }
      case "method.detach":
        return { object: await detached(stripe, String(call.request.method), options) };
    }
  } catch (error) {
    const refusal = call.operation === "debit.create" ? debitRefusalOf(error) : null;
    if (refusal) return refusal;
    const failure = failureOf(error);
    if (!failure) throw error;
    return failure;
  }
}

/** A page that was paid at, or ran out, in the same moment is closed as well: what became of it its own events tell. */
async function closed(stripe: Stripe, session: string, options: Stripe.RequestOptions) {
  try {
    return await stripe.checkout.sessions.expire(session, {}, options);
  } catch (error) {
    const { idempotencyKey: _, ...on } = options;
    const found =
      failureOf(error)?.kind === "never" && (await stripe.checkout.sessions.retrieve(session, {}, on));
    if (!found || found.status === "open") throw error;
    return found;
  }
}

/** What is on no customer any more, whoever took it off, is detached. */
async function detached(stripe: Stripe, method: string, options: Stripe.RequestOptions) {
  try {
    return await stripe.paymentMethods.detach(method, {}, options);
  } catch (error) {
    const { idempotencyKey: _, ...on } = options;
    const found =
      failureOf(error)?.kind === "never" && (await stripe.paymentMethods.retrieve(method, {}, on));
    if (!found || found.customer) throw error;
    return found;
  }
}

const record = (ctx: Ctx, made: ProviderCall, answer: Outcome) =>
  transact<null, never>(ctx, async (tx) => {
    const call = await lockCall(tx, made.id);
    if (call?.state !== "waiting") return ok(null);
    if ("kind" in answer && (answer.kind === "refused" || answer.kind === "withheld")) {
      await endDebit(tx, ctx, call, answer);
      return ok(null);
    }
    if ("kind" in answer) {
      const dead = answer.kind === "never" || call.attempts >= mostAttempts;
      const nextTryAt = new Date(ctx.now.getTime() + pauseAfter(call.attempts, chance()));
      await updateCall(tx, call.id, {
        lastError: answer.reason,
        ...(dead ? { state: "dead" } : { nextTryAt }),
      });
      return ok(null);
    }
    await updateCall(tx, call.id, {
      state: "done",
      answerId: answer.object.id,
      endedAt: ctx.now,
      lastError: null,
    });
    await settle(tx, ctx, call, answer.object);
    return ok(null);
  });

async function settle(tx: Tx, ctx: Ctx, call: ProviderCall, object: Answer["object"]): Promise<void> {
  if (object.object === "account") {
    const change = accountChange(object, ctx.now);
    await updatePaymentAccount(tx, call.orgId, { accountId: object.id, ...change });
    return;
  }
  if (object.object === "payment_intent" && call.caseId && call.paymentId)
    return updatePayment(tx, { caseId: call.caseId, id: call.paymentId }, { intentId: object.id });
  if (object.object !== "checkout.session" || call.operation !== "checkout.create") return;
  const payment = call.caseId && call.paymentId ? await lockPayment(tx, call.caseId, call.paymentId) : null;
  if (!payment) return;
  const page = { sessionId: object.id };
  if (payment.withdrawnAt) {
    // It was withdrawn while its page was being made.
    await updatePayment(tx, payment, page);
    await closePage(tx, ctx, { ...payment, ...page });
  } else await updatePayment(tx, payment, { ...page, status: "open", sessionUrl: object.url });
}
