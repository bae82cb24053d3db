import { parseSignedRate } from "#app/domain/law/money/decimal.ts";
import { pointOn, type Series } from "#app/domain/law/series/series.ts";

/** The rate of a series in force on a day, in millionths of one per cent; null outside what has been verified. */
export function rateOn(series: Series, id: string, day: number): bigint | null {
  const point = pointOn(series, id, day);
  return point && parseSignedRate(point.value);
}
