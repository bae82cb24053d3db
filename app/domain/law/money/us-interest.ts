import { dayOf, parseDay } from "#app/domain/law/calendar/civil.ts";
import { isKnown } from "#app/domain/law/facts.ts";
import { accrue, type Stretch } from "#app/domain/law/money/accrue.ts";
import { parseRate, RATE_SCALE } from "#app/domain/law/money/decimal.ts";
import type { Interest, InterestQuestion, MoneyRefusal } from "#app/domain/law/money/interest.ts";

/** Debts from before the service bear at most 6 % while it lasts, fees included (50 USC 3937). */
const SERVICE_CAP = 6n * RATE_SCALE;

const refusal = (rule: string, reason: string, ...requires: string[]): MoneyRefusal => ({
  refused: true,
  rule,
  reason,
  requires,
});

/** Only interest that the agreement expressly authorises (15 USC 1692f(1)); servicemembers' debts are capped. */
export function usInterestOn({ facts, from, to }: InterestQuestion): Interest | MoneyRefusal {
  const principal = facts.debt?.principal;
  if (!isKnown(principal)) return refusal("X-11", "fact_unknown", "debt.principal");
  const agreed = parseRate(facts.debt?.agreedLateRate) ?? parseRate(facts.debt?.agreedRate);
  if (agreed === null) return refusal("US-MONEY-01", "fact_unknown", "debt.agreedRate");
  const started = isKnown(facts.service?.startedOn) ? parseDay(facts.service.startedOn) : null;
  const contract = isKnown(facts.debt?.contractDate) ? parseDay(facts.debt.contractDate) : null;
  const [first, last] = [dayOf(from), dayOf(to)];
  const capped = started !== null && agreed > SERVICE_CAP && (contract === null || contract < started);
  const stretches: Stretch[] = capped
    ? [
        { from: first, to: Math.min(last, started - 1), rate: agreed },
        { from: Math.max(first, started), to: last, rate: SERVICE_CAP },
      ]
    : [{ from: first, to: last, rate: agreed }];
  const total = accrue(principal, stretches);
  return {
    refused: false,
    ...total,
    currency: isKnown(facts.debt?.currency) ? facts.debt.currency : "USD",
    rate: total.segments.at(-1)?.rate ?? null,
    notes: capped ? [{ rule: "US-HOLD-06", key: "rate_capped" }] : [],
    citation: capped ? "15 USC 1692f(1); 50 USC 3937" : "15 USC 1692f(1)",
  };
}
