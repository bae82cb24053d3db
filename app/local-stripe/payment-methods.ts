import type Stripe from "stripe";
import { cardNamed, cardNumbered, debitFrom, type Instrument } from "./cards.ts";
import { invalid, refused } from "./refusal.ts";
import { newId, type Turn } from "./turn.ts";

export const noAddress = {
  city: null,
  country: null,
  line1: null,
  line2: null,
  postal_code: null,
  state: null,
};

export function createCustomer(turn: Turn, params: Stripe.CustomerCreateParams): Stripe.Customer {
  const customer = {
    id: newId("cus"),
    object: "customer",
    address: null,
    balance: 0,
    created: turn.now,
    currency: null,
    customer_account: null,
    default_source: null,
    delinquent: false,
    description: params.description ?? null,
    discount: null,
    email: params.email ?? null,
    invoice_prefix: newId("").slice(2, 9).toUpperCase(),
    invoice_settings: {
      custom_fields: null,
      default_payment_method: null,
      footer: null,
      rendering_options: null,
    },
    livemode: false,
    metadata: (params.metadata as Stripe.Metadata) || {},
    name: params.name ?? null,
    next_invoice_sequence: 1,
    phone: params.phone ?? null,
    preferred_locales: params.preferred_locales ?? [],
    shipping: null,
    tax_exempt: "none",
    test_clock: null,
  } satisfies Stripe.Customer;
  turn.tell("customer.created", customer);
  return turn.put("customer", customer);
}

export function createPaymentMethod(
  turn: Turn,
  params: Stripe.PaymentMethodCreateParams,
): Stripe.PaymentMethod {
  const instrument = instrumentOf(params);
  const details = params.billing_details;
  return keepMethod(turn, instrument, { name: details?.name ?? null, email: details?.email || null });
}

function instrumentOf(params: Stripe.PaymentMethodCreateParams): Instrument {
  if (params.type === "sepa_debit" && params.sepa_debit) {
    const found = debitFrom(params.sepa_debit.iban);
    if (!found)
      throw invalid("The IBAN you entered is invalid.", { param: "sepa_debit[iban]", code: "invalid_iban" });
    return found;
  }
  if (params.type !== "card" || !params.card)
    throw invalid("The local service takes cards and SEPA debits.", { param: "type" });
  const { card } = params;
  const found =
    "number" in card && card.number ? cardNumbered(card.number) : cardNamed(`pm_card_${cardToken(card)}`);
  if (!found) throw wrongNumber();
  return found;
}

/** `tok_visa` names the card that `pm_card_visa` does. */
const cardToken = (card: object) => ("token" in card ? String(card.token).replace(/^tok_/, "") : "");

const wrongNumber = () =>
  refused(402, {
    type: "card_error",
    code: "incorrect_number",
    message: "Your card number is incorrect.",
    param: "number",
  });

/** A payment method by its id, or made on the spot of one of the named test cards. */
export function methodFor(turn: Turn, reference: string): Stripe.PaymentMethod {
  const known = turn.find("payment_method", reference);
  if (known) return known;
  const named = cardNamed(reference);
  if (!named) return turn.need("payment_method", reference, "payment_method");
  return keepMethod(turn, named, { name: null, email: null });
}

export function keepMethod(
  turn: Turn,
  instrument: Instrument,
  { name, email }: { name: string | null; email: string | null },
): Stripe.PaymentMethod {
  const id = newId("pm");
  turn.put("instrument", { id, ...instrument });
  const kind = instrument.brand === "sepa_debit" ? ("sepa_debit" as const) : ("card" as const);
  return turn.put("payment_method", {
    id,
    object: "payment_method",
    allow_redisplay: "unspecified",
    billing_details: { address: noAddress, email, name, phone: null, tax_id: null },
    ...(kind === "card" ? { card: cardOf(instrument) } : { sepa_debit: debitOf(instrument) }),
    created: turn.now,
    customer: null,
    customer_account: null,
    livemode: false,
    metadata: {},
    type: kind,
  } satisfies Stripe.PaymentMethod);
}

const cardOf = ({ brand, last4, country }: Instrument): Stripe.PaymentMethod.Card => ({
  brand,
  checks: { address_line1_check: null, address_postal_code_check: null, cvc_check: "pass" },
  country,
  display_brand: brand,
  exp_month: 12,
  exp_year: 2034,
  fingerprint: `local${last4}`,
  funding: "credit",
  generated_from: null,
  last4,
  networks: { available: [brand], preferred: null },
  regulated_status: "unregulated",
  three_d_secure_usage: { supported: true },
  wallet: null,
});

const debitOf = ({ last4, country }: Instrument): Stripe.PaymentMethod.SepaDebit => ({
  bank_code: "19043",
  branch_code: "",
  country,
  fingerprint: `local${last4}`,
  generated_from: { charge: null, setup_attempt: null },
  last4,
});

/** What was taken off its customer is good for nothing any more, and what is another's is not this one's. */
export function checkUsable(turn: Turn, method: Stripe.PaymentMethod, customer?: string): void {
  if (turn.need("instrument", method.id).detached)
    throw invalid(
      "The provided PaymentMethod was previously used with a PaymentIntent without Customer attachment, shared with a connected account without Customer attachment, or was detached from a Customer. It may not be used again. To use a PaymentMethod multiple times, you must attach it to a Customer first.",
      { param: "payment_method" },
    );
  if (method.customer && method.customer !== customer)
    throw invalid(
      `The customer does not have a payment method with the ID ${method.id}. The payment method must be attached to the customer.`,
      { param: "payment_method" },
    );
}

export function attachMethod(turn: Turn, id: string, customer: string): Stripe.PaymentMethod {
  turn.need("customer", customer, "customer");
  const method = methodFor(turn, id);
  if (method.customer && method.customer !== customer)
    throw invalid("The payment method you provided has already been attached to a customer.");
  checkUsable(turn, method, customer);
  const attached = turn.put("payment_method", { ...method, customer });
  turn.tell("payment_method.attached", attached);
  return attached;
}

export function detachMethod(turn: Turn, id: string): Stripe.PaymentMethod {
  const method = turn.need("payment_method", id);
  if (!method.customer) throw invalid("The payment method you provided is not attached to a customer.");
  const detached = turn.put("payment_method", { ...method, customer: null });
  turn.put("instrument", { ...turn.need("instrument", id), detached: true });
  for (const mandate of turn.all("mandate"))
    if (mandate.payment_method === id) turn.put("mandate", { ...mandate, status: "inactive" });
  turn.tell("payment_method.detached", detached);
  return detached;
}

/** Leave to debit the account again, by the instalments of a plan. A card needs none of its own. */
export function mandateFor(turn: Turn, method: Stripe.PaymentMethod): Stripe.Mandate | null {
  if (method.type !== "sepa_debit") return null;
  const known = turn.all("mandate").find((each) => each.payment_method === method.id);
  if (known) return known;
  const id = newId("mandate");
  return turn.put("mandate", {
    id,
    object: "mandate",
    customer_acceptance: {
      accepted_at: turn.now,
      online: { ip_address: "127.0.0.1", user_agent: "local" },
      type: "online",
    },
    livemode: false,
    multi_use: {},
    payment_method: method.id,
    payment_method_details: {
      sepa_debit: { reference: id.slice(-12).toUpperCase(), url: "" },
      type: "sepa_debit",
    },
    status: "active",
    type: "multi_use",
  } satisfies Stripe.Mandate);
}
