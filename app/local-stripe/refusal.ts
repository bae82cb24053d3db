import type Stripe from "stripe";

/** An answer of Stripe's error shape. `keeps`: what was written on the way stands, as a declined charge does. */
export type Refusal = {
  refusal: true;
  status: number;
  keeps: boolean;
  error: {
    type: string;
    message: string;
    code?: string;
    decline_code?: string;
    param?: string;
    payment_intent?: Stripe.PaymentIntent;
    charge?: string;
  };
};

/** Thrown: it ends the request it is thrown in, wherever that stands. */
export function refused(status: number, error: Refusal["error"], keeps = false): Refusal {
  return { refusal: true, status, keeps, error };
}

export const isRefusal = (thrown: unknown): thrown is Refusal =>
  typeof thrown === "object" && thrown !== null && "refusal" in thrown;

export const invalid = (message: string, about: { param?: string; code?: string } = {}): Refusal =>
  refused(400, { type: "invalid_request_error", message, ...about });

export const missing = (kind: string, id: string, param = "id"): Refusal =>
  refused(404, {
    type: "invalid_request_error",
    code: "resource_missing",
    message: `No such ${kind.replaceAll("_", " ")}: '${id}'`,
    param,
  });
