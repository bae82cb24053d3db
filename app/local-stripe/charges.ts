import type Stripe from "stripe";
import { book, processingFee } from "./balance.ts";
import type { Instrument } from "./cards.ts";
import { noAddress } from "./payment-methods.ts";
import { idOf, newId, platformAccount, type Turn } from "./turn.ts";

/** The platform's own application, as application fees name it. */
export const application = "ca_1LocalPlatform";

/** The attempt to take the money of an intent: failed, authorised only, pending (a debit under way), or captured by `settleCharge`. */
export function createCharge(
  turn: Turn,
  intent: Stripe.PaymentIntent,
  method: Stripe.PaymentMethod,
  { status, instrument }: { status: Stripe.Charge.Status; instrument: Instrument },
): Stripe.Charge {
  const id = newId(method.type === "card" ? "ch" : "py");
  const failed = status === "failed" ? instrument.decline : undefined;
  return turn.put("charge", {
    id,
    object: "charge",
    amount: intent.amount,
    amount_captured: 0,
    amount_refunded: 0,
    application: turn.account === platformAccount ? null : application,
    application_fee: null,
    application_fee_amount: intent.application_fee_amount,
    balance_transaction: null,
    billing_details: { ...method.billing_details, address: method.billing_details.address ?? noAddress },
    calculated_statement_descriptor: "LOCAL STRIPE",
    captured: false,
    created: turn.now,
    currency: intent.currency,
    customer: idOf(intent.customer),
    description: intent.description,
    disputed: false,
    failure_balance_transaction: null,
    failure_code: failed?.code ?? null,
    failure_message: failed?.message ?? null,
    fraud_details: {},
    livemode: false,
    metadata: intent.metadata,
    on_behalf_of: null,
    outcome: outcomeOf(status, failed?.declineCode ?? null),
    paid: status === "succeeded",
    payment_intent: intent.id,
    payment_method: method.id,
    payment_method_details: detailsOf(method, instrument, intent.amount),
    receipt_email: intent.receipt_email,
    receipt_number: null,
    receipt_url: null,
    refunded: false,
    refunds: { object: "list", data: [], has_more: false, url: `/v1/charges/${id}/refunds` },
    review: null,
    shipping: null,
    source: null,
    source_transfer: null,
    statement_descriptor: null,
    statement_descriptor_suffix: null,
    status,
    transfer_data: null,
    transfer_group: intent.transfer_group,
  } satisfies Stripe.Charge);
}

const outcomeOf = (status: Stripe.Charge.Status, declineCode: string | null): Stripe.Charge.Outcome => ({
  advice_code: null,
  network_advice_code: null,
  network_decline_code: null,
  network_status: status === "failed" ? "declined_by_network" : "approved_by_network",
  reason: declineCode,
  seller_message: status === "failed" ? "The bank did not return any further details." : "Payment complete.",
  type: status === "failed" ? "issuer_declined" : "authorized",
});

function detailsOf(
  method: Stripe.PaymentMethod,
  { brand, last4, country }: Instrument,
  amount: number,
): Stripe.Charge.PaymentMethodDetails {
  if (method.type === "sepa_debit") {
    const { bank_code, branch_code, fingerprint } = method.sepa_debit!;
    return {
      sepa_debit: { bank_code, branch_code, country, fingerprint, last4, mandate: null },
      type: "sepa_debit",
    };
  }
  return {
    card: {
      amount_authorized: null,
      authorization_code: null,
      brand,
      checks: { address_line1_check: null, address_postal_code_check: null, cvc_check: "pass" },
      country,
      electronic_commerce_indicator: null,
      exp_month: 12,
      exp_year: 2034,
      extended_authorization: { status: "disabled" },
      fingerprint: `local${last4}`,
      funding: "credit",
      incremental_authorization: { status: "unavailable" },
      installments: null,
      last4,
      mandate: null,
      multicapture: { status: "unavailable" },
      network: brand,
      network_token: { used: false },
      overcapture: { maximum_amount_capturable: amount, status: "unavailable" },
      network_transaction_id: null,
      regulated_status: "unregulated",
      three_d_secure: null,
      transaction_link_id: null,
      wallet: null,
    },
    type: "card",
  };
}

/** Captures so much of a charge: the money reaches the account's balance less the fees, and the platform's fee reaches the platform's. */
export function settleCharge(
  turn: Turn,
  id: string,
  amount: number,
  { atOnce }: { atOnce: boolean },
): Stripe.Charge {
  const charge = turn.need("charge", id);
  const fee = charge.application_fee_amount ? takeFee(turn, charge, charge.application_fee_amount) : null;
  const fees = [processingFee(amount, charge.currency)];
  if (fee) fees.push(feeDetail(fee));
  const card = charge.payment_method_details?.type === "card";
  const movement = book(turn, {
    amount,
    currency: charge.currency,
    type: card ? "charge" : "payment",
    category: "charge",
    source: charge.id,
    description: charge.description,
    fees,
    atOnce,
  });
  const settled = turn.put("charge", {
    ...charge,
    amount_captured: amount,
    application_fee: fee?.id ?? null,
    balance_transaction: movement.id,
    captured: true,
    paid: true,
    status: "succeeded",
    ...(amount < charge.amount ? { amount_refunded: charge.amount - amount } : {}),
  });
  return settled;
}

const feeDetail = (fee: Stripe.ApplicationFee): Stripe.BalanceTransaction.FeeDetail => ({
  amount: fee.amount,
  application,
  currency: fee.currency,
  description: "Application fee",
  type: "application_fee",
});

function takeFee(turn: Turn, charge: Stripe.Charge, amount: number): Stripe.ApplicationFee {
  const platform = turn.at(platformAccount);
  const id = newId("fee");
  const movement = book(platform, {
    amount,
    currency: charge.currency,
    type: "application_fee",
    category: "platform_earning",
    source: id,
  });
  const fee = platform.put("application_fee", {
    id,
    object: "application_fee",
    account: turn.account,
    amount,
    amount_refunded: 0,
    application,
    balance_transaction: movement.id,
    charge: charge.id,
    created: turn.now,
    currency: charge.currency,
    fee_source: { charge: charge.id, type: "charge" },
    livemode: false,
    originating_transaction: null,
    refunded: false,
    refunds: { object: "list", data: [], has_more: false, url: `/v1/application_fees/${id}/refunds` },
  } satisfies Stripe.ApplicationFee);
  platform.tell("application_fee.created", fee);
  return fee;
}
