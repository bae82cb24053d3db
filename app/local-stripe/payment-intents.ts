import type Stripe from "stripe";
import type { Instrument } from "./cards.ts";
import { checkUsable, methodFor } from "./payment-methods.ts";
import { invalid } from "./refusal.ts";
import { beginDebit, declined, takeMoney, unexpectedState } from "./take-money.ts";
import { idOf, newId, platformAccount, type Turn } from "./turn.ts";

type Intent = Stripe.PaymentIntent;
/** How a payment is confirmed: by whom it is present, and what becomes of the way it was paid. */
type Confirmation = { method?: string; offSession: boolean; returnUrl: string | null; origin: string };

export function createIntent(turn: Turn, params: Stripe.PaymentIntentCreateParams, origin: string): Intent {
  checkAmount(turn, params);
  if (params.customer) turn.need("customer", params.customer, "customer");
  const method = params.payment_method ? methodFor(turn, params.payment_method) : null;
  if (method) checkUsable(turn, method, params.customer);
  const id = newId("pi");
  const intent = turn.put("payment_intent", {
    ...emptyIntent,
    id,
    amount: params.amount,
    application: turn.account === platformAccount ? null : "ca_1LocalPlatform",
    application_fee_amount: params.application_fee_amount ?? null,
    automatic_payment_methods: params.automatic_payment_methods
      ? { enabled: params.automatic_payment_methods.enabled }
      : null,
    capture_method: (params.capture_method as Intent["capture_method"]) ?? "automatic_async",
    client_secret: `${id}_secret_${newId("s").slice(2)}`,
    created: turn.now,
    currency: params.currency.toLowerCase(),
    customer: params.customer ?? null,
    description: params.description ?? null,
    metadata: (params.metadata as Stripe.Metadata) || {},
    payment_method: method?.id ?? null,
    payment_method_types: ["card", "sepa_debit"],
    receipt_email: params.receipt_email || null,
    setup_future_usage: (params.setup_future_usage as Intent["setup_future_usage"]) ?? null,
    status: method ? "requires_confirmation" : "requires_payment_method",
    transfer_group: params.transfer_group ?? null,
  } satisfies Intent);
  turn.tell("payment_intent.created", intent);
  if (!params.confirm) return intent;
  return confirmIntent(turn, id, {
    offSession: Boolean(params.off_session),
    returnUrl: params.return_url ?? null,
    origin,
  });
}

const emptyIntent = {
  object: "payment_intent",
  allowed_payment_method_types: null,
  amount_capturable: 0,
  amount_details: { tip: {} },
  amount_received: 0,
  canceled_at: null,
  cancellation_reason: null,
  confirmation_method: "automatic",
  customer_account: null,
  excluded_payment_method_types: null,
  last_payment_error: null,
  latest_charge: null,
  livemode: false,
  managed_payments: null,
  next_action: null,
  on_behalf_of: null,
  payment_method_configuration_details: null,
  payment_method_options: null,
  payment_record: null,
  processing: null,
  review: null,
  shipping: null,
  source: null,
  statement_descriptor: null,
  statement_descriptor_suffix: null,
  transfer_data: null,
} satisfies Partial<Intent>;

function checkAmount(turn: Turn, { amount, application_fee_amount: fee }: Stripe.PaymentIntentCreateParams) {
  if (!Number.isSafeInteger(amount) || amount <= 0)
    throw invalid("This value must be greater than or equal to 1.", {
      param: "amount",
      code: "parameter_invalid_integer",
    });
  if (fee === undefined) return;
  if (turn.account === platformAccount)
    throw invalid(
      "Can only apply an application_fee_amount when the PaymentIntent is attempting a direct payment (using an OAuth key or Stripe-Account header) or destination payment.",
      { param: "application_fee_amount" },
    );
  if (fee > amount)
    throw invalid("The application_fee_amount must be less than or equal to the amount.", {
      param: "application_fee_amount",
    });
}

/** Tries to take the money; a card that the bank refuses is answered 402 and stays on record. */
export function confirmIntent(turn: Turn, id: string, how: Confirmation): Intent {
  const intent = turn.need("payment_intent", id);
  if (!["requires_payment_method", "requires_confirmation", "requires_action"].includes(intent.status))
    throw unexpectedState(intent, "confirm");
  const reference = how.method ?? idOf(intent.payment_method);
  if (!reference)
    throw invalid("You cannot confirm this PaymentIntent because it's missing a payment method.", {
      code: "payment_intent_unexpected_state",
    });
  mayBePaid(turn);
  const method = methodFor(turn, reference);
  const instrument = turn.need("instrument", method.id);
  const held: Intent = { ...intent, payment_method: method.id, next_action: null, last_payment_error: null };
  switch (instrument.behaviour) {
    case "declines":
      throw declined(turn, held, method, instrument);
    case "asks-each-time":
      return askToProve(turn, held, method, instrument, how);
    case "asks-unless-saved":
      return method.customer && how.offSession
        ? takeMoney(turn, held, method, instrument)
        : askToProve(turn, held, method, instrument, how);
    case "debits":
    case "debit-fails":
      return beginDebit(turn, held, method, instrument);
    case "pays":
    case "pays-at-once":
    case "disputed":
      return takeMoney(turn, held, method, instrument);
  }
}

function mayBePaid(turn: Turn) {
  if (turn.account === platformAccount) return;
  if (turn.need("account", turn.account).charges_enabled) return;
  throw invalid("Your account cannot currently make live charges.", { code: "account_invalid" });
}

/** 3-D Secure: nobody is there to answer an off-session payment, so that one is refused. */
function askToProve(
  turn: Turn,
  intent: Intent,
  method: Stripe.PaymentMethod,
  instrument: Instrument,
  how: Confirmation,
): Intent {
  if (how.offSession) {
    const message = "Your card was declined. This transaction requires authentication.";
    const decline = { code: "authentication_required", declineCode: "authentication_required", message };
    throw declined(turn, intent, method, { ...instrument, decline });
  }
  const url = `${how.origin}/local-stripe/3ds/${intent.id}?account=${turn.account}`;
  const asked = turn.put("payment_intent", {
    ...intent,
    next_action: how.returnUrl
      ? { type: "redirect_to_url", redirect_to_url: { return_url: how.returnUrl, url } }
      : { type: "use_stripe_sdk", use_stripe_sdk: { type: "three_d_secure_redirect" } },
    status: "requires_action",
  });
  turn.tell("payment_intent.requires_action", asked);
  return asked;
}

/** The end of 3-D Secure, as the cardholder answered it. */
export function proveIntent(turn: Turn, id: string, proven: boolean): Intent {
  const intent = turn.need("payment_intent", id);
  if (intent.status !== "requires_action") throw unexpectedState(intent, "authenticate");
  const method = turn.need("payment_method", idOf(intent.payment_method)!);
  const instrument = turn.need("instrument", method.id);
  const held: Intent = { ...intent, next_action: null };
  if (proven) return takeMoney(turn, held, method, instrument);
  const message =
    "We are unable to authenticate your payment method. Please choose a different payment method and try again.";
  const failed = turn.put("payment_intent", {
    ...held,
    last_payment_error: {
      type: "invalid_request_error",
      code: "payment_intent_authentication_failure",
      message,
      payment_method: method,
    },
    payment_method: null,
    status: "requires_payment_method",
  });
  turn.tell("payment_intent.payment_failed", failed);
  return failed;
}

export function cancelIntent(turn: Turn, id: string, params: Stripe.PaymentIntentCancelParams): Intent {
  const intent = turn.need("payment_intent", id);
  if (["succeeded", "canceled", "processing"].includes(intent.status))
    throw unexpectedState(intent, "cancel");
  const canceled = turn.put("payment_intent", {
    ...intent,
    amount_capturable: 0,
    canceled_at: turn.now,
    cancellation_reason: (params.cancellation_reason as Intent["cancellation_reason"]) ?? null,
    next_action: null,
    status: "canceled",
  });
  turn.tell("payment_intent.canceled", canceled);
  return canceled;
}
