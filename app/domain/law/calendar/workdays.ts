import { dateOf, dayNumber, isWeekend, partsOf } from "#app/domain/law/calendar/civil.ts";
import { holidaysOf, type Series } from "#app/domain/law/series/series.ts";

/**
 * Whether courts and offices work on a day by these calendars: no weekend and no day off, or a make-up working day. Null for a
 * year that one of them does not have on file.
 */
export function isWorkday(series: Series, calendars: readonly string[], day: number): boolean | null {
  const { year } = partsOf(day);
  let open = !isWeekend(day);
  for (const id of calendars) {
    const days = holidaysOf(series, id, year);
    if (!days) return null;
    if (days.off.has(day)) open = false;
    if (days.work.has(day)) open = true;
  }
  return open;
}

export type Rolled =
  | { refused: false; raw: number; last: number }
  /** The year of the last day is not on file; `coverageEnd` is the last day that is. */
  | { refused: true; raw: number; coverageEnd: string };

/** The day itself, or the next working day after it. */
export function rollForward(series: Series, calendars: readonly string[], raw: number): Rolled {
  for (let day = raw; ; day += 1) {
    const works = isWorkday(series, calendars, day);
    if (works === null) return { refused: true, raw, coverageEnd: calendarEnd(series, calendars) };
    if (works) return { refused: false, raw, last: day };
  }
}

/** The day after so many working days; the starting day does not count. */
export function addWorkdays(
  series: Series,
  calendars: readonly string[],
  { from, days }: { from: number; days: number },
): Rolled {
  let day = from;
  for (let counted = 0; counted < days; ) {
    day += 1;
    const works = isWorkday(series, calendars, day);
    if (works === null) return { refused: true, raw: day, coverageEnd: calendarEnd(series, calendars) };
    if (works) counted += 1;
  }
  return { refused: false, raw: day, last: day };
}

/** The last day that all of these calendars have on file. */
export function calendarEnd(series: Series, calendars: readonly string[]): string {
  const ends = calendars.map((id) =>
    Math.max(...Object.keys(series.holidays[id]?.years ?? { 0: 0 }).map(Number)),
  );
  return dateOf(dayNumber(Math.min(...ends), 12, 31));
}
