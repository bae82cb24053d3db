import { z } from "zod";
import { addMonths, dateOf, dayOf } from "#app/domain/law/calendar/civil.ts";
import { isWithin } from "#app/domain/places/within.ts";
import { plainText } from "#app/domain/timeline/step-forms.ts";
import { answerTerms } from "./answer-terms.data.ts";
import type { Obstacle } from "./may-erase.ts";

/** What a debtor may ask for about the data that is kept about them. */
export const requestKinds = ["erase", "correct"] as const;
export type RequestKind = (typeof requestKinds)[number];

export const requestAnswers = ["done", "corrected", "refused"] as const;
export type RequestAnswer = (typeof requestAnswers)[number];

/** Everything that stood against an erasure when it was refused. */
export type Against = {
  obstacles: Obstacle[];
  terms: { id: string; since: string; endedOn: string }[];
};

const words = plainText(2_000);

/** The form at the door; `key` is made with the page, so that a form sent twice is one request. */
export const DataRequestForm = z
  .object({
    key: z.uuid("error.invalid"),
    kind: z.enum(requestKinds, "error.choose"),
    words: words.optional(),
  })
  .refine(({ kind, words: said }) => kind !== "correct" || said, {
    path: ["words"],
    message: "error.required",
  });
export type DataRequestForm = z.infer<typeof DataRequestForm>;

/** The last civil day, where the debtor lives, on which an answer is in time. */
export function answerDueOn(jurisdiction: string, askedOn: string): string {
  const row = answerTerms.find(({ place }) => isWithin(jurisdiction, place));
  if (!row) throw new Error("There is no term for any place");
  const asked = dayOf(askedOn);
  return dateOf("months" in row.term ? addMonths(asked, row.term.months) : asked + row.term.days);
}
