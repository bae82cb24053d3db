import { addYears, dateOf } from "#app/domain/law/calendar/civil.ts";
import { DIVISOR, type Segment } from "#app/domain/law/money/accrue.ts";
import { divideHalfUp, rateText } from "#app/domain/law/money/decimal.ts";

type Compounding = { principal: number; rate: bigint; from: number; to: number };

/**
 * Interest by the day over a fixed 365, added to the sum on every anniversary of its first day (28 USC 1961(b)). Exact fractions
 * throughout; the total is rounded once.
 */
export function compoundYearly({ principal, rate, from, to }: Compounding): {
  amount: number;
  days: number;
  segments: Segment[];
} {
  let balance = BigInt(principal);
  let scale = 1n;
  const segments: Segment[] = [];
  for (let year = 0, start = from; start <= to; year += 1, start = addYears(from, year)) {
    const end = Math.min(to, addYears(from, year + 1) - 1);
    const days = end - start + 1;
    const part = balance * rate * BigInt(days);
    balance = balance * DIVISOR + part;
    scale *= DIVISOR;
    segments.push({
      from: dateOf(start),
      to: dateOf(end),
      days,
      rate: rateText(rate),
      amount: Number(divideHalfUp(part, scale)),
    });
  }
  return {
    amount: Number(divideHalfUp(balance - BigInt(principal) * scale, scale)),
    days: Math.max(0, to - from + 1),
    segments,
  };
}
