import type Stripe from "stripe";
import { may } from "#app/domain/accounts/access.ts";
import { mostAttempts, pauseAfter } from "#app/domain/payments/calls.ts";
import { paymentNamedBy } from "#app/domain/payments/movements.ts";
import { err, ok, type Result } from "#app/domain/result.ts";
import { chance, failureOf, type Provider } from "#app/gateways/stripe.server.ts";
import type { Ctx } from "#app/use-cases/ctx.ts";
import type { Tx } from "#db/client.ts";
import {
  lockAccount,
  lockPlatformAccount,
  type Payment,
  paymentBy,
  paymentByIntent,
  updatePaymentAccount,
} from "#db/queries/payments.ts";
import { lockDueEvent, lockEvent, type ProviderEvent, updateEvent } from "#db/queries/provider-work.ts";
import { transact } from "#db/transact.ts";
import { accountChange } from "./account-change.ts";
import { bookPayment, bookPayout, type Holder } from "./book-movements.server.ts";
import { followMethod } from "./follow-method.server.ts";
import { canBeSeen, lookAtPayment } from "./look-at-payment.server.ts";

const batch = 50;

type Outcome =
  | { kind: "applied" }
  /** Nothing of ours: another's account, or a matter the books do not know. */
  | { kind: "ignored" }
  /** Something it rests on is not here yet. */
  | { kind: "too-early"; reason: string }
  /** It claims what is not so. */
  | { kind: "foreign"; reason: string };

/** Applies the events that are due, one a transaction; answers how many it looked at. */
export async function applyEvents(ctx: Ctx): Promise<Result<number, { kind: "not-allowed" }>> {
  if (!may(ctx.actor, "provider.work", "none")) return err({ kind: "not-allowed" });
  let done = 0;
  while (ctx.provider && done < batch && (await applyNext(ctx, ctx.provider))) done++;
  return ok(done);
}

/** False when none is due. What fails is put off by a transaction of its own, since the first is rolled back. */
async function applyNext(ctx: Ctx, provider: Provider): Promise<boolean> {
  const at: { event: ProviderEvent | null } = { event: null };
  try {
    await transact<null, never>(ctx, async (tx) => {
      const event = await lockDueEvent(tx, ctx.now);
      at.event = event;
      if (!event) return ok(null);
      const outcome = await apply(tx, ctx, provider, event);
      if (outcome.kind === "too-early") await putOff(tx, ctx, event, outcome.reason, false);
      else if (outcome.kind === "foreign") await putOff(tx, ctx, event, outcome.reason, true);
      else await updateEvent(tx, event.id, { state: outcome.kind, endedAt: ctx.now, lastError: null });
      return ok(null);
    });
  } catch (error) {
    const { event } = at;
    if (!event) throw error;
    const failure = failureOf(error);
    const reason = failure?.reason ?? (error instanceof Error ? error.message : String(error));
    await transact<null, never>(ctx, async (tx) => {
      const held = await lockEvent(tx, event.id);
      if (held?.state === "waiting") await putOff(tx, ctx, held, reason, failure?.kind === "never");
      return ok(null);
    });
  }
  return at.event !== null;
}

async function putOff(
  tx: Tx,
  ctx: Ctx,
  event: ProviderEvent,
  reason: string,
  forGood: boolean,
): Promise<void> {
  const attempts = event.attempts + 1;
  const dead = forGood || attempts >= mostAttempts;
  const nextTryAt = new Date(ctx.now.getTime() + pauseAfter(attempts, chance()));
  const change = dead ? { state: "dead" as const } : { nextTryAt };
  await updateEvent(tx, event.id, { attempts, lastError: reason.slice(0, 500), ...change });
}

/** The account is held first and the provider asked after, so that what is written last was seen last. */
async function apply(tx: Tx, ctx: Ctx, provider: Provider, event: ProviderEvent): Promise<Outcome> {
  const holder = await holderOf(tx, event.accountId);
  if (!holder) return { kind: "ignored" };
  const [subject] = event.type.split(".");
  if (event.type === "account.updated" && event.accountId) {
    const account = await provider.stripe.accounts.retrieve(event.accountId);
    await updatePaymentAccount(tx, holder.orgId!, accountChange(account, ctx.now));
    return { kind: "applied" };
  }
  if (subject === "payout") {
    await bookPayout(tx, ctx, provider, { payoutId: event.objectId, accountId: event.accountId, holder });
    return { kind: "applied" };
  }
  if (event.type === "payment_method.detached" && event.accountId) {
    await followMethod(tx, ctx, provider, { accountId: event.accountId, methodId: event.objectId });
    return { kind: "applied" };
  }
  if (!["checkout", "payment_intent", "charge", "refund"].includes(subject)) return { kind: "ignored" };
  return applyToPayment(tx, ctx, provider, { event, holder });
}

async function holderOf(tx: Tx, accountId: string | null): Promise<Holder | null> {
  if (accountId) return lockAccount(tx, accountId);
  await lockPlatformAccount(tx);
  return { orgId: null, orgKind: "platform" };
}

async function applyToPayment(
  tx: Tx,
  ctx: Ctx,
  provider: Provider,
  { event, holder }: { event: ProviderEvent; holder: Holder },
): Promise<Outcome> {
  const found = await paymentOf(tx, provider, event);
  if ("kind" in found) return found;
  if (found.accountId !== event.accountId)
    return { kind: "foreign", reason: "The event names a payment of another account" };
  if (!canBeSeen(found))
    return { kind: "too-early", reason: "This payment at the provider is not on record yet" };
  const sight = await lookAtPayment(provider, found);
  await bookPayment(tx, ctx, { payment: found, sight, holder });
  return { kind: "applied" };
}

/**
 * The payment an event is about, by what the message says of itself; all that counts is then read from the provider. A refund or dispute
 * may bear no name of ours: then its intent does, or the account holder does business of its own.
 */
async function paymentOf(tx: Tx, provider: Provider, event: ProviderEvent): Promise<Payment | Outcome> {
  const message = JSON.parse(event.raw) as { data: { object: Message } };
  const { object } = message.data;
  const named = paymentNamedBy(object.metadata);
  if (named) return paymentHere(tx, named);
  const intent = typeof object.payment_intent === "string" ? object.payment_intent : null;
  if (!intent) return { kind: "ignored" };
  const known = await paymentByIntent(tx, intent);
  if (known) return known;
  const on = event.accountId ? { stripeAccount: event.accountId } : {};
  const { metadata } = await provider.stripe.paymentIntents.retrieve(intent, {}, on);
  const namedThere = paymentNamedBy(metadata);
  return namedThere ? paymentHere(tx, namedThere) : { kind: "ignored" };
}

async function paymentHere(
  tx: Tx,
  { caseId, id }: { caseId: string; id: string },
): Promise<Payment | Outcome> {
  const found = await paymentBy(tx, caseId, id);
  return found ?? { kind: "foreign", reason: "The event names a payment that is not here" };
}

type Message = { metadata?: Stripe.Metadata; payment_intent?: unknown };
