import { z } from "zod";
import type { AccountKind } from "#app/domain/ledger/accounts.ts";
import { payees } from "#app/domain/ledger/flows.ts";
import type { OwedName } from "#app/domain/ledger/owed.ts";

/** Where a case stands while its debtor may be asked for money: from its review to its end. */
const askedOn: ReadonlySet<string> = new Set([
  "approved",
  "tendering",
  "deciding",
  "signing",
  "engaged",
  "with_lot",
]);
export const mayBeAskedOn = (status: string): boolean => askedOn.has(status);

export const AskRecovery = z.object({
  caseId: z.uuid(),
  /** Made with the form, so that sending it twice asks once. */
  paymentId: z.uuid("error.required"),
  /** As typed, in major units of the claim's currency. */
  amount: z.string("error.required").trim().max(30, "error.amount"),
  payee: z.enum(payees, "error.choose"),
});
export type AskRecovery = z.infer<typeof AskRecovery>;

export const WithdrawPayment = z.object({ caseId: z.uuid(), paymentId: z.uuid("error.required") });
export type WithdrawPayment = z.infer<typeof WithdrawPayment>;

/** What a creditor owes on a case and can pay through the provider. */
export const owedPurposes = ["collector_fee", "advance", "platform_charge"] as const;
export type OwedPurpose = (typeof owedPurposes)[number];

/** By what name it is kept in the books. */
export const owedNames = {
  collector_fee: "fee",
  advance: "advance",
  platform_charge: "charge",
} as const satisfies Record<OwedPurpose, OwedName>;

/** The account that says how much of it is still owed. */
export const owedAccount = (purpose: OwedPurpose): AccountKind => `${owedNames[purpose]}_owed`;

export const PayOwed = z.object({
  caseId: z.uuid(),
  paymentId: z.uuid("error.required"),
  purpose: z.enum(owedPurposes, "error.choose"),
  /** Whom, where more than one is owed. */
  payeeId: z.uuid().optional(),
});
export type PayOwed = z.infer<typeof PayOwed>;
