import { type CivilDate, dayOf } from "#app/domain/law/calendar/civil.ts";
import type { FeeTable } from "#app/domain/law/money/fee-table.ts";

/**
 * Values that the law lets change: rates, amounts, days off, fee tables. Each carries its source and the last day it has been verified
 * for; beyond that day nothing is assumed. An administrator extends them; the engine is given the extended book.
 */

/** A value in force from a day on: a rate as decimal text in per cent a year (`-0.83`), an amount in minor units as text. */
export type Point = { from: CivilDate; value: string };

export type PointSeries = {
  unit: "percent" | "minor";
  /** Oldest first. */
  points: readonly Point[];
  /** The last day the series has been verified for; null where nothing is on file. */
  coverageEnd: CivilDate | null;
  source: string;
};

/** Days off and make-up working days of one year; ranges as `2026-02-15/2026-02-23`. A year that is absent is not guessed. */
export type HolidayYear = { off: readonly string[]; work?: readonly string[]; source: string };
export type HolidayCalendar = { years: Readonly<Record<number, HolidayYear>> };

/** A fee table and the day from which it applies. */
export type FeeVersion = { from: CivilDate; table: FeeTable; source: string };
/** Oldest first. */
export type FeeSchedule = { currency: string; versions: readonly FeeVersion[] };

export type Series = {
  points: Readonly<Record<string, PointSeries>>;
  holidays: Readonly<Record<string, HolidayCalendar>>;
  fees: Readonly<Record<string, FeeSchedule>>;
};

/** The point in force on a day; null before the first, after the coverage, and where the series is not on file. */
export function pointOn(series: Series, id: string, day: number): Point | null {
  const found = series.points[id];
  if (!found?.coverageEnd || day > dayOf(found.coverageEnd)) return null;
  return found.points.findLast(({ from }) => dayOf(from) <= day) ?? null;
}

/** The fee table in force on a day; null before the first. */
export function feeTableOn(series: Series, id: string, day: number): FeeVersion | null {
  return series.fees[id]?.versions.findLast(({ from }) => dayOf(from) <= day) ?? null;
}

type Days = { off: ReadonlySet<number>; work: ReadonlySet<number> };
const read = new WeakMap<HolidayYear, Days>();

const daysOf = (entries: readonly string[]) =>
  new Set(
    entries.flatMap((entry) => {
      const [first, last = first] = entry.split("/");
      const from = dayOf(first);
      return Array.from({ length: dayOf(last) - from + 1 }, (_, index) => from + index);
    }),
  );

/** The days off and the make-up working days of a calendar's year; null where the year is not on file. */
export function holidaysOf(series: Series, id: string, year: number): Days | null {
  const found = series.holidays[id]?.years[year];
  if (!found) return null;
  const known = read.get(found);
  if (known) return known;
  const made = { off: daysOf(found.off), work: daysOf(found.work ?? []) };
  read.set(found, made);
  return made;
}
