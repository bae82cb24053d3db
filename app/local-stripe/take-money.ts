import type Stripe from "stripe";
import type { Instrument } from "./cards.ts";
import { createCharge, settleCharge } from "./charges.ts";
import { openDispute } from "./disputes.ts";
import { attachMethod, mandateFor } from "./payment-methods.ts";
import { invalid, refused } from "./refusal.ts";
import { idOf, type Turn } from "./turn.ts";

type Intent = Stripe.PaymentIntent;

export const unexpectedState = (intent: Intent, act: string) =>
  invalid(`You cannot ${act} this PaymentIntent because it has a status of ${intent.status}.`, {
    code: "payment_intent_unexpected_state",
  });

/** Records that the bank refused, and answers what is to be thrown. */
export function declined(turn: Turn, intent: Intent, method: Stripe.PaymentMethod, instrument: Instrument) {
  const charge = createCharge(turn, intent, method, { status: "failed", instrument });
  const { code, declineCode, message } = instrument.decline!;
  const error = { type: "card_error" as const, code, decline_code: declineCode, message };
  const failed = turn.put("payment_intent", {
    ...intent,
    last_payment_error: { ...error, charge: charge.id, payment_method: method },
    latest_charge: charge.id,
    payment_method: null,
    status: "requires_payment_method",
  });
  turn.tell("charge.failed", charge);
  turn.tell("payment_intent.payment_failed", failed);
  return refused(402, { ...error, charge: charge.id, payment_intent: failed }, true);
}

/** The money is there: captured at once, or only authorised where the intent says so. */
export function takeMoney(
  turn: Turn,
  intent: Intent,
  method: Stripe.PaymentMethod,
  instrument: Instrument,
): Intent {
  const saved = keepForLater(turn, intent, method);
  const charge = createCharge(turn, intent, saved, { status: "succeeded", instrument });
  if (intent.capture_method === "manual") {
    const authorised = turn.put("payment_intent", {
      ...intent,
      amount_capturable: intent.amount,
      latest_charge: charge.id,
      status: "requires_capture",
    });
    turn.tell("charge.succeeded", charge);
    turn.tell("payment_intent.amount_capturable_updated", authorised);
    return authorised;
  }
  return succeed(turn, { ...intent, latest_charge: charge.id }, instrument, intent.amount);
}

function succeed(turn: Turn, intent: Intent, instrument: Instrument, amount: number): Intent {
  const charge = settleCharge(turn, idOf(intent.latest_charge)!, amount, {
    atOnce: instrument.behaviour === "pays-at-once",
  });
  const done = turn.put("payment_intent", {
    ...intent,
    amount_capturable: 0,
    amount_received: amount,
    processing: null,
    status: "succeeded",
  });
  turn.tell(intent.capture_method === "manual" ? "charge.captured" : "charge.succeeded", charge);
  turn.tell("payment_intent.succeeded", done);
  if (instrument.behaviour === "disputed") openDispute(turn, charge.id, "fraudulent");
  return done;
}

/** A way of paying that is to be used again is kept with its customer, and a bank account with its mandate. */
function keepForLater(turn: Turn, intent: Intent, method: Stripe.PaymentMethod): Stripe.PaymentMethod {
  const customer = idOf(intent.customer);
  if (!intent.setup_future_usage || !customer || method.customer) return method;
  mandateFor(turn, method);
  return attachMethod(turn, method.id, customer);
}

/** Asks a bank for money that comes, or does not, in some days. */
export function beginDebit(
  turn: Turn,
  intent: Intent,
  method: Stripe.PaymentMethod,
  instrument: Instrument,
): Intent {
  if (intent.currency !== "eur")
    throw invalid("The currency provided is invalid for a SEPA debit.", { param: "currency" });
  const mandate = mandateFor(turn, method)!;
  const saved = keepForLater(turn, intent, method);
  const made = createCharge(turn, intent, saved, { status: "pending", instrument });
  const charge = turn.put("charge", {
    ...made,
    payment_method_details: {
      type: "sepa_debit",
      sepa_debit: { ...made.payment_method_details!.sepa_debit!, mandate: mandate.id },
    },
  });
  const processing = turn.put("payment_intent", {
    ...intent,
    latest_charge: charge.id,
    status: "processing",
  });
  turn.tell("charge.pending", charge);
  turn.tell("payment_intent.processing", processing);
  return processing;
}

/** The bank's answer to a debit, days after it was begun. */
export function finishDebit(turn: Turn, id: string): Intent {
  const intent = turn.need("payment_intent", id);
  if (intent.status !== "processing") throw unexpectedState(intent, "finish");
  const instrument = turn.need("instrument", idOf(intent.payment_method)!);
  if (instrument.behaviour === "debits") return succeed(turn, intent, instrument, intent.amount);
  const message = "The customer's account has insufficient funds to cover this payment.";
  const charge = turn.put("charge", {
    ...turn.need("charge", idOf(intent.latest_charge)!),
    failure_code: "insufficient_funds",
    failure_message: message,
    status: "failed",
  });
  const failed = turn.put("payment_intent", {
    ...intent,
    last_payment_error: {
      type: "card_error",
      code: "payment_intent_payment_attempt_failed",
      message,
      charge: charge.id,
    },
    payment_method: null,
    status: "requires_payment_method",
  });
  turn.tell("charge.failed", charge);
  turn.tell("payment_intent.payment_failed", failed);
  return failed;
}

export function captureIntent(turn: Turn, id: string, params: Stripe.PaymentIntentCaptureParams): Intent {
  const intent = turn.need("payment_intent", id);
  if (intent.status !== "requires_capture") throw unexpectedState(intent, "capture");
  const amount = params.amount_to_capture ?? intent.amount;
  if (amount > intent.amount_capturable)
    throw invalid("The amount to capture is greater than the amount that can be captured.", {
      param: "amount_to_capture",
      code: "amount_too_large",
    });
  return succeed(turn, intent, turn.need("instrument", idOf(intent.payment_method)!), amount);
}
