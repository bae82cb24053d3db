import { z } from "zod";
import { payees } from "#app/domain/ledger/flows.ts";

export const AskRecovery = z.object({
  caseId: z.uuid(),
  /** Made with the form, so that sending it twice asks once. */
  paymentId: z.uuid("error.required"),
  /** As typed, in major units of the claim's currency. */
  amount: z.string("error.required").trim().max(30, "error.amount"),
  payee: z.enum(payees, "error.choose"),
});
export type AskRecovery = z.infer<typeof AskRecovery>;

/** What a creditor owes on a case and can pay through the provider. */
export const owedPurposes = ["collector_fee", "platform_charge"] as const;
export type OwedPurpose = (typeof owedPurposes)[number];

export const PayOwed = z.object({
  caseId: z.uuid(),
  paymentId: z.uuid("error.required"),
  purpose: z.enum(owedPurposes, "error.choose"),
});
export type PayOwed = z.infer<typeof PayOwed>;
