import { type CivilDate, dayOf, dayOrNull } from "#app/domain/law/calendar/civil.ts";
import { type Facts, isKnown } from "#app/domain/law/facts.ts";
import { accrue, type Stretch, without } from "#app/domain/law/money/accrue.ts";
import { compoundYearly } from "#app/domain/law/money/compound.ts";
import { parseRate } from "#app/domain/law/money/decimal.ts";
import { gbJudgmentInterestOn } from "#app/domain/law/money/gb-judgment-interest.ts";
import type { Interest } from "#app/domain/law/money/interest.ts";
import { foreign, type MoneyRefusal, refusal, unknownFact } from "#app/domain/law/money/refusal.ts";
import { usJudgmentRates } from "#app/domain/law/money/us-judgment-rates.ts";
import { publishedSeries } from "#app/domain/law/series/published.ts";
import type { Series } from "#app/domain/law/series/series.ts";

export type JudgmentQuestion = {
  jurisdiction: string;
  facts: Facts;
  /** First day of accrual; when absent the day after the entry, in mainland China the day after the period in the judgment. */
  from?: CivilDate;
  /** Last day of accrual, the day of payment included. */
  to: CivilDate;
  /** Rates; the built-in ones when absent. */
  series?: Series;
};

/** CPL 264: 0.0175 % a day, as a yearly rate over 365 days. */
const CN_DELAY_RATE = "6.3875";

/** Days of a suspension that was not at the debtor's request do not count (法释〔2014〕8号 3). */
function withoutSuspensions(from: number, to: number, facts: Facts): Stretch[] | MoneyRefusal {
  const rate = parseRate(CN_DELAY_RATE) ?? 0n;
  let stretches: Stretch[] = from <= to ? [{ from, to, rate }] : [];
  for (const pause of isKnown(facts.suspensions) ? facts.suspensions : []) {
    if (pause.requestedByDebtor === true) continue;
    if (pause.requestedByDebtor !== false)
      return unknownFact("CN-MONEY-15", "suspensions[].requestedByDebtor");
    const first = dayOrNull(pause.from);
    const last = dayOrNull(pause.to);
    if (first === null) return unknownFact("CN-MONEY-15", "suspensions[].from");
    if (last === null) return unknownFact("CN-MONEY-15", "suspensions[].to");
    if (last < first) return refusal("X-11", "contradiction", "suspensions[].to");
    stretches = without(stretches, { from: first, to: last });
  }
  return stretches;
}

function mainland({ facts, from, to }: JudgmentQuestion): Interest | MoneyRefusal {
  const { judgment } = facts;
  const wrong = foreign(judgment?.currency, "CNY", "judgment.currency");
  if (wrong) return wrong;
  if (!isKnown(judgment?.amount)) return unknownFact("CN-MONEY-15", "judgment.amount");
  const ends = dayOrNull(judgment.periodEnds);
  const first = from ? dayOf(from) : ends === null ? null : ends + 1;
  if (first === null) return unknownFact("CN-MONEY-15", "judgment.periodEnds");
  if (ends !== null && first <= ends) return refusal("CN-MONEY-15", "contradiction", "interest.from");
  const stretches = withoutSuspensions(first, dayOf(to), facts);
  if (!Array.isArray(stretches)) return stretches;
  return {
    refused: false,
    ...accrue(judgment.amount, stretches),
    currency: "CNY",
    rate: CN_DELAY_RATE,
    notes: [],
    citation: "民事诉讼法 264; 法释〔2014〕8号 1-3",
  };
}

function american({ jurisdiction, facts, from, to, series }: JudgmentQuestion): Interest | MoneyRefusal {
  const { judgment } = facts;
  const wrong = foreign(judgment?.currency, "USD", "judgment.currency");
  if (wrong) return wrong;
  const entered = dayOrNull(judgment?.enteredOn);
  const first = from ? dayOf(from) : entered === null ? null : entered + 1;
  if (first === null) return unknownFact("US-MONEY-05", "judgment.enteredOn");
  if (entered !== null && first < entered) return refusal("X-11", "contradiction", "interest.from");
  const period = { from: first, to: dayOf(to) };
  const found = usJudgmentRates(jurisdiction, { ...period, facts, series: series ?? publishedSeries });
  if (found.refused) return found;
  if (!isKnown(judgment?.amount)) return unknownFact(found.rule, "judgment.amount");
  const total = found.compounds
    ? compoundYearly({ principal: judgment.amount, rate: found.stretches[0].rate, ...period })
    : accrue(judgment.amount, found.stretches);
  return {
    refused: false,
    ...total,
    currency: "USD",
    rate: total.segments.at(-1)?.rate ?? null,
    notes: found.notes,
    citation: found.citation,
  };
}

/**
 * Interest on a judgment. Minor units, rounded half up once.
 *
 * Refused where the rate is a published one that is not on file, a fact the rate turns on is unknown, or the facts contradict one another.
 *
 * @see cn.md CN-MONEY-15, us.md US-MONEY-02 to -05, gb.md GB-MONEY-06
 */
export function judgmentInterestOn(question: JudgmentQuestion): Interest | MoneyRefusal {
  if (question.from !== undefined && question.to < question.from)
    return refusal("X-11", "contradiction", "interest.to");
  if (question.jurisdiction.startsWith("CN")) return mainland(question);
  return question.jurisdiction === "GB-EW" ? gbJudgmentInterestOn(question) : american(question);
}
