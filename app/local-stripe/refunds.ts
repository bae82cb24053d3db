import type Stripe from "stripe";
import { availableIn, book } from "./balance.ts";
import { invalid } from "./refusal.ts";
import { idOf, newId, platformAccount, type Turn } from "./turn.ts";

/** Gives money back; where the account's balance does not cover it, the refund waits for money to come in. */
export function createRefund(turn: Turn, params: Stripe.RefundCreateParams): Stripe.Refund {
  const charge = chargeOf(turn, params);
  if (!charge.captured) throw invalid("This charge has not been captured.", { code: "charge_not_captured" });
  if (charge.disputed)
    throw invalid(`Charge ${charge.id} has been charged back; cannot issue a refund.`, {
      code: "charge_disputed",
    });
  const left = charge.amount - charge.amount_refunded;
  if (left === 0)
    throw invalid(`Charge ${charge.id} has already been refunded.`, { code: "charge_already_refunded" });
  const amount = params.amount ?? left;
  if (!Number.isSafeInteger(amount) || amount <= 0)
    throw invalid("This value must be greater than or equal to 1.", { param: "amount" });
  if (amount > left)
    throw invalid(`Refund amount (${amount}) is greater than unrefunded amount on charge (${left})`, {
      param: "amount",
    });
  const waits = availableIn(turn, charge.currency) + pendingOf(turn, charge) < amount;
  const refund = turn.put("refund", {
    id: newId("re"),
    object: "refund",
    amount,
    balance_transaction: null,
    charge: charge.id,
    created: turn.now,
    currency: charge.currency,
    customer: idOf(charge.customer),
    customer_account: null,
    destination_details: {
      card: { type: "refund", reference_status: "pending", reference_type: "acquirer_reference_number" },
      type: "card",
    },
    metadata: (params.metadata as Stripe.Metadata) || {},
    payment_intent: idOf(charge.payment_intent),
    payment_method: charge.payment_method,
    ...(waits ? { pending_reason: "insufficient_funds" as const } : {}),
    reason: (params.reason as Stripe.Refund.Reason) ?? null,
    receipt_number: null,
    source_transfer_reversal: null,
    status: waits ? "pending" : "succeeded",
    transfer_reversal: null,
  } satisfies Stripe.Refund);
  turn.put("charge", {
    ...charge,
    amount_refunded: charge.amount_refunded + amount,
    refunded: amount === left,
  });
  if (params.refund_application_fee) giveFeeBack(turn, charge, amount);
  turn.tell("refund.created", refund);
  return waits ? refund : payRefund(turn, refund);
}

function chargeOf(turn: Turn, params: Stripe.RefundCreateParams): Stripe.Charge {
  if (params.charge) return turn.need("charge", params.charge, "charge");
  if (!params.payment_intent)
    throw invalid(
      "One of the following params should be provided for this request: payment_intent or charge.",
    );
  const intent = turn.need("payment_intent", params.payment_intent, "payment_intent");
  const latest = idOf(intent.latest_charge);
  if (!latest || intent.status !== "succeeded")
    throw invalid("This PaymentIntent does not have a successful charge to refund.", {
      code: "charge_already_refunded",
    });
  return turn.need("charge", latest);
}

/** Money of the charge itself that is not available yet may still go back to where it came from. */
const pendingOf = (turn: Turn, charge: Stripe.Charge): number => {
  const movement = turn.find("balance_transaction", idOf(charge.balance_transaction) ?? "");
  return movement && movement.available_on > turn.now ? movement.net : 0;
};

function payRefund(turn: Turn, refund: Stripe.Refund): Stripe.Refund {
  const charge = turn.need("charge", idOf(refund.charge)!);
  const card = charge.payment_method_details?.type === "card";
  const movement = book(turn, {
    amount: -refund.amount,
    currency: refund.currency,
    type: card ? "refund" : "payment_refund",
    category: "refund",
    source: refund.id,
    description: `REFUND FOR CHARGE`,
  });
  const { pending_reason: _, ...rest } = refund;
  const paid = turn.put("refund", { ...rest, balance_transaction: movement.id, status: "succeeded" });
  turn.tell("charge.refunded", charge);
  turn.tell("refund.updated", paid);
  return paid;
}

/** Pays the refunds that waited, the oldest first, as far as the balance now reaches. */
export function payWaitingRefunds(turn: Turn): void {
  const waiting = turn.all("refund").filter(({ pending_reason }) => pending_reason === "insufficient_funds");
  for (const refund of waiting.reverse())
    if (availableIn(turn, refund.currency) >= refund.amount) payRefund(turn, refund);
}

function giveFeeBack(turn: Turn, charge: Stripe.Charge, refunded: number): void {
  const platform = turn.at(platformAccount);
  const fee = platform.find("application_fee", idOf(charge.application_fee) ?? "");
  if (!fee) return;
  const share = Math.min(
    fee.amount - fee.amount_refunded,
    Math.round((fee.amount * refunded) / charge.amount),
  );
  if (share <= 0) return;
  const id = newId("fr");
  const movement = book(platform, {
    amount: -share,
    currency: fee.currency,
    type: "application_fee_refund",
    category: "platform_earning_refund",
    source: id,
  });
  const back = platform.put("fee_refund", {
    id,
    object: "fee_refund",
    amount: share,
    balance_transaction: movement.id,
    created: turn.now,
    currency: fee.currency,
    fee: fee.id,
    metadata: {},
  } satisfies Stripe.FeeRefund);
  book(turn, {
    amount: share,
    currency: fee.currency,
    type: "application_fee_refund",
    category: "fee",
    source: id,
  });
  const changed = platform.put("application_fee", {
    ...fee,
    amount_refunded: fee.amount_refunded + share,
    refunded: fee.amount_refunded + share === fee.amount,
    refunds: { ...fee.refunds, data: [back, ...fee.refunds.data] },
  });
  platform.tell("application_fee.refunded", changed);
}
