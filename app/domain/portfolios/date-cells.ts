import { dayNumber, daysInMonth } from "#app/domain/law/calendar/civil.ts";

/** Which of two figures is the month. */
export type DateOrder = "dmy" | "mdy";

const monthNames: Record<string, number> = Object.fromEntries(
  [
    "jan january januar",
    "feb february februar",
    "mar march maerz märz mrz",
    "apr april",
    "may mai",
    "jun june juni",
    "jul july juli",
    "aug august",
    "sep sept september",
    "oct october okt oktober",
    "nov november",
    "dec december dez dezember",
  ].flatMap((names, at) => names.split(" ").map((name) => [name, at + 1])),
);

const iso = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:[T ].*)?$/;
const compact = /^(\d{4})(\d{2})(\d{2})$/;
const chinese = /^(\d{4})年(\d{1,2})月(\d{1,2})[日号]?$/;
const figures = /^(\d{1,2})([-/.])(\d{1,2})\2(\d{4}|\d{2})(?: .*)?$/;
const dayMonthName = /^(\d{1,2})[-. /]+(\p{L}{3,9})\.?[-. /,]+(\d{4}|\d{2})$/u;
const monthNameDay = /^(\p{L}{3,9})\.?[ -]+(\d{1,2})(?:st|nd|rd|th)?,?[ -]+(\d{4}|\d{2})$/u;

type Read = { order: DateOrder | null; today: number };

/**
 * Day number of a date as people write it; null for none. `undecided`: day and month could be either way round and nothing
 * decides. A year of two digits is the latest one that is not yet to come, since a claim's dates lie behind it.
 */
export function readDate(text: string, { order, today }: Read): number | null | "undecided" {
  const plain = iso.exec(text) ?? compact.exec(text) ?? chinese.exec(text);
  if (plain) return dayIn(plain[1], Number(plain[2]), Number(plain[3]), today);
  const parts = figures.exec(text);
  if (parts) return figureDate(parts, { order, today });
  const named = dayMonthName.exec(text);
  if (named) return dayIn(named[3], monthNames[named[2].toLowerCase()] ?? 0, Number(named[1]), today);
  const american = monthNameDay.exec(text);
  if (american)
    return dayIn(american[3], monthNames[american[1].toLowerCase()] ?? 0, Number(american[2]), today);
  return null;
}

function figureDate([, first, mark, second, year]: RegExpExecArray, { order, today }: Read) {
  const [a, b] = [Number(first), Number(second)];
  if (a > 12 || (mark === "." && b <= 12)) return dayIn(year, b, a, today);
  if (b > 12) return dayIn(year, a, b, today);
  if (a === b || order === "dmy") return dayIn(year, b, a, today);
  return order === "mdy" ? dayIn(year, a, b, today) : "undecided";
}

function dayIn(yearText: string, month: number, day: number, today: number): number | null {
  if (month < 1 || month > 12 || day < 1) return null;
  const year = yearText.length === 2 ? latestPast(Number(yearText), month, day, today) : Number(yearText);
  return day > daysInMonth(year, month) ? null : dayNumber(year, month, day);
}

/** `91` is 1991 and not 2091; `26` is 2026 once that day has come. */
function latestPast(short: number, month: number, day: number, today: number): number {
  const year = 2000 + short;
  return dayNumber(year, month, Math.min(day, daysInMonth(year, month))) > today ? year - 100 : year;
}

/** What a column's cells prove about the order of day and month: a figure above twelve is no month. */
export function dateOrderIn(texts: readonly string[]): DateOrder | "conflict" | null {
  let dmy = false;
  let mdy = false;
  for (const text of texts) {
    const parts = figures.exec(text.trim());
    if (!parts || parts[2] === ".") continue;
    if (Number(parts[1]) > 12) dmy = true;
    else if (Number(parts[3]) > 12) mdy = true;
  }
  if (dmy && mdy) return "conflict";
  return dmy ? "dmy" : mdy ? "mdy" : null;
}
