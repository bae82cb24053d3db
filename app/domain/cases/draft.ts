import { err, ok, type Result } from "#app/domain/result.ts";
import { isClaimCurrency, typedAmount } from "./amount.ts";
import { type AnsweredStep, answeredSteps, type CaseAnswers } from "./answers.ts";
import { claimQuestions } from "./claim-questions.ts";
import { chosenBefore } from "./place-choice.ts";
import { type FieldErrors, type Known, readStep } from "./read-step.ts";
import type { Typed } from "./typed.ts";

export type DraftAnswers = Partial<Record<AnsweredStep, Typed>>;

/** The fields each page may keep; anything else a request carries is dropped. */
const fields: Record<AnsweredStep, readonly string[]> = {
  debtor: ["kind", "name", "country", "province", "city", "address", "email", "phone"],
  claim: [
    "kind",
    "field",
    "purpose",
    "creditorKind",
    "principal",
    "currency",
    "contractOn",
    "dueOn",
    "reference",
    "written",
    "interest",
    "agreedRate",
    "assigned",
    "assignmentDeliveredOn",
    "description",
    ...claimQuestions,
  ],
  history: [
    "disputed",
    "reminderSentOn",
    "demandDeliveredOn",
    "lastPaymentOn",
    "judgment",
    "judgmentCourt",
    "judgmentNumber",
    "judgmentOn",
    "judgmentFinalOn",
    "judgmentPayBy",
  ],
  goal: ["goal", "lane", "feeModels", "windowHours"],
};

/** Beyond every field's own limit, so that what is kept can still be shown and shortened. */
const longestKept = 4_000;

/** Control characters but tab and line ends, and marks that turn text around: no answer needs them. */
const unseen = /[^\P{Cc}\t\n\r]|[\u202a-\u202e\u2066-\u2069]/gu;
const clean = (text: string) => text.replace(unseen, "").slice(0, longestKept);

/** What a draft keeps of a submitted page: known fields, without unseen characters, valid or not. */
export function keepable(step: AnsweredStep, submitted: Typed): Typed {
  const kept: Typed = {};
  for (const field of fields[step]) {
    const value = submitted[field];
    if (typeof value === "string" && value.trim() !== "") kept[field] = clean(value);
    if (Array.isArray(value) && value.length > 0) kept[field] = value.slice(0, 20).map(clean);
  }
  return kept;
}

export type Unfinished = { step: AnsweredStep; errors: FieldErrors };

/** All pages' answers, or each page that is not finished and why. */
export function readDraft(draft: DraftAnswers, known: Known): Result<CaseAnswers, Unfinished[]> {
  const debtor = readStep("debtor", draft.debtor, known);
  const claim = readStep("claim", draft.claim, known);
  const history = readStep("history", draft.history, known);
  const goal = readStep("goal", draft.goal, known);
  if (debtor.ok && claim.ok && history.ok && goal.ok) {
    return ok({ debtor: debtor.value, claim: claim.value, history: history.value, goal: goal.value });
  }
  const pages = { debtor, claim, history, goal };
  return err(
    answeredSteps.flatMap((step) => {
      const page = pages[step];
      return page.ok ? [] : [{ step, errors: page.error }];
    }),
  );
}

/** A posted case's answers as they were typed, for a second look at the pages. */
export function typedFrom({ debtor, claim, history, goal }: CaseAnswers): DraftAnswers {
  const { placeCode, ...rest } = debtor;
  const { principal, currency } = claim;
  return {
    debtor: present({ ...rest, ...chosenBefore(placeCode) }),
    claim: present({
      ...claim,
      principal: isClaimCurrency(currency) ? typedAmount(principal, currency) : "",
    }),
    history: present(history),
    goal: present({ ...goal, windowHours: String(goal.windowHours) }),
  };
}

const present = (values: Record<string, string | string[] | undefined>): Typed =>
  Object.fromEntries(Object.entries(values).flatMap(([key, value]) => (value ? [[key, value]] : [])));
