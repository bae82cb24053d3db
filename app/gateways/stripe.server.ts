import { randomInt } from "node:crypto";
import Stripe from "stripe";

/** The payment provider as this process reaches it: Stripe itself, or the local stand-in of a demo without keys. */
export type Provider = {
  stripe: Stripe;
  webhookSecret: string;
  /** Whether real money moves; an event that says otherwise is none of ours. */
  live: boolean;
  local: boolean;
  /** Where the stand-in itself listens, for whoever runs on the same machine; null for Stripe. */
  standInAt: string | null;
};

export type ProviderKeys = {
  secretKey: string;
  webhookSecret: string;
  /** Where the stand-in listens; absent for Stripe itself. */
  address?: { host: string; port: number; protocol: "http" };
};

const timeoutMs = 20_000;

/**
 * The official SDK. Its version of the API is the one its types describe. It repeats nothing by itself (but one request whose kept
 * connection was found closed, which the idempotency key makes harmless): the outbox does, and remembers.
 */
export const providerFrom = ({ secretKey, webhookSecret, address }: ProviderKeys): Provider => ({
  stripe: new Stripe(secretKey, {
    apiVersion: Stripe.API_VERSION,
    maxNetworkRetries: 0,
    timeout: timeoutMs,
    telemetry: false,
    ...address,
  }),
  webhookSecret,
  live: /^(sk|rk)_live_/.test(secretKey),
  local: address !== undefined,
  standInAt: address ? `${address.protocol}://${address.host}:${address.port}` : null,
});

/** How old a signature may be; Stripe signs anew when it delivers again. */
const toleranceSeconds = 300;

/**
 * The event, if its body was signed with our secret within the last minutes; null for anything else.
 *
 * @param machineNow the machine's clock, which the sender's is compared with, whatever the demo's says
 */
export function verifiedEvent(
  { stripe, webhookSecret }: Provider,
  { raw, signature, machineNow }: { raw: string; signature: string; machineNow: Date },
): Stripe.Event | null {
  try {
    return stripe.webhooks.constructEvent(
      raw,
      signature,
      webhookSecret,
      toleranceSeconds,
      undefined,
      machineNow.getTime(),
    );
  } catch {
    return null;
  }
}

/** What became of a call: `again` may heal by itself, `never` will be refused however often it is made. */
export type Failure = { kind: "again" | "never"; reason: string };

/** Null for an error that is not the provider's. A key used with another request is a bug of ours that no repetition mends. */
export function failureOf(error: unknown): Failure | null {
  if (!(error instanceof Stripe.errors.StripeError)) return null;
  const reason = [error.type, error.code, error.message].filter(Boolean).join(": ").slice(0, 500);
  const passes =
    error instanceof Stripe.errors.StripeConnectionError ||
    error instanceof Stripe.errors.StripeRateLimitError ||
    error instanceof Stripe.errors.StripeAPIError ||
    (error.statusCode ?? 0) >= 500 ||
    error.statusCode === 409;
  return { kind: passes ? "again" : "never", reason };
}

/** Why a debit of a saved method was refused for good, and the provider's name for the attempt. */
export type DebitRefusal = {
  kind: "refused";
  failure: "declined" | "must_prove" | "method_gone";
  intentId: string | null;
  reason: string;
};

/** Null for an error that is no answer to a debit: it may be tried again, or a person looks at it. */
export function debitRefusalOf(error: unknown): DebitRefusal | null {
  const reason = failureOf(error)?.reason;
  if (reason === undefined) return null;
  if (error instanceof Stripe.errors.StripeCardError) {
    const failure = error.code === "authentication_required" ? "must_prove" : "declined";
    return { kind: "refused", failure, intentId: error.payment_intent?.id ?? null, reason };
  }
  const isGone =
    error instanceof Stripe.errors.StripeInvalidRequestError &&
    (error.param === "payment_method" || error.param === "customer");
  return isGone ? { kind: "refused", failure: "method_gone", intentId: null, reason } : null;
}

/** A number in [0, 1) for spreading repetitions. */
export const chance = (): number => randomInt(2 ** 32) / 2 ** 32;
