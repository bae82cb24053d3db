import { moratorium } from "#app/domain/law/breathing-space.ts";
import type { DateFacts } from "#app/domain/law/calculation-facts.ts";
import {
  type Calculator,
  type CalculatorInput,
  type CalculatorRefusal,
  refuse,
} from "#app/domain/law/calculator.ts";
import { dateOf, dayOrNull } from "#app/domain/law/calendar/civil.ts";
import {
  afterCompanyLetter,
  claimFormByPost,
  claimFormValidTo,
  type Exchange,
  earliestClaim,
  isPostedInTime,
  lastServiceBefore,
  otherDocumentByPost,
} from "#app/domain/law/deadlines/gb.ts";
import { isKnown } from "#app/domain/law/facts.ts";

const stale = (coverageEnd: string): CalculatorRefusal => ({
  ...refuse("X-10", "stale_calendar", "calendar.GB-EW"),
  values: { date: coverageEnd },
});

/** A calculation from one day that must be known. */
const from =
  (
    name: keyof DateFacts,
    rule: string,
    answer: (day: number, input: CalculatorInput) => ReturnType<Calculator>,
  ) =>
  (input: CalculatorInput): ReturnType<Calculator> => {
    const day = dayOrNull(input.facts.dates?.[name]);
    return day === null ? refuse(rule, "fact_unknown", `dates.${name}`) : answer(day, input);
  };

const byPost = from("postedOn", "GB-CAL-05", (postedOn, { series }) => {
  const found = claimFormByPost(series, postedOn);
  if (found.refused) return stale(found.coverageEnd);
  return {
    deemed: dateOf(found.deemed),
    defenceBy: dateOf(found.defenceBy),
    defenceWithAcknowledgmentBy: dateOf(found.defenceWithAcknowledgmentBy),
  };
});

const documentByPost = from("postedOn", "GB-CAL-05", (postedOn, { series }) => {
  const found = otherDocumentByPost(series, postedOn);
  return found.refused ? stale(found.coverageEnd) : { deemed: dateOf(found.last) };
});

/** Service abroad has months of its own, which the reference does not give. */
const validity = from("issuedOn", "GB-ESC-10", (issuedOn, { facts }) => {
  if (facts.dates?.abroad === true) return refuse("GB-ESC-10", "counsel_decision", "dates.abroad");
  const last = dateOf(claimFormValidTo(issuedOn));
  return { raw: last, last, lastService: last };
});

const hearingNotice = from("hearingOn", "GB-CAL-01", (hearingOn, { facts, series }) => {
  const clearDays = facts.dates?.clearDays;
  if (!isKnown(clearDays)) return refuse("GB-CAL-01", "fact_unknown", "dates.clearDays");
  const found = lastServiceBefore(series, { hearingOn, clearDays });
  if (!found.refused) return { last: dateOf(found.day), lastService: dateOf(found.day) };
  return found.coverageEnd === null
    ? refuse("GB-CAL-01", "contradiction", "dates.clearDays")
    : stale(found.coverageEnd);
});

const breathingSpace = from("registeredOn", "GB-HOLD-01", (registeredOn) => {
  const { starts, ends } = moratorium(registeredOn);
  return { starts: dateOf(starts), ends: dateOf(ends), endsOn: dateOf(ends) };
});

/** The first date that cannot stand beside the others; null where they can all be so. */
function contradiction(
  dates: DateFacts,
  { letterDate, repliedOn, noticeOn, documentsProvidedOn }: Exchange,
): string | null {
  const start = letterDate ?? Number.NEGATIVE_INFINITY;
  const before = (day: number | null, since = start) => day !== null && day < since;
  if (before(dayOrNull(dates.postedOn))) return "dates.postedOn";
  if (before(repliedOn)) return "dates.replyReceivedOn";
  if (before(documentsProvidedOn)) return "dates.documentsProvidedOn";
  return before(noticeOn, repliedOn ?? start) ? "dates.fourteenDayNoticeOn" : null;
}

/** Under the protocol against an individual. A reply shows that there was a letter, whose own days end before the reply's. */
function earliestUnderProtocol(dates: DateFacts, exchange: Exchange): ReturnType<Calculator> {
  const { letterDate, repliedOn } = exchange;
  if (letterDate === null && repliedOn === null)
    return refuse("GB-ESC-03", "fact_unknown", "dates.letterDate");
  const postedOn = dayOrNull(dates.postedOn);
  if (letterDate !== null && postedOn !== null && !isPostedInTime({ letterDate, postedOn }))
    return {
      ...refuse("GB-ESC-02", "letter_posted_late", "dates.letterDate"),
      values: { date: dateOf(letterDate) },
    };
  return { earliest: dateOf(earliestClaim(exchange)) };
}

/** When a claim may first be issued: under the protocol against a person, after fourteen days against a company. */
const earliest: Calculator = ({ facts }) => {
  const dates = facts.dates ?? {};
  const exchange: Exchange = {
    letterDate: dayOrNull(dates.letterDate),
    repliedOn: dayOrNull(dates.replyReceivedOn),
    documentsProvidedOn: dayOrNull(dates.documentsProvidedOn),
    noticeOn: dayOrNull(dates.fourteenDayNoticeOn),
  };
  const wrong = contradiction(dates, exchange);
  if (wrong) return refuse("GB-ESC-03", "contradiction", wrong);
  const { kind } = facts.debtor ?? {};
  if (kind !== "company" && kind !== "public") return earliestUnderProtocol(dates, exchange);
  return exchange.letterDate === null
    ? refuse("GB-COV-02", "fact_unknown", "dates.letterDate")
    : { earliest: dateOf(afterCompanyLetter(exchange.letterDate)) };
};

export const gbDeadlines: Readonly<Record<string, Calculator>> = {
  "claim-form-by-post": byPost,
  "claim-form-validity": validity,
  "earliest-claim": earliest,
  "hearing-notice": hearingNotice,
  moratorium: breathingSpace,
  "other-document-by-post": documentByPost,
};
