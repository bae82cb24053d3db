import type { CalculatorAnswer, CalculatorInput, CalculatorRefusal } from "#app/domain/law/calculator.ts";
import { dateOf } from "#app/domain/law/calendar/civil.ts";
import type { Rolled } from "#app/domain/law/calendar/workdays.ts";
import { isKnown } from "#app/domain/law/facts.ts";
import type { Limitation, LimitationRefusal } from "#app/domain/law/limitation.ts";
import type { Interest, MoneyRefusal } from "#app/domain/law/money/interest.ts";

/** What the engine works out, by the names of the published interface. */

/** The last day interest is asked for: as named, else the day of payment, else the day of the question. */
export const lastInterestDay = ({ facts, at }: CalculatorInput) =>
  isKnown(facts.interest?.to) ? facts.interest.to : isKnown(facts.paidOn) ? facts.paidOn : at;

/** `interestFrom` is told where the law and not the question names the first day. */
export function interestAnswer(found: Interest | MoneyRefusal): CalculatorAnswer | CalculatorRefusal {
  if (found.refused) return found;
  const { amount, currency, days, rate, segments, notes } = found;
  const { interestFrom, verzugFrom, fixedSum, dailyAmount, requires } = found;
  return {
    amount,
    currency,
    days,
    ...(rate !== null && { rate }),
    segments,
    ...(interestFrom !== undefined && { interestFrom }),
    ...(verzugFrom !== undefined && { verzugFrom }),
    ...(fixedSum !== undefined && { fixedSum }),
    ...(dailyAmount !== undefined && { dailyAmount }),
    ...(requires !== undefined && { requires }),
    ...(notes.length > 0 && { findings: notes.map(({ rule, key }) => ({ rule, reason: key })) }),
  };
}

export function limitationAnswer(
  found: Limitation | LimitationRefusal,
  at: string,
): CalculatorAnswer | CalculatorRefusal {
  if (found.refused) return found;
  const { accruedOn, raw, last, law, basis, defenceWaived } = found;
  return { accruedOn, raw, last, barred: at > last, law, basis, ...(defenceWaived && { defenceWaived }) };
}

/** A rolled last day; beyond the calendars on file there is none. */
export function deadlineAnswer(
  found: Rolled,
  more: (last: number) => Record<string, unknown> = () => ({}),
): CalculatorAnswer | CalculatorRefusal {
  if (found.refused) {
    return {
      refused: true,
      rule: "X-10",
      reason: "stale_calendar",
      values: { date: found.coverageEnd },
      requires: ["calendar.CN"],
    };
  }
  return { raw: dateOf(found.raw), last: dateOf(found.last), ...more(found.last) };
}
