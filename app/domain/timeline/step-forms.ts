import { z } from "zod";
import { firstDay } from "#app/domain/cases/answers.ts";
import { paymentOrderConditions } from "#app/domain/law/action-input.ts";
import type { StepType } from "#app/domain/law/types.ts";
import { stepTypes } from "#app/domain/law/types.ts";

/** What a person is asked about a step, besides when it happened, the proof and a note. */
export const stepFields = {
  reminder: ["outcome", "emailBasis", "words"],
  call: ["outcome", "number"],
  email: ["outcome", "emailBasis", "employerAddress", "threatensSuit", "words"],
  sms: ["outcome", "number", "numberCheckedOn", "threatensSuit", "words"],
  letter: ["outcome", "answerBy", "threatensSuit", "words"],
  visit: ["outcome"],
  validation_notice: ["amounts"],
  demand_payment: ["outcome", "answerBy", "threatensSuit", "words"],
  notice_of_intention: ["outcome"],
  statutory_demand: ["outcome"],
  lawyer_letter: ["outcome", "answerBy", "attorneyReview", "threatensSuit", "words"],
  mediation: ["outcome"],
  payment_order: [],
  enforcement_order_application: [],
  arbitration: [],
  file_suit: ["forumState"],
  default_judgment: [],
  judgment: [],
  apply_enforcement: [],
  county_court_warrant: [],
  high_court_writ: [],
  bureau_report: [],
} as const satisfies Record<StepType, readonly string[]>;
/** What is asked besides where a rule of the pack asks for it. */
type AskedField = "letterDate" | "items" | "conditions" | "orderAnswers";
export type StepField = (typeof stepFields)[StepType][number] | AskedField;

/** A letter may say this; where it does, more must be in it. */
const optionalItems: Partial<Record<StepType, readonly string[]>> = {
  demand_payment: ["lateInterestClaimed"],
};

const itemPath = "action.items.";
/** What an application for a German payment order states; each answer clears one fact. */
export const orderAnswers = ["noCounterPerformance", "noPublicService"] as const;
const answeredBy: ReadonlySet<string> = new Set([
  "action.counterPerformanceOutstanding",
  "action.publicServiceNeeded",
]);

/** The fields and items that the rules themselves ask about a step, by what was found missing. */
export function askedAbout(
  type: StepType,
  requires: readonly string[],
): { fields: AskedField[]; items: string[] } {
  const asked = requires
    .filter((path) => path.startsWith(itemPath))
    .map((path) => path.slice(itemPath.length));
  const items = asked.length > 0 ? [...new Set([...asked, ...(optionalItems[type] ?? [])])] : [];
  return {
    fields: [
      ...(requires.includes("action.letterDate") ? (["letterDate"] as const) : []),
      ...(items.length > 0 ? (["items"] as const) : []),
      ...(requires.some((path) => path.startsWith("action.conditions.")) ? (["conditions"] as const) : []),
      ...(requires.some((path) => answeredBy.has(path)) ? (["orderAnswers"] as const) : []),
    ],
    items,
  };
}

/** Steps whose hour counts, so that a time of day is asked for; the others happen on a day. */
export const timedSteps: ReadonlySet<StepType> = new Set(["reminder", "call", "email", "sms", "visit"]);

export const callOutcomes = ["conversation", "voicemail", "no_answer", "busy", "not_connected"] as const;
export const deliveryOutcomes = ["sent", "delivered", "returned"] as const;
export const emailBases = ["consumer_used", "prior_consent", "creditor_notice", "prior_collector"] as const;
export const noticeAmounts = ["itemized", "interest", "fees", "payments", "credits", "current"] as const;

const yes = z.literal("yes").optional();
export const stepDay = z.iso.date("error.date").refine((on) => on >= firstDay, "error.date");
const day = stepDay;

/** Words for a text column, which holds everything but the character U+0000. */
export const plainText = (max: number) =>
  z
    .string("error.required")
    .trim()
    .max(max, "error.too_long")
    .refine((text) => !text.includes("\0"), "error.invalid");
/** The longest text a letter to a debtor can have. */
export const MAX_WORDS = 20_000;

/** As typed, in major units of the case's currency; read where the currency is known. */
const amount = z.string().trim().max(30, "error.amount");

/** An hour at the debtor's place, `HH:MM`. */
export const localTime = z.string("error.time").regex(/^([01]\d|2[0-3]):[0-5]\d$/, "error.time");

export const RecordStep = z.object({
  caseId: z.uuid(),
  type: z.enum(stepTypes, "error.choose"),
  occurredOn: day,
  /** At the debtor's place, for steps whose hour counts. */
  occurredTime: localTime.optional(),
  outcome: z.enum([...callOutcomes, ...deliveryOutcomes], "error.choose").optional(),
  number: z
    .string()
    .trim()
    .regex(/^[+0-9 ()-]{3,24}$/, "error.phone")
    .optional(),
  numberCheckedOn: day.optional(),
  emailBasis: z.enum(emailBases, "error.choose").optional(),
  employerAddress: z.enum(["yes", "no"]).optional(),
  answerBy: day.optional(),
  attorneyReview: yes,
  threatensSuit: yes,
  words: plainText(MAX_WORDS).optional(),
  forumState: z
    .string()
    .regex(/^[A-Z]{2}$/, "error.choose")
    .optional(),
  conditions: z.array(z.enum(paymentOrderConditions)).optional(),
  orderAnswers: z.array(z.enum(orderAnswers)).optional(),
  letterDate: day.optional(),
  /** Items of a letter, by the names its rules ask for. */
  items: z
    .array(z.string().regex(/^[a-zA-Z]{1,40}$/, "error.choose"))
    .max(60, "error.choose")
    .optional(),
  amounts: z.partialRecord(z.enum(noticeAmounts), amount).optional(),
  evidenceId: z.uuid().optional(),
  proof: z.instanceof(File).optional(),
  note: plainText(2_000).optional(),
});
export type RecordStep = z.infer<typeof RecordStep>;
