import type { CaseAnswers } from "./answers.ts";
import type { FieldErrors } from "./read-step.ts";

type Recorded = Pick<CaseAnswers, "history">;

/**
 * What an edit cannot take back, by field: a dispute and a judgment stand in the log once they are recorded. A
 * dispute ends when it is answered, with proof, on the case's own page.
 */
export function editRefusals(before: Recorded, after: Recorded): FieldErrors {
  return {
    ...(before.history.disputed === "yes" && after.history.disputed !== "yes"
      ? { disputed: ["error.dispute_recorded"] }
      : {}),
    ...(before.history.judgment === "yes" && after.history.judgment !== "yes"
      ? { judgment: ["error.judgment_recorded"] }
      : {}),
  };
}
