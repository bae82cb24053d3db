import type Stripe from "stripe";
import { attachMethod, mandateFor, methodFor } from "./payment-methods.ts";
import { invalid, refused } from "./refusal.ts";
import { idOf, newId, platformAccount, type Turn } from "./turn.ts";

/** Keeps a way of paying for later without taking money now. */
export function createSetup(turn: Turn, params: Stripe.SetupIntentCreateParams): Stripe.SetupIntent {
  if (params.customer) turn.need("customer", params.customer, "customer");
  const method = params.payment_method ? methodFor(turn, params.payment_method) : null;
  const id = newId("seti");
  const setup = turn.put("setup_intent", {
    id,
    object: "setup_intent",
    allowed_payment_method_types: null,
    application: turn.account === platformAccount ? null : "ca_1LocalPlatform",
    automatic_payment_methods: null,
    cancellation_reason: null,
    client_secret: `${id}_secret_${newId("s").slice(2)}`,
    created: turn.now,
    customer: params.customer ?? null,
    customer_account: null,
    description: params.description ?? null,
    excluded_payment_method_types: null,
    flow_directions: null,
    last_setup_error: null,
    latest_attempt: null,
    livemode: false,
    managed_payments: null,
    mandate: null,
    metadata: (params.metadata as Stripe.Metadata) || {},
    next_action: null,
    on_behalf_of: null,
    payment_method: method?.id ?? null,
    payment_method_configuration_details: null,
    payment_method_options: null,
    payment_method_types: ["card", "sepa_debit"],
    single_use_mandate: null,
    status: method ? "requires_confirmation" : "requires_payment_method",
    usage: params.usage ?? "off_session",
  } satisfies Stripe.SetupIntent);
  turn.tell("setup_intent.created", setup);
  return params.confirm ? confirmSetup(turn, id, {}) : setup;
}

export function confirmSetup(turn: Turn, id: string, { method }: { method?: string }): Stripe.SetupIntent {
  const setup = turn.need("setup_intent", id);
  const reference = method ?? idOf(setup.payment_method);
  if (!reference || setup.status === "succeeded")
    throw invalid(`You cannot confirm this SetupIntent because it has a status of ${setup.status}.`, {
      code: "setup_intent_unexpected_state",
    });
  const used = methodFor(turn, reference);
  const instrument = turn.need("instrument", used.id);
  if (instrument.decline) {
    const { code, declineCode, message } = instrument.decline;
    const error = { type: "card_error" as const, code, decline_code: declineCode, message };
    const failed = turn.put("setup_intent", {
      ...setup,
      last_setup_error: error,
      status: "requires_payment_method",
    });
    turn.tell("setup_intent.setup_failed", failed);
    throw refused(402, error, true);
  }
  const customer = idOf(setup.customer);
  if (customer) attachMethod(turn, used.id, customer);
  const done = turn.put("setup_intent", {
    ...setup,
    mandate: mandateFor(turn, used)?.id ?? null,
    payment_method: used.id,
    status: "succeeded",
  });
  turn.tell("setup_intent.succeeded", done);
  return done;
}
