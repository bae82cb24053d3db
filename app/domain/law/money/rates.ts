import { parseSignedRate } from "#app/domain/law/money/decimal.ts";
import { type MoneyRefusal, refusal } from "#app/domain/law/money/refusal.ts";
import { pointOn, type Series } from "#app/domain/law/series/series.ts";

/** The rate of a series in force on a day, in millionths of one per cent; null outside what has been verified. */
export function rateOn(series: Series, id: string, day: number): bigint | null {
  const point = pointOn(series, id, day);
  return point && parseSignedRate(point.value);
}

/** the last verified value is not used beyond its day; a series of which nothing is on file says so. */
export function staleRate(
  series: Series,
  id: string,
  { rule, asks }: { rule: string; asks: string },
): MoneyRefusal {
  const end = series.points[id]?.coverageEnd;
  return end
    ? { ...refusal(rule, "stale_rate", asks), values: { date: end } }
    : { ...refusal(rule, "rate_not_on_file", asks), values: { series: series.points[id]?.source ?? id } };
}
