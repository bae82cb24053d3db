/** Money that a person must look at. */
export const exceptionKinds = [
  /** More came in than is owed. */
  "overpaid",
  /** A payment came in on a case that is closed, or while collection rests. */
  "case_closed",
  "case_frozen",
  /** Paid in another currency than the claim's: booked, and not set off. */
  "other_currency",
  /** Less was taken than was asked for. */
  "partial_capture",
  /** The payer's bank took a payment back; it is heard, or it is over. */
  "dispute",
  "dispute_lost",
  /** A refund waits until the payee's account has money again. */
  "refund_waits",
  /** A collector holds the creditor's money for too long. */
  "unremitted",
  /** The provider and the books differ. */
  "discrepancy",
] as const;
export type ExceptionKind = (typeof exceptionKinds)[number];

export const moneyActNames = ["refund", "answer_dispute", "concede_dispute", "reversal"] as const;
export const moneyActStatuses = ["proposed", "approved", "refused"] as const;
