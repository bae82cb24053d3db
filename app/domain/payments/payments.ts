/**
 * `recovery`: a debtor pays the payee of record. `collector_fee`: a creditor pays the collector on the collector's own account, and so does it
 * an `advance`, what acts to come will cost. `platform_charge`: a creditor pays what the platform charges.
 */
export const paymentPurposes = ["recovery", "collector_fee", "advance", "platform_charge"] as const;
export type PaymentPurpose = (typeof paymentPurposes)[number];

/**
 * `starting`: the page to pay at is being made. `processing`: a bank has been asked and has not answered. `withdrawn`: it is not asked for
 * any more.
 */
export const paymentStatuses = [
  "starting",
  "open",
  "processing",
  "paid",
  "failed",
  "expired",
  "withdrawn",
] as const;
export type PaymentStatus = (typeof paymentStatuses)[number];

/** How a payment stands by what the provider says of its page and of its intent, whichever of them was looked at. */
export function statusBy(session: string | null, intent: string | null): PaymentStatus {
  if (intent === "succeeded") return "paid";
  if (intent === "processing" || intent === "requires_capture") return "processing";
  if (session === "expired" || intent === "canceled") return "expired";
  if (session === "complete") return "failed";
  return "open";
}

/** How a debit of a saved method stands: nobody is there to answer, so what asks for an answer has failed. */
export function statusOfDebit(intent: string): PaymentStatus {
  if (intent === "succeeded") return "paid";
  if (intent === "canceled") return "expired";
  return intent === "processing" || intent === "requires_capture" ? "processing" : "failed";
}

const overtaken: ReadonlySet<PaymentStatus> = new Set(["processing", "paid"]);
/** Once a bank has been asked, what is under way can only be waited for. */
export const mayBeWithdrawn = (status: PaymentStatus): boolean =>
  status !== "withdrawn" && !overtaken.has(status);

/** A payment that was made before its page was closed counts, whoever withdrew it meanwhile. */
export const statusAfter = (seen: PaymentStatus, isWithdrawn: boolean): PaymentStatus =>
  isWithdrawn && !overtaken.has(seen) ? "withdrawn" : seen;
