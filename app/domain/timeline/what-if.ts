import { addMonths, dateOf, dayOf, parseDay } from "#app/domain/law/calendar/civil.ts";

/** How far ahead a ladder can be looked at. */
const MONTHS = 24;

/** The days for which a ladder can be shown: today and the two years after it. */
export function whatIfRange(today: string) {
  const first = dayOf(today);
  const last = addMonths(first, MONTHS);
  return { min: today, max: dateOf(last), days: last - first };
}

/** The address's own words: a date, or a number of days from today. Without scripts both are sent, and `shown` is the date they were set to. */
export type WhatIfAsked = { on: string | null; days: string | null; shown: string | null };

export type WhatIf = {
  on: string;
  /** What was asked for is no date in the range: the ladder is shown for today. */
  refused: boolean;
};

/** The day to show: the date that was typed, or the slider's where the date was left as it stood. */
export function whatIfOn({ on, days, shown }: WhatIfAsked, today: string): WhatIf {
  const range = whatIfRange(today);
  const slid = days !== null && (on === null || on === shown);
  if (slid) {
    const offset = /^\d{1,4}$/.test(days) ? Number(days) : -1;
    if (offset < 0 || offset > range.days) return { on: today, refused: true };
    return { on: dateOf(dayOf(today) + offset), refused: false };
  }
  if (on === null) return { on: today, refused: false };
  const day = parseDay(on);
  if (day === null || on < range.min || on > range.max) return { on: today, refused: true };
  return { on, refused: false };
}

type Ahead = {
  stage: string;
  state: string;
  earliest: string | null;
  lines: readonly { state: string; earliest: string | null }[];
};

/** A day on which something unlocks: rungs that open, or waits that end while something else is still missing. */
export type Unlocking = { on: string; opens: string[]; ends: string[] };

/**
 * The days within the range on which rungs open or waits end, in order.
 *
 * @param dateAt the civil date of an instant at the debtor's place
 */
export function unlockings(
  rungs: readonly Ahead[],
  today: string,
  dateAt: (instant: string) => string,
): Unlocking[] {
  const { max } = whatIfRange(today);
  const found = new Map<string, Unlocking>();
  const dateOfMoment = (moment: string) => (moment.length === 10 ? moment : dateAt(moment));
  const add = (moment: string | null, stage: string, list: "opens" | "ends") => {
    const on = moment && dateOfMoment(moment);
    if (!on || on <= today || on > max) return;
    const known = found.get(on) ?? { on, opens: [], ends: [] };
    found.set(on, known);
    if (!known[list].includes(stage)) known[list].push(stage);
  };
  for (const { stage, earliest, lines } of rungs.filter(({ state }) => state === "blocked")) {
    add(earliest, stage, "opens");
    for (const line of lines) if (line.state === "waits" && !earliest) add(line.earliest, stage, "ends");
  }
  return [...found.values()].sort((a, b) => (a.on < b.on ? -1 : 1));
}
