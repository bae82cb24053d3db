import type { ActionInput } from "#app/domain/law/action-input.ts";
import { paymentOrderConditions } from "#app/domain/law/action-input.ts";
import type { Channel } from "#app/domain/law/facts.ts";
import type { StepType } from "#app/domain/law/types.ts";
import type { RecordStep } from "./step-forms.ts";

/** Words to the debtor, and what a reader said of them; null where nobody asked. */
export type Words = { words: string; review: { verdict: "passed" | "refused" | null } | null };

export const channelOf: Partial<Record<StepType, Channel>> = {
  call: "voice",
  sms: "sms",
  email: "email",
  reminder: "email",
  letter: "post",
  validation_notice: "post",
  demand_payment: "post",
  notice_of_intention: "post",
  statutory_demand: "post",
  lawyer_letter: "post",
  visit: "in_person",
};

/** What the law asks about a step before it is done, out of its form: for recording it and for reading its words beforehand. */
export function actionFrom(
  input: Partial<RecordStep> & Pick<RecordStep, "type">,
  { amounts, words }: { amounts?: ActionInput["amounts"]; words?: Words },
): Omit<ActionInput, "type"> {
  const ticked = new Set<string>(input.conditions);
  return {
    direction: "out",
    channel: channelOf[input.type],
    recipientRole: "debtor",
    ...(input.number ? { number: input.number } : {}),
    ...(input.numberCheckedOn ? { numberCheckedAt: `${input.numberCheckedOn}T00:00:00Z` } : {}),
    ...(input.emailBasis ? { emailBasis: input.emailBasis } : {}),
    ...(input.employerAddress ? { employerAddress: input.employerAddress === "yes" } : {}),
    ...(input.orderAnswers?.includes("noCounterPerformance") ? { counterPerformanceOutstanding: false } : {}),
    ...(input.orderAnswers?.includes("noPublicService") ? { publicServiceNeeded: false } : {}),
    ...(input.letterDate ? { letterDate: input.letterDate } : {}),
    ...(input.items ? { items: Object.fromEntries(input.items.map((each) => [each, true])) } : {}),
    ...(input.forumState ? { forumState: input.forumState } : {}),
    ...(amounts ? { amounts } : {}),
    ...(words ? { text: words.words, textReviewed: words.review?.verdict === "passed" } : {}),
    attorneyReview: input.attorneyReview === "yes",
    threatensSuit: input.threatensSuit === "yes",
    ...(input.type === "payment_order"
      ? { conditions: Object.fromEntries(paymentOrderConditions.map((each) => [each, ticked.has(each)])) }
      : {}),
  };
}
