/** A civil date as `YYYY-MM-DD`; inside the engine a date is its number of days since 1970-01-01. */
export type CivilDate = string;

const text = /^(\d{4})-(\d{2})-(\d{2})$/;

/** Day number of a proleptic Gregorian date. */
export function dayNumber(year: number, month: number, day: number): number {
  const shifted = month <= 2 ? year - 1 : year;
  const era = Math.floor(shifted / 400);
  const yearOfEra = shifted - era * 400;
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1;
  return (
    era * 146_097 +
    yearOfEra * 365 +
    Math.floor(yearOfEra / 4) -
    Math.floor(yearOfEra / 100) +
    dayOfYear -
    719_468
  );
}

export function partsOf(day: number): { year: number; month: number; day: number } {
  const shifted = day + 719_468;
  const era = Math.floor(shifted / 146_097);
  const dayOfEra = shifted - era * 146_097;
  const yearOfEra = Math.floor(
    (dayOfEra -
      Math.floor(dayOfEra / 1460) +
      Math.floor(dayOfEra / 36_524) -
      Math.floor(dayOfEra / 146_096)) /
      365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const month = Math.floor((5 * dayOfYear + 2) / 153);
  const calendarMonth = month < 10 ? month + 3 : month - 9;
  return {
    year: yearOfEra + era * 400 + (calendarMonth <= 2 ? 1 : 0),
    month: calendarMonth,
    day: dayOfYear - Math.floor((153 * month + 2) / 5) + 1,
  };
}

export const isLeapYear = (year: number) => year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);

export const daysInMonth = (year: number, month: number) =>
  month === 2 ? (isLeapYear(year) ? 29 : 28) : [4, 6, 9, 11].includes(month) ? 30 : 31;

/** Day number of `YYYY-MM-DD`; null for anything that is no date of the calendar. */
export function parseDay(value: string): number | null {
  const found = days.get(value);
  if (found !== undefined) return found;
  const read = readDay(value);
  if (days.size >= MOST_DAYS) days.clear();
  days.set(value, read);
  return read;
}

/** One decision reads the same few dates again and again. */
const days = new Map<string, number | null>();
const MOST_DAYS = 10_000;

function readDay(value: string): number | null {
  const match = text.exec(value);
  if (!match) return null;
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])];
  if (month < 1 || month > 12 || day < 1 || day > daysInMonth(year, month)) return null;
  return dayNumber(year, month, day);
}

/** Day number of a fact that may be a date; null for anything else. */
export const dayOrNull = (value: unknown) => (typeof value === "string" ? parseDay(value) : null);

/** Day number of a date that is known to be one; a bug otherwise. */
export function dayOf(value: CivilDate): number {
  const day = parseDay(value);
  if (day === null) throw new Error(`not a civil date: ${value}`);
  return day;
}

export function dateOf(day: number): CivilDate {
  const { year, month, day: dayOfMonth } = partsOf(day);
  return `${String(year).padStart(4, "0")}-${twoDigits(month)}-${twoDigits(dayOfMonth)}`;
}

/** A number under a hundred as it stands in dates and times. */
export const twoDigits = (value: number) => (value < 10 ? `0${value}` : `${value}`);

/** 0 is Sunday. */
export const weekdayOf = (day: number) => (((day + 4) % 7) + 7) % 7;

export const isWeekend = (day: number) => {
  const weekday = weekdayOf(day);
  return weekday === 0 || weekday === 6;
};

/** The corresponding day some months later; where the month has none, its last day. */
export function addMonths(day: number, months: number): number {
  const { year, month, day: dayOfMonth } = partsOf(day);
  const total = year * 12 + (month - 1) + months;
  const targetYear = Math.floor(total / 12);
  const targetMonth = (((total % 12) + 12) % 12) + 1;
  return dayNumber(targetYear, targetMonth, Math.min(dayOfMonth, daysInMonth(targetYear, targetMonth)));
}

export const addYears = (day: number, years: number) => addMonths(day, years * 12);
