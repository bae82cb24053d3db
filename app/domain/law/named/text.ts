import type { ActionInput } from "#app/domain/law/action-input.ts";
import { isKnown } from "#app/domain/law/facts.ts";
import { type Lint, lint } from "#app/domain/law/linter/lint.ts";
import { asking } from "#app/domain/law/named/asking.ts";
import type { Check } from "#app/domain/law/scene.ts";

const readings = new WeakMap<ActionInput, Lint | null>();

/** What the linter finds in the words of an act; null where the act carries none. */
function readingOf(action: ActionInput): Lint | null {
  if (!isKnown(action.text)) return null;
  const known = readings.get(action);
  if (known !== undefined) return known;
  const found = action.text.trim() !== "" ? lint(action.text) : null;
  readings.set(action, found);
  return found;
}

/** The act with the steps that its own words hold out, so that their guards are asked. */
export function withThreatsOf(action: ActionInput): ActionInput {
  const found = readingOf(action);
  if (!found || found.threats.length === 0) return action;
  const threatenedSteps = [...new Set(found.threats.map(({ step }) => step))];
  const suit = threatenedSteps.includes("file_suit");
  return { ...action, threatenedSteps, ...(suit && { threatensSuit: true }) };
}

const kindsOf = (marks: readonly { kind: string }[]) =>
  [...new Set(marks.map(({ kind }) => `law.mark.${kind}`))].join("|");

/** posing as an authority, threats of arrest or of the blacklist, insults, shaming and the like never go out. */
export const textIsFit: Check = ({ action }) => {
  const severe = readingOf(action)?.severe ?? [];
  if (severe.length === 0) return null;
  return { values: { marks: kindsOf(severe) }, next: null, effect: "block" };
};

/** what may be meant either way is read by a person first. */
export const textIsReviewed: Check = ({ action }) => {
  const doubtful = readingOf(action)?.doubtful ?? [];
  if (doubtful.length === 0 || action.textReviewed === true) return null;
  return {
    ...asking("action.textReviewed"),
    values: { marks: kindsOf(doubtful) },
    message: "text_review",
  };
};
