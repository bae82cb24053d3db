import type Stripe from "stripe";
import type { Instrument } from "./cards.ts";
import { confirmIntent, createIntent } from "./payment-intents.ts";
import { createCustomer, keepMethod } from "./payment-methods.ts";
import { invalid } from "./refusal.ts";
import { confirmSetup, createSetup } from "./setup-intents.ts";
import { idOf, newId, type Turn } from "./turn.ts";

type Session = Stripe.Checkout.Session;

/** A hosted page to pay at, open for a day unless it says otherwise. */
export function createSession(
  turn: Turn,
  params: Stripe.Checkout.SessionCreateParams,
  origin: string,
): Session {
  if (!params.success_url)
    throw invalid("Missing required param: success_url.", {
      param: "success_url",
      code: "parameter_missing",
    });
  if (params.customer) turn.need("customer", params.customer, "customer");
  const paying = (params.mode ?? "payment") === "payment";
  if (!paying && params.mode !== "setup")
    throw invalid("The local service takes payments and set-ups.", { param: "mode" });
  const total = paying ? totalOf(params) : null;
  const expires = params.expires_at ?? turn.now + 86_400;
  if (expires < turn.now + 1800 || expires > turn.now + 86_400)
    throw invalid(
      "The `expires_at` timestamp must be between 30 minutes and 24 hours from Checkout Session creation.",
      { param: "expires_at" },
    );
  const id = newId("cs_test");
  turn.put("checkout_plan", { id, params });
  return turn.put("checkout.session", {
    ...emptySession,
    id,
    amount_subtotal: total?.amount ?? null,
    amount_total: total?.amount ?? null,
    cancel_url: params.cancel_url ?? null,
    client_reference_id: params.client_reference_id ?? null,
    created: turn.now,
    currency: total?.currency ?? params.currency ?? null,
    customer: params.customer ?? null,
    customer_email: params.customer_email ?? null,
    expires_at: expires,
    locale: (params.locale as Session["locale"]) ?? null,
    metadata: (params.metadata as Stripe.Metadata) || {},
    mode: paying ? "payment" : "setup",
    payment_status: paying ? "unpaid" : "no_payment_required",
    success_url: params.success_url,
    total_details: total && { amount_discount: 0, amount_shipping: 0, amount_tax: 0 },
    url: `${origin}/local-stripe/checkout/${id}?account=${turn.account}`,
  } satisfies Session);
}

const emptySession = {
  object: "checkout.session",
  adaptive_pricing: null,
  after_expiration: null,
  allow_promotion_codes: null,
  allowed_payment_method_types: null,
  automatic_tax: { enabled: false, liability: null, provider: null, status: null },
  billing_address_collection: null,
  client_secret: null,
  collected_information: null,
  consent: null,
  consent_collection: null,
  currency_conversion: null,
  custom_fields: [],
  custom_text: {
    after_submit: null,
    shipping_address: null,
    submit: null,
    terms_of_service_acceptance: null,
  },
  customer_account: null,
  customer_creation: null,
  customer_details: null,
  discounts: null,
  integration_identifier: null,
  invoice: null,
  invoice_creation: null,
  livemode: false,
  managed_payments: null,
  origin_context: null,
  payment_intent: null,
  payment_link: null,
  payment_method_collection: null,
  payment_method_configuration_details: null,
  payment_method_options: {},
  payment_method_types: ["card", "sepa_debit"],
  permissions: null,
  phone_number_collection: { enabled: false },
  recovered_from: null,
  saved_payment_method_options: null,
  setup_intent: null,
  shipping_address_collection: null,
  shipping_cost: null,
  shipping_options: [],
  status: "open",
  submit_type: null,
  subscription: null,
  ui_mode: "hosted_page",
  wallet_options: null,
} satisfies Partial<Session>;

function totalOf({ line_items: lines = [] }: Stripe.Checkout.SessionCreateParams): {
  amount: number;
  currency: string;
} {
  const priced = lines.map(({ price_data: price, quantity = 1 }) => ({
    amount: (price?.unit_amount ?? 0) * quantity,
    currency: price?.currency.toLowerCase() ?? "",
  }));
  const [first] = priced;
  if (!first || priced.some(({ amount, currency }) => amount <= 0 || currency !== first.currency))
    throw invalid("Every line needs a price of its own, all in one currency.", { param: "line_items" });
  return { amount: priced.reduce((sum, { amount }) => sum + amount, 0), currency: first.currency };
}

/** An open session whose time is up is no longer open. */
export function sessionNow(turn: Turn, id: string): Session {
  const session = turn.need("checkout.session", id);
  if (session.status === "open" && session.expires_at <= turn.now) return endSession(turn, session);
  return session;
}

export function expireSession(turn: Turn, id: string): Session {
  const session = sessionNow(turn, id);
  if (session.status !== "open")
    throw invalid(
      `Only Checkout Sessions with a status in ["open"] can be expired. This Checkout Session has a status of ${session.status}.`,
    );
  return endSession(turn, session);
}

function endSession(turn: Turn, session: Session): Session {
  const ended = turn.put("checkout.session", { ...session, status: "expired", url: null });
  turn.tell("checkout.session.expired", ended);
  return ended;
}

/** The payer's button on the hosted page. A refused card is thrown, and the page asks for another. */
export function paySession(
  turn: Turn,
  id: string,
  { instrument, name, origin }: { instrument: Instrument; name: string; origin: string },
): Session {
  const session = sessionNow(turn, id);
  if (session.status !== "open") throw invalid("This Checkout Session is not open any more.");
  const { params } = turn.need("checkout_plan", id);
  const method = keepMethod(turn, instrument, { name, email: session.customer_email });
  if (session.mode === "setup") {
    const setup = createSetup(turn, { customer: idOf(session.customer) ?? undefined, usage: "off_session" });
    confirmSetup(turn, setup.id, { method: method.id });
    return completeSession(turn, { ...session, setup_intent: setup.id });
  }
  const intent = session.payment_intent
    ? turn.need("payment_intent", idOf(session.payment_intent)!)
    : intentOf(turn, session, params, origin);
  const held = turn.put("checkout.session", { ...session, payment_intent: intent.id });
  const confirmed = confirmIntent(turn, intent.id, {
    method: method.id,
    offSession: false,
    returnUrl: `${origin}/local-stripe/checkout/${id}?account=${turn.account}`,
    origin,
  });
  return confirmed.status === "requires_action" ? held : completeSession(turn, held);
}

const intentOf = (
  turn: Turn,
  session: Session,
  params: Stripe.Checkout.SessionCreateParams,
  origin: string,
) => {
  const {
    application_fee_amount,
    description,
    metadata,
    setup_future_usage,
    transfer_group,
    capture_method,
  } = params.payment_intent_data ?? {};
  return createIntent(
    turn,
    {
      amount: session.amount_total!,
      currency: session.currency!,
      customer: idOf(session.customer) ?? newCustomer(turn, session, params),
      application_fee_amount,
      description,
      metadata,
      transfer_group,
      setup_future_usage: setup_future_usage as Stripe.PaymentIntentCreateParams["setup_future_usage"],
      capture_method: capture_method as Stripe.PaymentIntentCreateParams["capture_method"],
    },
    origin,
  );
};

/** A customer is made of the payer where the session asks for one. */
const newCustomer = (turn: Turn, session: Session, params: Stripe.Checkout.SessionCreateParams) =>
  params.customer_creation === "always"
    ? createCustomer(turn, { email: session.customer_email ?? undefined }).id
    : undefined;

/** The session is over for the payer; whether the money is there is its payment status. */
export function completeSession(turn: Turn, session: Session): Session {
  const intent = session.payment_intent ? turn.need("payment_intent", idOf(session.payment_intent)!) : null;
  const done = turn.put("checkout.session", {
    ...session,
    customer_details: {
      address: null,
      business_name: null,
      email: session.customer_email,
      individual_name: null,
      name: null,
      phone: null,
      tax_exempt: "none",
      tax_ids: [],
    },
    payment_status: intent ? (intent.status === "succeeded" ? "paid" : "unpaid") : "no_payment_required",
    status: "complete",
    url: null,
  });
  turn.tell("checkout.session.completed", done);
  return done;
}

/** A session whose debit the bank has answered. */
export function finishSession(turn: Turn, intent: Stripe.PaymentIntent): void {
  const session = turn.all("checkout.session").find((each) => each.payment_intent === intent.id);
  if (!session) return;
  const paid = intent.status === "succeeded";
  const done = turn.put("checkout.session", { ...session, payment_status: paid ? "paid" : "unpaid" });
  turn.tell(
    paid ? "checkout.session.async_payment_succeeded" : "checkout.session.async_payment_failed",
    done,
  );
}

/** Where the payer goes once all is done. */
export const successUrl = (session: Session): string =>
  (session.success_url ?? "/").replace("{CHECKOUT_SESSION_ID}", session.id);
