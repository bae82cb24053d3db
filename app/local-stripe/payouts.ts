import type Stripe from "stripe";
import { availableIn, book } from "./balance.ts";
import { invalid } from "./refusal.ts";
import { newId, platformAccount, type Turn } from "./turn.ts";

/** Pays out of the balance to the account's bank; `automatic` is what the provider does by itself. */
export function createPayout(
  turn: Turn,
  params: Pick<Stripe.PayoutCreateParams, "amount" | "currency" | "metadata" | "description">,
  { automatic }: { automatic: boolean },
): Stripe.Payout {
  const bank =
    turn.account === platformAccount
      ? "ba_1LocalPlatform"
      : turn.need("account", turn.account).external_accounts?.data[0]?.id;
  if (!bank) throw invalid("Sorry, you don't have any external accounts in that currency.");
  if (!Number.isSafeInteger(params.amount) || params.amount <= 0)
    throw invalid("This value must be greater than or equal to 1.", { param: "amount" });
  if (availableIn(turn, params.currency) < params.amount)
    throw invalid("You have insufficient funds in your Stripe account for this transfer.", {
      code: "balance_insufficient",
    });
  const id = newId("po");
  const movement = book(turn, {
    amount: -params.amount,
    currency: params.currency,
    type: "payout",
    category: "payout",
    source: id,
  });
  const payout = turn.put("payout", {
    id,
    object: "payout",
    amount: params.amount,
    application_fee: null,
    application_fee_amount: null,
    arrival_date: turn.now + 86_400,
    automatic,
    balance_transaction: movement.id,
    created: turn.now,
    currency: params.currency,
    description: params.description ?? (automatic ? "STRIPE PAYOUT" : null),
    destination: bank,
    failure_balance_transaction: null,
    failure_code: null,
    failure_message: null,
    livemode: false,
    metadata: (params.metadata as Stripe.Metadata) || {},
    method: "standard",
    original_payout: null,
    payout_method: null,
    reconciliation_status: automatic ? "completed" : "not_applicable",
    reversed_by: null,
    source_type: "card",
    statement_descriptor: null,
    status: "pending",
    trace_id: null,
    type: "bank_account",
  } satisfies Stripe.Payout);
  turn.tell("payout.created", payout);
  return payout;
}

/** The bank's answer: arrived, or sent back into the balance. */
export function finishPayout(turn: Turn, id: string, arrived: boolean): Stripe.Payout {
  const payout = turn.need("payout", id);
  if (payout.status !== "pending") throw invalid(`Payouts with status ${payout.status} are finished.`);
  if (arrived) {
    const paid = turn.put("payout", { ...payout, status: "paid" });
    turn.tell("payout.paid", paid);
    return paid;
  }
  const back = book(turn, {
    amount: payout.amount,
    currency: payout.currency,
    type: "payout_failure",
    category: "payout_reversal",
    source: payout.id,
  });
  const failed = turn.put("payout", {
    ...payout,
    failure_balance_transaction: back.id,
    failure_code: "account_closed",
    failure_message: "The bank account has been closed",
    status: "failed",
  });
  turn.tell("payout.failed", failed);
  return failed;
}

/** Pays out all that is available, in every currency, as the daily schedule would. */
export function payOutAll(turn: Turn): Stripe.Payout[] {
  const currencies = new Set(turn.all("balance_transaction").map(({ currency }) => currency));
  return [...currencies].flatMap((currency) => {
    const amount = availableIn(turn, currency);
    return amount > 0 ? createPayout(turn, { amount, currency }, { automatic: true }) : [];
  });
}
