import { z } from "zod";
import { type ClaimCurrency, claimCurrencies } from "../cases/amount.ts";
import { RegisterName } from "./fields.ts";

const currencies = Object.keys(claimCurrencies) as ClaimCurrency[];

/** A policy as its holder files it; `sum` in major units of its currency, read where the currency is known. */
export const InsuranceFields = z.object({
  insurer: RegisterName,
  policyNumber: z.string("error.required").trim().min(1, "error.required").max(60, "error.too_long"),
  sum: z.string("error.required").trim().max(30, "error.amount"),
  currency: z.enum(currencies, "error.choose"),
  validTo: z.iso.date("error.date"),
});

/** `verified`: an administrator saw the policy and it is not over. Anything else is shown as what it is. */
export type InsuranceState = "verified" | "filed" | "refused" | "expired";

export function insuranceState(
  { status, validTo }: { status: "filed" | "verified" | "refused"; validTo: string },
  today: string,
): InsuranceState {
  return status !== "refused" && validTo <= today ? "expired" : status;
}

/** Cover of a collector as a creditor compares it; `sum` in minor units. */
export type InsuranceCover = {
  state: InsuranceState;
  insurer: string;
  sum: number;
  currency: string;
  validTo: string;
};
