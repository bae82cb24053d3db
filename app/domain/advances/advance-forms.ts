import { z } from "zod";
import { stepDay } from "#app/domain/timeline/step-forms.ts";
import { advanceActs, advanceKinds } from "./advances.ts";

const about = { caseId: z.uuid(), advanceId: z.uuid("error.required") };
const paper = { proof: z.instanceof(File).optional(), evidenceId: z.uuid().optional() };
/** As typed, in major units of the case's currency. */
const amount = z.string().trim().max(30, "error.amount");

export const AskAdvance = z.object({
  /** Made with the form, so that sending it twice asks once. */
  ...about,
  act: z.enum(advanceActs, "error.choose"),
  kind: z.enum(advanceKinds, "error.choose"),
  /** Left out where the court's fee is on file. */
  amount: amount.optional(),
  ...paper,
});
export type AskAdvance = z.infer<typeof AskAdvance>;

export const SpendAdvance = z.object({
  ...about,
  amount: amount.min(1, "error.required"),
  spentOn: stepDay,
  ...paper,
});
export type SpendAdvance = z.infer<typeof SpendAdvance>;

export const EndAdvance = z.object(about);
export type EndAdvance = z.infer<typeof EndAdvance>;
