import { Temporal } from "temporal-polyfill";

/**
 * Local time for the oracle, by Temporal and by looking, where the engine has tables and day numbers. Nothing here is shared with it.
 */
const known = new Map<string, Temporal.ZonedDateTime>();

/** The wall clock and calendar of a zone at an instant. */
export function wallClock(at: string, zone: string): Temporal.ZonedDateTime {
  const key = `${at} ${zone}`;
  const found = known.get(key) ?? Temporal.Instant.from(at).toZonedDateTimeISO(zone);
  if (known.size > 50_000) known.clear();
  known.set(key, found);
  return found;
}

const dates = new Map<string, Temporal.PlainDate>();

/** The civil date of a date, or of an instant in a zone. */
export function dateOn(at: string, zone: string): Temporal.PlainDate {
  const key = `${at} ${zone}`;
  const found =
    dates.get(key) ?? (at.length === 10 ? Temporal.PlainDate.from(at) : wallClock(at, zone).toPlainDate());
  if (dates.size > 50_000) dates.clear();
  dates.set(key, found);
  return found;
}

const midnight = ({ year, month, day }: Temporal.PlainDate) => Date.UTC(year, month - 1, day);

export const daysFrom = (from: Temporal.PlainDate, to: Temporal.PlainDate): number =>
  (midnight(to) - midnight(from)) / 86_400_000;

export const isBefore = (a: Temporal.PlainDate, b: Temporal.PlainDate) =>
  Temporal.PlainDate.compare(a, b) < 0;

/** Minutes since midnight on the wall clock, with their fraction. */
export const minutesOf = (at: Temporal.ZonedDateTime) => at.hour * 60 + at.minute + at.second / 60;

/** Easter Sunday of the Gregorian calendar (anonymous algorithm, as printed in almanacs). */
function easter(year: number): Temporal.PlainDate {
  const a = year % 19;
  const b = Math.floor(year / 100);
  const c = year % 100;
  const h = (19 * a + b - Math.floor(b / 4) - Math.floor((b - Math.floor((b + 8) / 25) + 1) / 3) + 15) % 30;
  const l = (32 + 2 * (b % 4) + 2 * Math.floor(c / 4) - h - (c % 4)) % 7;
  const m = Math.floor((a + 11 * h + 22 * l) / 451);
  const n = h + l - 7 * m + 114;
  return Temporal.PlainDate.from({ year, month: Math.floor(n / 31), day: (n % 31) + 1 });
}

const named = (year: number, days: readonly string[]) => days.map((day) => `${year}-${day}`);

/** Days off in all of Germany, computed from Easter and the fixed feasts. */
export function germanFeasts(year: number): ReadonlySet<string> {
  const sunday = easter(year);
  const moving = [-2, 1, 39, 50].map((days) => sunday.add({ days }).toString());
  return new Set([...moving, ...named(year, ["01-01", "05-01", "10-03", "12-25", "12-26"])]);
}

/** Bank holidays of England and Wales in a year without special ones; a feast on a weekend is taken on the next free weekday. */
export function englishBankHolidays(year: number): ReadonlySet<string> {
  const off = new Set([-2, 1].map((days) => easter(year).add({ days }).toString()));
  for (const feast of named(year, ["01-01", "12-25", "12-26"])) {
    let day = Temporal.PlainDate.from(feast);
    while (day.dayOfWeek > 5 || off.has(day.toString())) day = day.add({ days: 1 });
    off.add(day.toString());
  }
  for (const [month, which] of [
    [5, "first"],
    [5, "last"],
    [8, "last"],
  ] as const) {
    const days = Array.from({ length: 31 }, (_, day) =>
      Temporal.PlainDate.from({ year, month, day: day + 1 }),
    );
    const mondays = days.filter((day) => day.dayOfWeek === 1);
    off.add(String(which === "first" ? mondays[0] : mondays[mondays.length - 1]));
  }
  return off;
}

/** Legal public holidays of 5 USC 6103(a), each on its own date. */
export function federalDaysOff(year: number): ReadonlySet<string> {
  const found = federal.get(year) ?? federalIn(year);
  federal.set(year, found);
  return found;
}
const federal = new Map<number, ReadonlySet<string>>();

function federalIn(year: number): ReadonlySet<string> {
  const off = new Set(named(year, ["01-01", "06-19", "07-04", "11-11", "12-25"]));
  const nth = { 1: 3, 2: 3, 9: 1, 10: 2 } as const;
  for (const [month, which] of Object.entries(nth)) off.add(weekday(year, Number(month), 1, which));
  off.add(weekday(year, 11, 4, 4));
  off.add(weekday(year, 5, 1, weekday(year, 5, 1, 5) === "" ? 4 : 5));
  return off;
}

/** The n-th given weekday of a month; empty where there is none. */
function weekday(year: number, month: number, dayOfWeek: number, which: number): string {
  let seen = 0;
  for (let day = 1; day <= 31; day += 1) {
    const date = Temporal.PlainDate.from({ year, month, day }, { overflow: "constrain" });
    if (date.day !== day) break;
    if (date.dayOfWeek === dayOfWeek) seen += 1;
    if (date.dayOfWeek === dayOfWeek && seen === which) return date.toString();
  }
  return "";
}
