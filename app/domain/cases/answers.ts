import { z } from "zod";
import { parseDay } from "#app/domain/law/calendar/civil.ts";
import { lanes } from "#app/domain/tenders/lanes.ts";
import { feeModels } from "#app/domain/tenders/terms.ts";
import { type ClaimCurrency, isClaimCurrency } from "./amount.ts";

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

export const phoneNumber = z
  .string()
  .trim()
  .regex(/^[+0-9 ()-]{6,24}$/, "error.phone");
export const mailAddress = z.email("error.email").max(254, "error.too_long");

const DebtorFields = z.object({
  kind: z.enum(debtorKinds, "error.choose"),
  name: z.string("error.required").trim().min(2, "error.required").max(200, "error.too_long"),
  country: z.string().optional(),
  province: z.string().optional(),
  city: z.string().optional(),
  address: optionalText(400),
  email: mailAddress.optional(),
  phone: phoneNumber.optional(),
});

const yesNo = z.enum(yesNoUnknown, "error.choose");
/** Per cent a year as decimal text. */
const rate = z
  .string()
  .trim()
  .regex(/^\d{1,3}([.,]\d{1,4})?$/, "error.rate")
  .transform((text) => text.replace(",", "."));

const ClaimFields = z.object({
  kind: z.enum(debtKinds, "error.choose"),
  /** The practice field; where none is chosen the usual one of the kind is taken. */
  field: z.string().trim().optional(),
  purpose: z.enum(["consumer", "commercial"], "error.choose"),
  creditorKind: z.enum(creditorKinds, "error.choose"),
  principal: z.string("error.amount").trim().max(40, "error.amount_large"),
  currency: z.string("error.choose").refine(isClaimCurrency, "error.choose"),
  contractOn: civilDate.optional(),
  dueOn: civilDate,
  reference: optionalText(80),
  /** The contract is in writing and signed: limitation differs in several states. */
  written: yesNo,
  interest: z.enum(["none", "agreed", "statutory"], "error.choose"),
  agreedRate: rate.optional(),
  assigned: z.enum(["yes", "no"], "error.choose"),
  assignmentDeliveredOn: civilDate.optional(),
  description: z
    .string("error.required")
    .trim()
    .min(10, "error.description_short")
    .max(2_000, "error.too_long"),
  /** England and Wales: credit that the Consumer Credit Act regulates, and the default notice it asks for. */
  regulatedCredit: yesNo.optional(),
  defaultNoticeOn: civilDate.optional(),
  defaultNoticeExpiredOn: civilDate.optional(),
  /** Germany: the contract itself names the day of payment; what an invoice told the debtor, and when; a consumer's loan. */
  dueAgreed: yesNo.optional(),
  invoiceReceivedOn: civilDate.optional(),
  invoiceHint: yesNo.optional(),
  apr: rate.optional(),
  landCharge: yesNo.optional(),
});

const HistoryFields = z.object({
  disputed: yesNo,
  reminderSentOn: civilDate.optional(),
  demandDeliveredOn: civilDate.optional(),
  lastPaymentOn: civilDate.optional(),
  judgment: z.enum(["yes", "no"], "error.choose"),
  judgmentCourt: optionalText(200),
  judgmentNumber: optionalText(80),
  judgmentOn: civilDate.optional(),
  /** From when it could not be appealed any more, and until when it told the debtor to pay: the time to enforce runs from them. */
  judgmentFinalOn: civilDate.optional(),
  judgmentPayBy: civilDate.optional(),
});

const GoalFields = z.object({
  /** Bids under seal, or a standing price. Cases posted before there was a choice have none and mean the first. */
  lane: z.enum(lanes, "error.choose").optional(),
  goal: z.enum(goals, "error.choose"),
  feeModels: z
    .array(z.enum(feeModels), "error.choose")
    .min(1, "error.choose")
    .max(feeModels.length, "error.choose"),
  windowHours: z.coerce
    .number("error.choose")
    .refine((hours) => roundHours.some((each) => each === hours), "error.choose"),
});

/** What each page's fields must be by themselves; what lies between fields is `read-step.ts`'s. */
export const fieldSchemas = {
  debtor: DebtorFields,
  claim: ClaimFields,
  history: HistoryFields,
  goal: GoalFields,
} as const satisfies Record<AnsweredStep, z.ZodType>;

type ClaimTyped = z.output<typeof ClaimFields>;

export type CaseAnswers = {
  /** `placeCode` is what the three place fields lead to. */
  debtor: Omit<z.output<typeof DebtorFields>, "country" | "province" | "city"> & { placeCode: string };
  /** `principal` in minor units of `currency`. */
  claim: Omit<ClaimTyped, "principal" | "currency"> & { principal: number; currency: ClaimCurrency };
  history: z.output<typeof HistoryFields>;
  goal: z.output<typeof GoalFields>;
};

/** What a case's row keeps of them: who the debtor is, and the words about the claim, lie beside it, sealed (`personal.ts`). */
export type KeptAnswers = Omit<CaseAnswers, "debtor" | "claim"> & {
  debtor: Pick<CaseAnswers["debtor"], "kind" | "placeCode">;
  claim: Omit<CaseAnswers["claim"], "description">;
};
