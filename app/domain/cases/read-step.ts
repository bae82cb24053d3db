import type { z } from "zod";
import { fits } from "#app/domain/market/fields.ts";
import { err, ok, type Result } from "#app/domain/result.ts";
import { isClaimCurrency, parseAmount } from "./amount.ts";
import { type AnsweredStep, type CaseAnswers, fieldSchemas } from "./answers.ts";
import { type Debtor, unanswered, voidAnswers } from "./claim-questions.ts";
import { chosenPlace } from "./place-choice.ts";
import { type Typed, textOf } from "./typed.ts";

/** Catalogue keys by field. */
export type FieldErrors = Record<string, string[]>;

/** `today`: the civil date where the debtor lives. */
export type Known = Debtor & {
  today: string;
  /** A judgment is in hand: the goal is its enforcement. */
  titled?: boolean;
};

/** A page's answers, or everything that is wrong with its fields at once. */
export function readStep<S extends AnsweredStep>(
  step: S,
  typed: Typed = {},
  known: Known,
): Result<CaseAnswers[S], FieldErrors> {
  const parsed = fieldSchemas[step].safeParse(typed);
  const alone = parsed.success ? {} : errorsIn(parsed.error);
  const errors = { ...between[step](typed, known), ...futureDates(step, typed, known), ...alone };
  if (Object.keys(errors).length > 0) return err(errors);
  return ok(readers[step](typed, known));
}

const placeTyped = (typed: Typed) => ({
  country: textOf(typed, "country"),
  province: textOf(typed, "province"),
  city: textOf(typed, "city"),
});

/** What is wrong between fields, whatever else is wrong with them. */
const between: Record<AnsweredStep, (typed: Typed, known: Known) => FieldErrors> = {
  debtor(typed) {
    const place = chosenPlace(placeTyped(typed));
    return place.ok ? {} : { [place.error.field]: [place.error.message] };
  },
  claim(typed, known) {
    const [amount, currency] = [textOf(typed, "principal"), textOf(typed, "currency") ?? ""];
    const principal = amount && isClaimCurrency(currency) ? parseAmount(amount, currency) : null;
    const [contractOn, dueOn] = [textOf(typed, "contractOn"), textOf(typed, "dueOn")];
    const [noticeOn, expiredOn] = [textOf(typed, "defaultNoticeOn"), textOf(typed, "defaultNoticeExpiredOn")];
    const [kind, field] = [textOf(typed, "kind") ?? "", textOf(typed, "field")];
    const rateMissing = textOf(typed, "interest") === "agreed" && !textOf(typed, "agreedRate");
    return {
      ...(principal && !principal.ok ? { principal: [principal.error] } : {}),
      ...(contractOn && dueOn && contractOn > dueOn ? { contractOn: ["error.contract_after_due"] } : {}),
      ...(field && kind && !fits(field, kind) ? { field: ["error.field_kind"] } : {}),
      ...(rateMissing ? { agreedRate: ["error.rate"] } : {}),
      ...(noticeOn && expiredOn && noticeOn > expiredOn
        ? { defaultNoticeExpiredOn: ["error.notice_expired_before"] }
        : {}),
      ...Object.fromEntries(unanswered(typed, known).map((question) => [question, ["error.choose"]])),
    };
  },
  history(typed) {
    if (textOf(typed, "judgment") !== "yes") return {};
    const [judgedOn, finalOn] = [textOf(typed, "judgmentOn"), textOf(typed, "judgmentFinalOn")];
    return {
      ...(judgedOn && finalOn && finalOn < judgedOn
        ? { judgmentFinalOn: ["error.final_before_judgment"] }
        : {}),
      ...(textOf(typed, "judgmentCourt") ? {} : { judgmentCourt: ["error.required"] }),
      ...(textOf(typed, "judgmentNumber") ? {} : { judgmentNumber: ["error.required"] }),
      ...(textOf(typed, "judgmentOn") ? {} : { judgmentOn: ["error.date"] }),
    };
  },
  goal(typed, { titled }): FieldErrors {
    if (titled && textOf(typed, "goal") !== "enforcement") return { goal: ["error.title_goal"] };
    const isStanding = textOf(typed, "lane") === "standing";
    return isStanding && textOf(typed, "goal") !== "amicable" ? { lane: ["error.lane_amicable"] } : {};
  },
};

/** What a creditor says has happened cannot lie ahead of the day it is where the debtor lives. */
function futureDates(step: AnsweredStep, typed: Typed, { today }: Known): FieldErrors {
  const ahead = Object.keys(typed).filter(
    (field) => field.endsWith("On") && (textOf(typed, field) ?? "") > today,
  );
  const key = (field: string) =>
    step === "claim" && field === "dueOn" ? "error.not_due" : "error.date_future";
  return Object.fromEntries(ahead.map((field) => [field, [key(field)]]));
}

/** Makes answers of a page that was found in order. An answer that another one makes void is left out. */
const readers: { [S in AnsweredStep]: (typed: Typed, known: Known) => CaseAnswers[S] } = {
  debtor(typed) {
    const { country, province, city, ...debtor } = fieldSchemas.debtor.parse(typed);
    return { ...debtor, placeCode: certain(chosenPlace({ country, province, city })) };
  },
  claim(typed, known) {
    const { currency, ...claim } = fieldSchemas.claim.parse(typed);
    if (!isClaimCurrency(currency)) throw new Error(`Not a currency of claims: ${currency}`);
    return {
      ...claim,
      ...voidAnswers(typed, known),
      currency,
      principal: certain(parseAmount(claim.principal, currency)),
      agreedRate: claim.interest === "agreed" ? claim.agreedRate : undefined,
      assignmentDeliveredOn: claim.assigned === "yes" ? claim.assignmentDeliveredOn : undefined,
    };
  },
  history(typed) {
    const { judgmentCourt, judgmentNumber, judgmentOn, judgmentFinalOn, judgmentPayBy, ...history } =
      fieldSchemas.history.parse(typed);
    const title = { judgmentCourt, judgmentNumber, judgmentOn, judgmentFinalOn, judgmentPayBy };
    return history.judgment === "no" ? history : { ...history, ...title };
  },
  goal: (typed) => fieldSchemas.goal.parse(typed),
};

function certain<T, E>(result: Result<T, E>): T {
  if (!result.ok) throw new Error(`A page in order reads: ${JSON.stringify(result.error)}`);
  return result.value;
}

function errorsIn(error: z.ZodError): FieldErrors {
  const errors: FieldErrors = {};
  for (const { path, message } of error.issues) {
    const field = String(path[0] ?? "form");
    const key = message.startsWith("error.") || message.startsWith("places.") ? message : "error.invalid";
    errors[field] = [...new Set([...(errors[field] ?? []), key])];
  }
  return errors;
}
