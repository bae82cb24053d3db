import { dayOf, dayOrNull } from "#app/domain/law/calendar/civil.ts";
import { type Facts, isKnown } from "#app/domain/law/facts.ts";
import { accrue, type Stretch } from "#app/domain/law/money/accrue.ts";
import { parseRate, RATE_SCALE } from "#app/domain/law/money/decimal.ts";
import type { Interest, InterestQuestion } from "#app/domain/law/money/interest.ts";
import {
  foreign,
  type MoneyNote,
  type MoneyRefusal,
  refusal,
  unknownFact,
} from "#app/domain/law/money/refusal.ts";

/** Debts from before the service bear at most 6 % while it lasts, fees included (50 USC 3937). */
export const SERVICE_CAP = 6n * RATE_SCALE;

/** Civil usury ceilings that counsel must look at; banks are exempt, and other lenders by their licence (US-MONEY-06). */
const usuryCeilings: Readonly<Record<string, bigint>> = {
  NY: 16n * RATE_SCALE,
  FL: 18n * RATE_SCALE,
  PA: 6n * RATE_SCALE,
};

function usuryNotes(place: string, rate: bigint, facts: Facts): MoneyNote[] {
  const ceiling = usuryCeilings[place.replace(/^US-/, "")];
  const exempt = facts.creditor?.kind === "financial_institution";
  return ceiling !== undefined && rate > ceiling && !exempt
    ? [{ rule: "US-MONEY-06", key: "counsel_decision" }]
    : [];
}

/** First day from which the rate of a servicemember's debt is capped; null where it is not. */
function cappedFrom({ service, debt }: Facts, rate: bigint): number | null | MoneyRefusal {
  const started = dayOrNull(service?.startedOn);
  if (rate <= SERVICE_CAP || service === undefined || service.writtenNotice === false) return null;
  if (started === null) return unknownFact("US-HOLD-06", "service.startedOn");
  const contract = dayOrNull(debt?.contractDate);
  if (contract === null) return unknownFact("US-HOLD-06", "debt.contractDate");
  if (contract >= started) return null;
  return isKnown(service.writtenNotice) ? started : unknownFact("US-HOLD-06", "service.writtenNotice");
}

/** Only interest that the agreement expressly authorises (15 USC 1692f(1)); servicemembers' debts are capped. */
export function usInterestOn({ jurisdiction, facts, from, to }: InterestQuestion): Interest | MoneyRefusal {
  const { debt } = facts;
  const wrong = foreign(debt?.currency, "USD", "debt.currency");
  if (wrong) return wrong;
  if (!isKnown(debt?.principal)) return unknownFact("X-11", "debt.principal");
  const agreed = parseRate(debt.agreedLateRate) ?? parseRate(debt.agreedRate);
  if (agreed === null) return unknownFact("US-MONEY-01", "debt.agreedRate");
  const formed = dayOrNull(debt.contractDate);
  const [first, last] = [dayOf(from), dayOf(to)];
  if (formed !== null && first < formed) return refusal("X-11", "contradiction", "interest.from");
  const started = cappedFrom(facts, agreed);
  if (typeof started === "object" && started !== null) return started;
  const capped = started !== null && last >= started;
  const stretches: Stretch[] = capped
    ? [
        { from: first, to: Math.min(last, started - 1), rate: agreed },
        { from: Math.max(first, started), to: last, rate: SERVICE_CAP },
      ]
    : [{ from: first, to: last, rate: agreed }];
  const total = accrue(debt.principal, stretches);
  return {
    refused: false,
    ...total,
    currency: "USD",
    rate: total.segments.at(-1)?.rate ?? null,
    notes: [
      ...(capped ? [{ rule: "US-HOLD-06", key: "rate_capped" }] : []),
      ...usuryNotes(jurisdiction, agreed, facts),
    ],
    citation: capped ? "15 USC 1692f(1); 50 USC 3937" : "15 USC 1692f(1)",
  };
}
