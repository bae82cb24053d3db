import { z } from "zod";
import type { StepType } from "#app/domain/law/types.ts";
import { MAX_WORDS, plainText } from "./step-forms.ts";

/** Steps whose words reach the debtor and can be read before they go out. */
export const textSteps = [
  "reminder",
  "email",
  "sms",
  "letter",
  "demand_payment",
  "lawyer_letter",
  "validation_notice",
] as const satisfies readonly StepType[];

export const CheckText = z.object({
  caseId: z.uuid(),
  type: z.enum(textSteps, "error.choose"),
  words: plainText(MAX_WORDS).refine((words) => words !== "", "error.required"),
});
export type CheckText = z.infer<typeof CheckText>;

/** The same words, whatever the line ends and the spaces around them: what a review of a text is a review of. */
export const textKey = (words: string) => words.normalize("NFC").replace(/\s+/g, " ").trim();
