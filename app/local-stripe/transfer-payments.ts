import type Stripe from "stripe";
import { book } from "./balance.ts";
import { newId, type Turn } from "./turn.ts";

/** How a transfer looks to the account that receives it: a payment without a payer of its own. */
export function createdPayment(
  turn: Turn,
  { transfer, amount, currency }: { transfer: string; amount: number; currency: string },
): Stripe.Charge {
  const id = newId("py");
  const movement = book(turn, { amount, currency, type: "payment", category: "charge", source: id });
  return turn.put("charge", {
    id,
    object: "charge",
    amount,
    amount_captured: amount,
    amount_refunded: 0,
    application: null,
    application_fee: null,
    application_fee_amount: null,
    balance_transaction: movement.id,
    billing_details: { address: null, email: null, name: null, phone: null, tax_id: null },
    calculated_statement_descriptor: null,
    captured: true,
    created: turn.now,
    currency,
    customer: null,
    description: null,
    disputed: false,
    failure_balance_transaction: null,
    failure_code: null,
    failure_message: null,
    fraud_details: {},
    livemode: false,
    metadata: {},
    on_behalf_of: null,
    outcome: null,
    paid: true,
    payment_intent: null,
    payment_method: null,
    payment_method_details: { stripe_account: {}, type: "stripe_account" },
    receipt_email: null,
    receipt_number: null,
    receipt_url: null,
    refunded: false,
    review: null,
    shipping: null,
    source: null,
    source_transfer: transfer,
    statement_descriptor: null,
    statement_descriptor_suffix: null,
    status: "succeeded",
    transfer_data: null,
    transfer_group: null,
  } satisfies Stripe.Charge);
}
