import { dayNumber, daysInMonth, isWeekend, partsOf, weekdayOf } from "#app/domain/law/calendar/civil.ts";

const MONDAY = 1;
const THURSDAY = 4;

function nthWeekday(year: number, month: number, weekday: number, nth: number): number {
  const first = dayNumber(year, month, 1);
  return first + ((weekday - weekdayOf(first) + 7) % 7) + (nth - 1) * 7;
}

function lastWeekday(year: number, month: number, weekday: number): number {
  const last = dayNumber(year, month, daysInMonth(year, month));
  return last - ((weekdayOf(last) - weekday + 7) % 7);
}

/** Juneteenth is a legal public holiday since Pub. L. 117-17 of 17 June 2021. */
const JUNETEENTH_FROM = 2021;

const byYear = new Map<number, readonly number[]>();

/** The holidays of a year by the dates of 5 USC 6103(a), not moved. */
export function federalHolidays(year: number): readonly number[] {
  const known = byYear.get(year);
  if (known) return known;
  const days = [
    dayNumber(year, 1, 1),
    nthWeekday(year, 1, MONDAY, 3),
    nthWeekday(year, 2, MONDAY, 3),
    lastWeekday(year, 5, MONDAY),
    ...(year >= JUNETEENTH_FROM ? [dayNumber(year, 6, 19)] : []),
    dayNumber(year, 7, 4),
    nthWeekday(year, 9, MONDAY, 1),
    nthWeekday(year, 10, MONDAY, 2),
    dayNumber(year, 11, 11),
    nthWeekday(year, 11, THURSDAY, 4),
    dayNumber(year, 12, 25),
  ];
  byYear.set(year, days);
  return days;
}

export const isFederalHoliday = (day: number) => federalHolidays(partsOf(day).year).includes(day);

/** Where a holiday falls on a Saturday the courts close on Friday, on a Sunday on Monday. */
function observed(day: number): number {
  const weekday = weekdayOf(day);
  return weekday === 6 ? day - 1 : weekday === 0 ? day + 1 : day;
}

/** A day on which a federal court is open. */
export function isCourtDay(day: number): boolean {
  if (isWeekend(day)) return false;
  const { year } = partsOf(day);
  const closed = [...federalHolidays(year), ...federalHolidays(year + 1)];
  return !closed.some((holiday) => holiday === day || observed(holiday) === day);
}

/** The day itself, or the next on which the court is open. */
export function rollToCourtDay(day: number): number {
  let rolled = day;
  while (!isCourtDay(rolled)) rolled += 1;
  return rolled;
}
