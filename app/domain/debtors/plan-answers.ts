import { z } from "zod";
import { stepDay } from "#app/domain/timeline/step-forms.ts";

/** What a party can answer to a debtor's proposal. `countered`: not this, but that. */
export const planAnswers = ["accepted", "countered", "declined"] as const;
export type PlanAnswer = (typeof planAnswers)[number];

/** Why it is declined: chosen, never written, because the debtor reads it and no words reach a debtor past the gate. */
export const declineReasons = ["too_little", "too_long", "too_late", "other_way"] as const;
export type DeclineReason = (typeof declineReasons)[number];

/** Where a private person must have been told in writing, before a plan is agreed, what it costs them: § 13a Abs. 3 RDG. */
export const mustTellCosts = ({ packId, isPerson }: { packId: string; isPerson: boolean }): boolean =>
  isPerson && packId === "DE";

export const AnswerProposal = z.object({
  caseId: z.uuid(),
  statementId: z.uuid("error.required"),
  answer: z.enum(planAnswers, "error.choose"),
  /** As typed, in major units of the claim's currency. */
  monthly: z.string().trim().max(30, "error.amount").optional(),
  firstOn: stepDay.optional(),
  reason: z.enum(declineReasons, "error.choose").optional(),
  /** The debtor pays nothing for the plan itself. */
  free: z.literal("yes", "error.required").optional(),
});
export type AnswerProposal = z.infer<typeof AnswerProposal>;
