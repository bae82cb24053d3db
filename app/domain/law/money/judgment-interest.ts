import { type CivilDate, dayOf, parseDay } from "#app/domain/law/calendar/civil.ts";
import { type Facts, isKnown } from "#app/domain/law/facts.ts";
import { accrue, type Stretch } from "#app/domain/law/money/accrue.ts";
import { parseRate } from "#app/domain/law/money/decimal.ts";
import type { Interest, MoneyRefusal } from "#app/domain/law/money/interest.ts";

const refusal = (rule: string, ...requires: string[]): MoneyRefusal => ({
  refused: true,
  rule,
  reason: "fact_unknown",
  requires,
});

type StateRate = { rate: string; cite: string; rule: string };

/** CCP 685.010(a)(2): reduced for judgments entered from this day on debts under these sums, in cents. */
const CA_REDUCED_FROM = dayOf("2023-01-01");
const CA_MEDICAL = 200_000_00;
const CA_PERSONAL = 50_000_00;
const IL_CONSUMER = 25_000_00;

function californian(facts: Facts): StateRate | MoneyRefusal {
  const { judgment } = facts;
  const entered = isKnown(judgment?.enteredOn) ? parseDay(judgment.enteredOn) : null;
  if (entered === null) return refusal("US-MONEY-03", "judgment.enteredOn");
  if (!isKnown(judgment?.amount)) return refusal("US-MONEY-03", "judgment.amount");
  const reduced =
    entered >= CA_REDUCED_FROM &&
    ((judgment.medical === true && judgment.amount < CA_MEDICAL) ||
      (judgment.consumer === true && judgment.amount < CA_PERSONAL));
  if (!reduced && !isKnown(judgment.consumer)) return refusal("US-MONEY-03", "judgment.consumer");
  return { rate: reduced ? "5" : "10", cite: "Cal. CCP 685.010(a)", rule: "US-MONEY-03" };
}

/** A consumer judgment bears 2 % whatever its date; the higher rate is never used on one without counsel. */
function newYork(facts: Facts): StateRate | MoneyRefusal {
  const consumer = facts.judgment?.consumer;
  if (!isKnown(consumer)) return refusal("US-MONEY-04", "judgment.consumer");
  return { rate: consumer ? "2" : "9", cite: "CPLR 5004(a)", rule: "US-MONEY-04" };
}

function illinois(facts: Facts): StateRate | MoneyRefusal {
  const { judgment } = facts;
  if (!isKnown(judgment?.consumer)) return refusal("US-MONEY-05", "judgment.consumer");
  if (!isKnown(judgment.amount)) return refusal("US-MONEY-05", "judgment.amount");
  return {
    rate: judgment.consumer && judgment.amount <= IL_CONSUMER ? "5" : "9",
    cite: "735 ILCS 5/2-1303",
    rule: "US-MONEY-05",
  };
}

/** States whose rate is fixed by statute; the others follow a published rate that an admin must add. */
const stateRates: Record<string, (facts: Facts) => StateRate | MoneyRefusal> = {
  "US-CA": californian,
  "US-NY": newYork,
  "US-IL": illinois,
  "US-PA": () => ({ rate: "6", cite: "41 P.S. 202", rule: "US-MONEY-05" }),
};

/** CPL 264: 0.0175 % a day, as a yearly rate over 365 days. */
const CN_DELAY_RATE = "6.3875";

/** Days of a suspension that was not at the debtor's request do not count (法释〔2014〕8号 3). */
function withoutSuspensions(from: number, to: number, facts: Facts): Stretch[] {
  const rate = parseRate(CN_DELAY_RATE) ?? 0n;
  const pauses = (isKnown(facts.suspensions) ? facts.suspensions : []).filter(
    ({ requestedByDebtor }) => requestedByDebtor === false,
  );
  let stretches: Stretch[] = [{ from, to, rate }];
  for (const pause of pauses) {
    const first = isKnown(pause.from) ? dayOf(pause.from) : null;
    const last = isKnown(pause.to) ? dayOf(pause.to) : null;
    if (first === null || last === null) continue;
    stretches = stretches.flatMap((each) =>
      first > each.to || last < each.from
        ? [each]
        : [
            { ...each, to: first - 1 },
            { ...each, from: last + 1 },
          ].filter((part) => part.from <= part.to),
    );
  }
  return stretches;
}

export type JudgmentQuestion = {
  jurisdiction: string;
  facts: Facts;
  /** First day of accrual; in mainland China the day after the period in the judgment when absent. */
  from?: CivilDate;
  /** Last day of accrual, the day of payment included. */
  to: CivilDate;
};

function mainland({ facts, from, to }: JudgmentQuestion): Interest | MoneyRefusal {
  const amount = facts.judgment?.amount;
  if (!isKnown(amount)) return refusal("CN-MONEY-15", "judgment.amount");
  const ends = isKnown(facts.judgment?.periodEnds) ? dayOf(facts.judgment.periodEnds) + 1 : null;
  const first = from ? dayOf(from) : ends;
  if (first === null) return refusal("CN-MONEY-15", "judgment.periodEnds");
  const total = accrue(amount, withoutSuspensions(first, dayOf(to), facts));
  return {
    refused: false,
    ...total,
    currency: "CNY",
    rate: CN_DELAY_RATE,
    notes: [],
    citation: "民事诉讼法 264; 法释〔2014〕8号 1-3",
  };
}

/**
 * Simple interest on a judgment. Minor units, rounded half up once.
 *
 * Refused where the state's rate is a published one that is not on file, or a fact the rate turns on is unknown.
 *
 * @see cn.md CN-MONEY-15, us.md US-MONEY-02 to -05
 */
export function judgmentInterestOn(question: JudgmentQuestion): Interest | MoneyRefusal {
  const { jurisdiction, facts, from, to } = question;
  if (jurisdiction.startsWith("CN")) return mainland(question);
  const rateOf = stateRates[jurisdiction];
  if (!rateOf)
    return { refused: true, rule: "US-MONEY-05", reason: "stale_rate", requires: ["rates.judgment"] };
  const found = rateOf(facts);
  if ("refused" in found) return found;
  const amount = facts.judgment?.amount;
  if (!isKnown(amount)) return refusal(found.rule, "judgment.amount");
  const first = from ?? (isKnown(facts.judgment?.enteredOn) ? facts.judgment.enteredOn : null);
  if (first === null) return refusal(found.rule, "judgment.enteredOn");
  const total = accrue(amount, [{ from: dayOf(first), to: dayOf(to), rate: parseRate(found.rate) ?? 0n }]);
  return { refused: false, ...total, currency: "USD", rate: found.rate, notes: [], citation: found.cite };
}
