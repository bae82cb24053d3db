import { addYears, weekdayOf } from "#app/domain/law/calendar/civil.ts";
import { rollToCourtDay } from "#app/domain/law/calendar/us-holidays.ts";

/** The last day of a period before and after it rolls from a day on which the courts are closed, in day numbers. */
export type UsDeadline = { raw: number; last: number };

const ANSWER_DAYS = 21;
const WAIVER_DAYS = 60;
const MAIL_DAYS = 3;

/** FRCP 6(a): the day of the event does not count, every other does, and a last day on which the court is closed moves on. */
const federalPeriod = (from: number, days: number): UsDeadline => ({
  raw: from + days,
  last: rollToCourtDay(from + days),
});

/**
 * A defendant's answer in a federal court: 21 days from service, or 60 from the day a waiver of service was asked for. Three days for
 * mail are added to the period as it would otherwise end (FRCP 6(d)).
 *
 * @see FRCP 4(d)(3), 6, 12(a)(1)
 */
export function federalAnswer({
  from,
  waived,
  byMail,
}: {
  from: number;
  waived: boolean;
  byMail: boolean;
}): UsDeadline {
  const period = federalPeriod(from, waived ? WAIVER_DAYS : ANSWER_DAYS);
  return byMail ? federalPeriod(period.last, MAIL_DAYS) : period;
}

const MONDAY = 1;
const TEXAS_DAYS = 20;

/** Texas Rule 99: ten in the morning of the Monday next after twenty days from service; a twentieth day on a Monday is not that Monday. */
export function texasAnswer(servedOn: number): UsDeadline {
  const twentieth = servedOn + TEXAS_DAYS;
  const raw = twentieth + (((MONDAY - weekdayOf(twentieth) + 6) % 7) + 1);
  return { raw, last: rollToCourtDay(raw) };
}

/**
 * Days to answer in the courts of the states (us.md US-CAL-03). Where a state has two periods by the way or the place of service, the
 * longer: nobody is in default before it.
 */
const stateAnswerDays: Readonly<Record<string, number>> = {
  CA: 30,
  NY: 30,
  FL: 20,
  IL: 30,
  MA: 20,
  WA: 60,
  NJ: 35,
  PA: 20,
  GA: 30,
};
/** Served in Washington itself. */
const WA_WITHIN_STATE = 20;

/** The last day to answer in a state's court; null where the state is not encoded. */
export function stateAnswer(
  state: string,
  { servedOn, livesIn }: { servedOn: number; livesIn: string | null },
): UsDeadline | null {
  if (state === "TX") return texasAnswer(servedOn);
  const days = state === "WA" && livesIn === "WA" ? WA_WITHIN_STATE : stateAnswerDays[state];
  return days === undefined ? null : federalPeriod(servedOn, days);
}

const RETENTION_YEARS = 3;

/** Evidence is kept for three years from the last collection activity, a recording from its call (12 CFR 1006.100). */
export const keptUntil = (from: number) => addYears(from, RETENTION_YEARS);
