import { type CivilDate, dateOf } from "#app/domain/law/calendar/civil.ts";
import { divideHalfUp, RATE_SCALE, rateText } from "#app/domain/law/money/decimal.ts";

/** A stretch of days under one rate; first and last day both count. */
export type Stretch = { from: number; to: number; rate: bigint };

/** One line of an account of interest. Its amount is rounded for show; the total is rounded once from the exact sum. */
export type Segment = { from: CivilDate; to: CivilDate; days: number; rate: string; amount: number };

/** The day count is actual days over a fixed year of 365, leap years too. */
const YEAR_DAYS = 365n;
/** A principal times a rate in millionths of one per cent times days, divided by this, is interest. */
export const DIVISOR = 100n * RATE_SCALE * YEAR_DAYS;

/** Simple interest on a principal in minor units over stretches of days, with its lines. */
export function accrue(
  principal: number,
  stretches: readonly Stretch[],
): { amount: number; days: number; segments: Segment[] } {
  let exact = 0n;
  let days = 0;
  const segments: Segment[] = [];
  for (const { from, to, rate } of stretches) {
    const count = to - from + 1;
    if (count <= 0) continue;
    const part = BigInt(principal) * rate * BigInt(count);
    exact += part;
    days += count;
    segments.push({
      from: dateOf(from),
      to: dateOf(to),
      days: count,
      rate: rateText(rate),
      amount: Number(divideHalfUp(part, DIVISOR)),
    });
  }
  return { amount: Number(divideHalfUp(exact, DIVISOR)), days, segments };
}

/** The stretches without the days of a pause; both its ends are left out, and an end that is not known takes all that follows. */
export function without(
  stretches: readonly Stretch[],
  pause: { from: number; to: number | null },
): Stretch[] {
  return stretches.flatMap((each) => {
    const to = pause.to ?? each.to;
    if (pause.from > each.to || to < each.from) return [each];
    const parts = [
      { ...each, to: pause.from - 1 },
      { ...each, from: to + 1 },
    ];
    return parts.filter((part) => part.from <= part.to);
  });
}
