import { z } from "zod";
import { payees } from "#app/domain/ledger/flows.ts";
import { err, ok, type Result } from "#app/domain/result.ts";
import { addDays, addMonths } from "#app/domain/timeline/local-time.ts";
import { stepDay as day } from "#app/domain/timeline/step-forms.ts";
import type { PaymentStatus } from "./payments.ts";
import { amountStep, toProviderAmount } from "./provider-amount.ts";

/** `offered`: its link waits for the debtor. `active`: the first part was paid, and the others follow. */
export const planStatuses = ["offered", "active", "done", "stopped"] as const;
export type PlanStatus = (typeof planStatuses)[number];

/** Why a plan is over. */
export const planEnds = [
  /** Every part was paid, or nothing is owed any more. */
  "paid",
  "nothing_owed",
  /** A party ended the debits, or said that the debtor broke the plan. */
  "party",
  "broken",
  /** The case is closed, or the plan that stands in its log is over. */
  "case_over",
  "plan_over",
] as const;
export type PlanEnd = (typeof planEnds)[number];

/** `planned`: its day has not come. `asked`: a payment of its own was made. `dropped`: it is not asked for any more. */
export const instalmentStates = ["planned", "asked", "dropped"] as const;
export type InstalmentState = (typeof instalmentStates)[number];

/** Why an instalment was not debited, so that the debtor pays it by hand. `withheld`: what it rested on changed before it was made. */
export const debitFailures = ["declined", "must_prove", "method_gone", "returned", "withheld"] as const;
export type DebitFailure = (typeof debitFailures)[number];

/** How a debtor pays the later parts without being there. */
export const methodKinds = ["card", "sepa_debit", "bacs_debit", "us_bank_account"] as const;
export type MethodKind = (typeof methodKinds)[number];

export const rhythms = ["weekly", "fortnightly", "monthly"] as const;
export type Rhythm = (typeof rhythms)[number];

const mostParts = 60;

export const OfferPlan = z.object({
  caseId: z.uuid(),
  /** Made with the form, so that sending it twice offers one plan. */
  planId: z.uuid("error.required"),
  /** As typed, in major units of the claim's currency. */
  total: z.string("error.required").trim().max(30, "error.amount"),
  count: z.coerce
    .number("error.required")
    .int("error.plan_count")
    .min(2, "error.plan_count")
    .max(mostParts, "error.plan_count"),
  firstOn: day,
  rhythm: z.enum(rhythms, "error.choose"),
  payee: z.enum(payees, "error.choose"),
});
export type OfferPlan = z.infer<typeof OfferPlan>;

/** `party`: the parts are paid otherwise, and the plan in the log stands. `broken`: the debtor did not keep it, and the pause ends. */
export const stopReasons = ["party", "broken"] as const;
export const StopPlan = z.object({
  caseId: z.uuid(),
  planId: z.uuid("error.required"),
  reason: z.enum(stopReasons, "error.choose"),
});
export type StopPlan = z.infer<typeof StopPlan>;

export type Part = { seq: number; dueOn: string; amount: bigint };
type Terms = { total: bigint; currency: string; count: number; firstOn: string; rhythm: Rhythm };

/**
 * The parts of a plan: equal ones, and the last has what is left over. A month's parts fall on the first one's day of the month, or on
 * the month's last where it has no such day. Refused where the provider cannot take such an amount.
 */
export function partsOf({
  total,
  currency,
  count,
  firstOn,
  rhythm,
}: Terms): Result<Part[], { kind: "amount-not-taken" }> {
  const step = amountStep(currency);
  const each = total / BigInt(count) - ((total / BigInt(count)) % step);
  const parts = Array.from({ length: count }, (_, at): Part => {
    const isLast = at === count - 1;
    return {
      seq: at + 1,
      dueOn: dayOf(firstOn, rhythm, at),
      amount: isLast ? total - each * BigInt(count - 1) : each,
    };
  });
  const taken = parts.every(({ amount }) => toProviderAmount(amount, currency) !== null);
  return taken ? ok(parts) : err({ kind: "amount-not-taken" });
}

function dayOf(firstOn: string, rhythm: Rhythm, at: number): string {
  switch (rhythm) {
    case "weekly":
      return addDays(firstOn, 7 * at);
    case "fortnightly":
      return addDays(firstOn, 14 * at);
    case "monthly":
      return addMonths(firstOn, at);
  }
}

type NoticeRule = { days: number; citation: string | null };

/**
 * How many days before a debit its payer must have been told of its day and amount. The schedule that is shown when the method is saved
 * tells of all of them at once, so no debit is made sooner than that after it was saved; the parties are reminded of each as long before.
 */
export const noticeRules: Record<MethodKind, NoticeRule> = {
  /** A rule of this platform. */
  card: { days: 3, citation: null },
  sepa_debit: { days: 14, citation: "EPC016-06 (SEPA Direct Debit Core), 4.2: pre-notification" },
  bacs_debit: { days: 14, citation: "Direct Debit Guarantee: ten working days" },
  us_bank_account: { days: 10, citation: "12 CFR 1005.10(d)(1)" },
};

/** The first day a part may be debited: its own, and not before its notice has run since the method was saved. */
export function debitOn(
  { dueOn }: Pick<Part, "dueOn">,
  { kind, savedOn }: { kind: MethodKind; savedOn: string },
): string {
  const told = addDays(savedOn, noticeRules[kind].days);
  return told > dueOn ? told : dueOn;
}

/** Days between two debits of a plan, whatever the clock did: several parts that fell due meanwhile are not taken at once. */
export const daysBetweenDebits = 7;
/** Days after its own in which a part is not yet called missed. */
export const daysOfGrace = 5;

export type DebitScene = {
  /** The case is under way. */
  isOpen: boolean;
  /** The plan stands in the case's log. */
  isAgreed: boolean;
  /** A pause lies across the case in which nobody is asked for money. */
  rests: boolean;
  /** What is owed today, and what of it is on its way already. */
  owed: bigint;
  coming: bigint;
  amount: bigint;
  currency: string;
};
export type DebitVerdict =
  | { kind: "debit"; amount: bigint }
  | { kind: "wait" }
  | { kind: "end"; why: Extract<PlanEnd, "case_over" | "plan_over" | "nothing_owed"> };

/** Whether a part may be taken now, and how much of it: never more than what is owed and not on its way. */
export function mayDebit(scene: DebitScene): DebitVerdict {
  const { isOpen, isAgreed, rests, owed, coming, amount, currency } = scene;
  if (!isOpen) return { kind: "end", why: "case_over" };
  if (!isAgreed) return { kind: "end", why: "plan_over" };
  if (owed <= 0n) return { kind: "end", why: "nothing_owed" };
  const left = owed - coming;
  const least = left < amount ? left : amount;
  const taken = least - (least % amountStep(currency));
  return rests || taken <= 0n ? { kind: "wait" } : { kind: "debit", amount: taken };
}

/** How a part stands for people. */
export const partStates = [
  "planned",
  "waits",
  "by_hand",
  "on_its_way",
  "paid",
  "failed",
  "missed",
  "dropped",
] as const;
export type PartState = (typeof partStates)[number];

type PartScene = {
  state: InstalmentState;
  dueOn: string;
  today: string;
  /** The payment made for it, where there is one. */
  payment: PaymentStatus | null;
  failure: DebitFailure | null;
};

export function partState({ state, dueOn, today, payment, failure }: PartScene): PartState {
  if (payment === "paid") return "paid";
  if (state === "dropped" || payment === "withdrawn") return "dropped";
  if (payment === "processing") return "on_its_way";
  if (state === "asked" && failure !== "withheld" && addDays(dueOn, daysOfGrace) < today) return "missed";
  if (failure && failure !== "withheld") return "failed";
  if (state === "asked") return "by_hand";
  return dueOn < today ? "waits" : "planned";
}
