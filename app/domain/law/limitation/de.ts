import {
  addMonths,
  addYears,
  dateOf,
  dayNumber,
  dayOrNull,
  partsOf,
} from "#app/domain/law/calendar/civil.ts";
import { type Facts, isKnown } from "#app/domain/law/facts.ts";
import type { Reading } from "#app/domain/law/limitation/us.ts";
import type { Limitation, LimitationRefusal } from "#app/domain/law/limitation.ts";
import type { Suspension } from "#app/domain/law/limitation-facts.ts";
import { isConsumerLoan } from "#app/domain/law/money/de-parties.ts";

const YEARS = 3;
/** Whatever the creditor knew (BGB 199(4)), and the longest a consumer loan is suspended (497(3)). */
const LONGEST_YEARS = 10;
const TITLED_YEARS = 30;
/** A procedure's suspension outlasts it by six months (204(2)), talks by at least three (203). */
const AFTER_PROCEDURE_MONTHS = 6;
const AFTER_TALKS_MONTHS = 3;
/** Force majeure counts in the last six months only (206). */
const FORCE_MAJEURE_MONTHS = 6;

/** Acts of the debtor, and of enforcement, that let the period begin anew (212); a reminder is none (DE-LIM-06). */
const renewals = new Set([
  "acknowledgment",
  "written_acknowledgment",
  "part_payment",
  "part_performance",
  "payment",
  "interest_payment",
  "security",
  "enforcement_act",
  "enforcement_application",
]);
const procedures = new Set(["payment_order", "suit", "arbitration", "insolvency_filing"]);

const refusal = (rule: string, reason: string, ...requires: string[]): LimitationRefusal => ({
  refused: true,
  rule,
  reason,
  requires,
});

/** Days that do not count, first and last included; `least` is a day before which the period does not end. */
type Pause = { from: number; to: number; lastMonthsOnly: boolean; least: number | null; why: string };

/** A payment order counts from its filing where it was served without the applicant's delay (ZPO 167), and ends six months after the last step. */
function procedurePause({
  type,
  from,
  to,
  filedOn,
  servedOn,
  lastStepOn,
  servedPromptly,
}: Suspension): Pause | null {
  const served = dayOrNull(servedOn) ?? dayOrNull(from);
  if (served === null) return null;
  const begins = servedPromptly === true ? (dayOrNull(filedOn) ?? served) : served;
  const lastStep = dayOrNull(to) ?? dayOrNull(lastStepOn) ?? served;
  const ends = addMonths(lastStep, AFTER_PROCEDURE_MONTHS);
  return { from: begins, to: ends, lastMonthsOnly: false, least: null, why: `BGB 204: ${type}` };
}

/** Where nobody says that a pause has ended, only what is certain of it counts. */
function pauseOf(suspension: Suspension): Pause | null {
  const { type = "", from, to } = suspension;
  if (procedures.has(type)) return procedurePause(suspension);
  const begins = dayOrNull(from);
  if (begins === null) return null;
  const ends = dayOrNull(to) ?? begins;
  const pause = { from: begins, to: ends, lastMonthsOnly: false, least: null };
  switch (type) {
    case "negotiations":
    case "settlement_talks":
      return { ...pause, least: addMonths(ends, AFTER_TALKS_MONTHS), why: "BGB 203: negotiations" };
    case "agreed_deferral":
    case "payment_plan":
      return { ...pause, why: "BGB 205: agreed deferral" };
    case "force_majeure":
      return { ...pause, lastMonthsOnly: true, why: "BGB 206: force majeure" };
    default:
      return null;
  }
}

/** From default until a title, and no longer than ten years from when the claim arose (BGB 497(3)). */
function loanPause(facts: Facts, accrued: number, reading: Reading | null): Pause | null {
  const stated = dayOrNull(facts.verzugFrom);
  const verzug = stated ?? (reading === "longest" ? accrued : null);
  if (verzug === null || isConsumerLoan(facts) !== true) return null;
  return {
    from: verzug,
    to: addYears(accrued, LONGEST_YEARS),
    lastMonthsOnly: false,
    least: null,
    why: "BGB 497(3): consumer loan",
  };
}

/** The end of a period that began after `start` and would end on `raw`, with the days that do not count added. */
function lengthened(start: number, raw: number, pauses: readonly Pause[], basis: string[]): number {
  let last = raw;
  let counted = start;
  for (const pause of pauses) {
    const earliest = pause.lastMonthsOnly ? addMonths(last, -FORCE_MAJEURE_MONTHS) + 1 : pause.from;
    const from = Math.max(pause.from, earliest, counted + 1);
    if (pause.from > last || pause.to < from) continue;
    last += pause.to - from + 1;
    if (pause.least !== null) last = Math.max(last, pause.least);
    counted = Math.max(counted, pause.to);
    basis.push(pause.why);
  }
  return last;
}

/** Suspensions whose dates run backwards make no period. */
function isReversed({ from, to, filedOn, servedOn, lastStepOn }: Suspension): boolean {
  const before = (a: unknown, b: unknown) => {
    const [first, second] = [dayOrNull(a), dayOrNull(b)];
    return first !== null && second !== null && second < first;
  };
  return before(from, to) || before(filedOn, servedOn) || before(servedOn, lastStepOn);
}

const suspensionsOf = ({ limitation }: Facts) =>
  isKnown(limitation?.suspensions) ? limitation.suspensions : [];

const pausesOf = (facts: Facts, besides: Pause | null): Pause[] =>
  [...suspensionsOf(facts).flatMap((each) => pauseOf(each) ?? []), ...(besides ? [besides] : [])].sort(
    (a, b) => a.from - b.from,
  );

/** Restarts the period at each act that renews it; an act before it began, or after it ended, does nothing. */
function renewed(
  facts: Facts,
  first: { start: number; raw: number },
  years: number,
  pauses: readonly Pause[],
) {
  const acts = isKnown(facts.limitation?.interruptions) ? facts.limitation.interruptions : [];
  const basis: string[] = [];
  let last = lengthened(first.start, first.raw, pauses, basis);
  for (const { type, on } of [...acts].sort((a, b) => (a.on < b.on ? -1 : 1))) {
    const day = dayOrNull(on);
    if (day === null || !renewals.has(type) || day <= first.start || day > last) continue;
    basis.push(`BGB 212: ${type} ${on}`);
    last = lengthened(day, addYears(day, years), pauses, basis);
  }
  return { last, basis };
}

/**
 * Three years from the end of the year in which the claim arose and the creditor knew of it, ten from its arising at most; lengthened by
 * what suspends them and begun anew, on the next day, by what renews them. Not rolled from a weekend or holiday.
 *
 * @see de.md section 5: BGB 195-213, 497(3), ZPO 167
 */
export function deLimitationOf(facts: Facts, reading: Reading | null): Limitation | LimitationRefusal {
  const { limitation, debt } = facts;
  const accrued = dayOrNull(limitation?.accruedOn) ?? dayOrNull(debt?.dueDate);
  if (accrued === null) return refusal("DE-LIM-01", "fact_unknown", "limitation.accruedOn");
  if (suspensionsOf(facts).some(isReversed))
    return refusal("DE-LIM-03", "contradiction", "limitation.suspensions");
  const known = Math.max(accrued, dayOrNull(limitation?.knownOn) ?? accrued);
  const { year } = partsOf(known);
  const yearEnd = dayNumber(year, 12, 31);
  const longest = addYears(accrued, LONGEST_YEARS);
  const capped = longest < dayNumber(year + YEARS, 12, 31);
  const raw = capped ? longest : dayNumber(year + YEARS, 12, 31);
  const start = capped ? accrued : yearEnd;
  const loan = loanPause(facts, accrued, reading);
  const { last, basis } = renewed(facts, { start, raw }, YEARS, pausesOf(facts, loan));
  return {
    refused: false,
    accruedOn: dateOf(accrued),
    raw: dateOf(last),
    last: dateOf(last),
    law: "DE",
    basis: [capped ? "BGB 199(4): 10 years" : "BGB 195, 199(1): 3 years from the end of the year", ...basis],
    ...(loan && dayOrNull(facts.verzugFrom) === null && { asks: ["verzugFrom"] }),
  };
}

/** Thirty years from a title that cannot be appealed any more (BGB 197(1) nos. 3-6, 201), anew by what renews them. */
export function deTitledLimitationOf(facts: Facts): Limitation | LimitationRefusal {
  const final = dayOrNull(facts.limitation?.finalOn);
  if (final === null) return refusal("DE-LIM-02", "fact_unknown", "limitation.finalOn");
  const first = { start: final, raw: addYears(final, TITLED_YEARS) };
  if (suspensionsOf(facts).some(isReversed))
    return refusal("DE-LIM-03", "contradiction", "limitation.suspensions");
  const { last, basis } = renewed(facts, first, TITLED_YEARS, pausesOf(facts, null));
  return {
    refused: false,
    accruedOn: dateOf(final),
    raw: dateOf(last),
    last: dateOf(last),
    law: "DE",
    basis: ["BGB 197(1), 201: 30 years", ...basis],
  };
}
