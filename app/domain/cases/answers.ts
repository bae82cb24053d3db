import { z } from "zod";
import { parseDay } from "#app/domain/law/calendar/civil.ts";
import { feeModels } from "#app/domain/tenders/terms.ts";
import { isClaimCurrency, parseAmount } from "./amount.ts";
import { chosenPlace } from "./place-choice.ts";

/** The wizard's steps in order. Evidence and review hold no answers of their own. */
export const wizardSteps = ["debtor", "claim", "evidence", "history", "goal", "review"] as const;
export type WizardStep = (typeof wizardSteps)[number];
export const answeredSteps = ["debtor", "claim", "history", "goal"] as const;
export type AnsweredStep = (typeof answeredSteps)[number];

export const debtKinds = [
  "loan_bank",
  "loan_private",
  "goods",
  "services",
  "rent",
  "invoice_b2b",
  "other",
] as const;
export const creditorKinds = [
  "natural",
  "business",
  "financial_institution",
  "debt_buyer",
  "public",
] as const;
export const debtorKinds = ["natural_consumer", "sole_trader", "company"] as const;
export const goals = ["amicable", "up_to_lawsuit", "enforcement"] as const;
export const roundHours = [24, 48, 120] as const;
export const yesNoUnknown = ["yes", "no", "unknown"] as const;

/** No debt older than this is collected by anyone alive; an earlier year is a typing error. */
export const firstDay = "1950-01-01";

const civilDate = z
  .string("error.date")
  .trim()
  .refine((text) => parseDay(text) !== null && text >= firstDay, "error.date");
const optionalText = (max: number) => z.string().trim().max(max, "error.too_long").optional();

type Issue = { path: PropertyKey[]; message: string };
type Issues = { addIssue(issue: Issue & { code: "custom" }): void };
const refuse = (context: Issues, field: string, message: string) =>
  context.addIssue({ code: "custom", path: [field], message });

/** Reads what was typed into the debtor's page; `placeCode` comes from the three place fields. */
export const DebtorAnswers = z
  .object({
    kind: z.enum(debtorKinds, "error.choose"),
    name: z.string("error.required").trim().min(2, "error.required").max(200, "error.too_long"),
    country: z.string().optional(),
    province: z.string().optional(),
    city: z.string().optional(),
    address: optionalText(400),
    email: z.email("error.email").max(254, "error.too_long").optional(),
    phone: z
      .string()
      .trim()
      .regex(/^[+0-9 ()-]{6,24}$/, "error.phone")
      .optional(),
  })
  .transform(({ country, province, city, ...rest }, context) => {
    const place = chosenPlace({ country, province, city });
    if (!place.ok) {
      refuse(context, place.error.field, place.error.message);
      return z.NEVER;
    }
    return { ...rest, placeCode: place.value };
  });

const ClaimFields = z.object({
  kind: z.enum(debtKinds, "error.choose"),
  purpose: z.enum(["consumer", "commercial"], "error.choose"),
  creditorKind: z.enum(creditorKinds, "error.choose"),
  principal: z.string("error.amount").trim().max(40, "error.amount_large"),
  currency: z.string("error.choose").refine(isClaimCurrency, "error.choose"),
  contractOn: civilDate.optional(),
  dueOn: civilDate,
  reference: optionalText(80),
  /** The contract is in writing and signed: limitation differs in several states. */
  written: z.enum(yesNoUnknown, "error.choose"),
  interest: z.enum(["none", "agreed", "statutory"], "error.choose"),
  /** Per cent a year as decimal text. */
  agreedRate: z
    .string()
    .trim()
    .regex(/^\d{1,3}(\.\d{1,4})?$/, "error.rate")
    .optional(),
  assigned: z.enum(["yes", "no"], "error.choose"),
  assignmentDeliveredOn: civilDate.optional(),
  description: z
    .string("error.required")
    .trim()
    .min(10, "error.description_short")
    .max(2_000, "error.too_long"),
});

/** Reads what was typed into the claim's page; the amount becomes minor units. */
export const ClaimAnswers = ClaimFields.transform((claim, context) => {
  if (!isClaimCurrency(claim.currency)) return z.NEVER;
  const amount = parseAmount(claim.principal, claim.currency);
  if (!amount.ok) refuse(context, "principal", amount.error);
  if (claim.contractOn && claim.contractOn > claim.dueOn)
    refuse(context, "contractOn", "error.contract_after_due");
  if (claim.interest === "agreed" && !claim.agreedRate) refuse(context, "agreedRate", "error.rate");
  return {
    ...claim,
    principal: amount.ok ? amount.value : 0,
    agreedRate: claim.interest === "agreed" ? claim.agreedRate : undefined,
    assignmentDeliveredOn: claim.assigned === "yes" ? claim.assignmentDeliveredOn : undefined,
  };
});

/** Reads what was typed into the page on what has happened so far. */
export const HistoryAnswers = z
  .object({
    disputed: z.enum(yesNoUnknown, "error.choose"),
    reminderSentOn: civilDate.optional(),
    demandDeliveredOn: civilDate.optional(),
    lastPaymentOn: civilDate.optional(),
    judgment: z.enum(["yes", "no"], "error.choose"),
    judgmentCourt: optionalText(200),
    judgmentNumber: optionalText(80),
    judgmentOn: civilDate.optional(),
  })
  .transform(({ judgmentCourt, judgmentNumber, judgmentOn, ...history }, context) => {
    if (history.judgment === "no") return history;
    if (!judgmentCourt) refuse(context, "judgmentCourt", "error.required");
    if (!judgmentNumber) refuse(context, "judgmentNumber", "error.required");
    if (!judgmentOn) refuse(context, "judgmentOn", "error.date");
    return { ...history, judgmentCourt, judgmentNumber, judgmentOn };
  });

export const GoalAnswers = z.object({
  goal: z.enum(goals, "error.choose"),
  feeModels: z
    .array(z.enum(feeModels), "error.choose")
    .min(1, "error.choose")
    .max(feeModels.length, "error.choose"),
  windowHours: z.coerce
    .number("error.choose")
    .refine((hours) => roundHours.some((each) => each === hours), "error.choose"),
});

export const stepSchemas = {
  debtor: DebtorAnswers,
  claim: ClaimAnswers,
  history: HistoryAnswers,
  goal: GoalAnswers,
} as const satisfies Record<AnsweredStep, z.ZodType>;

export type DebtorAnswers = z.output<typeof DebtorAnswers>;
export type ClaimAnswers = z.output<typeof ClaimAnswers>;
export type HistoryAnswers = Omit<z.output<typeof HistoryAnswers>, `judgment${string}`> & {
  judgment: "yes" | "no";
  judgmentCourt?: string;
  judgmentNumber?: string;
  judgmentOn?: string;
};
export type GoalAnswers = z.output<typeof GoalAnswers>;

export type CaseAnswers = {
  debtor: DebtorAnswers;
  claim: ClaimAnswers;
  history: HistoryAnswers;
  goal: GoalAnswers;
};
