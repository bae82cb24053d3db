import { dayOf } from "#app/domain/law/calendar/civil.ts";
import { parseRate } from "#app/domain/law/money/decimal.ts";

/** One-year loan prime rate by the day of its quote, in per cent a year; before 20 Aug 2019 the central bank's benchmark. */
const quotes: readonly (readonly [string, string])[] = [
  ["2015-10-24", "4.35"],
  ["2019-08-20", "4.25"],
  ["2019-09-20", "4.20"],
  ["2019-11-20", "4.15"],
  ["2020-02-20", "4.05"],
  ["2020-04-20", "3.85"],
  ["2021-12-20", "3.80"],
  ["2022-01-20", "3.70"],
  ["2022-08-22", "3.65"],
  ["2023-06-20", "3.55"],
  ["2023-08-21", "3.45"],
  ["2024-07-22", "3.35"],
  ["2024-10-21", "3.10"],
  ["2025-05-20", "3.00"],
];

export const lprSource = "National Interbank Funding Center; published monthly table, verified to 2026-08-20";
/** The last day the series has been verified for; beyond it nothing is assumed. */
export const lprCoverageEnd = "2026-08-20";

const series = quotes.map(([from, rate]) => ({ from: dayOf(from), rate: parseRate(rate) ?? 0n }));

/** The rate in force on a day, in millionths of one per cent; null outside the verified series. */
export function lprOn(day: number): bigint | null {
  if (day > dayOf(lprCoverageEnd)) return null;
  return series.findLast(({ from }) => from <= day)?.rate ?? null;
}
