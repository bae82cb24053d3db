import { z } from "zod";
import { plainText } from "#app/domain/timeline/step-forms.ts";

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
  /** One side says of a reported payment that it never came. */
  "contested",
  /** A collector holds the creditor's money for too long. */
  "unremitted",
  /** The provider and the books differ. */
  "discrepancy",
  /** A charge of the platform's that cannot be billed: nothing on file says how it is taxed. */
  "unbilled",
  /** A statement of a closed month whose parts do not add up: it is not issued. */
  "unstated",
] as const;
export type ExceptionKind = (typeof exceptionKinds)[number];

export const moneyActNames = ["refund", "answer_dispute", "concede_dispute", "reversal"] as const;
export type MoneyActName = (typeof moneyActNames)[number];
export const moneyActStatuses = ["proposed", "approved", "refused"] as const;

/** What can be done about each; the others pass by themselves, or are settled outside. */
export const actsFor: Record<ExceptionKind, readonly MoneyActName[]> = {
  overpaid: ["refund"],
  case_closed: ["refund"],
  case_frozen: ["refund"],
  other_currency: ["refund"],
  partial_capture: [],
  dispute: ["answer_dispute", "concede_dispute"],
  dispute_lost: [],
  refund_waits: [],
  contested: ["reversal"],
  unremitted: [],
  discrepancy: [],
  unbilled: [],
  unstated: [],
};

export const exceptionKey = (kind: ExceptionKind, subject: string): string => `${kind}:${subject}`;
/** What an exception is about: a payment, a dispute, a report, an account. */
export const subjectIn = (key: string): string => key.slice(key.indexOf(":") + 1);

const about = { caseId: z.uuid(), key: z.string().min(1).max(200) };

export const ProposeAct = z.object({
  ...about,
  /** Made with the form, so that sending it twice proposes once. */
  actId: z.uuid("error.required"),
  act: z.enum(moneyActNames, "error.choose"),
  /** As typed, in major units of the payment's currency; for a refund. */
  amount: z.string().trim().max(30, "error.amount").optional(),
  reason: plainText(2_000).min(10, "error.required"),
});
export type ProposeAct = z.infer<typeof ProposeAct>;

export const DecideAct = z.object({
  caseId: z.uuid(),
  actId: z.uuid(),
  verdict: z.enum(["approved", "refused"], "error.choose"),
});
export type DecideAct = z.infer<typeof DecideAct>;

export const SettleException = z.object(about);
export type SettleException = z.infer<typeof SettleException>;
