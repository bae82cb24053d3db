import {
  type Calculator,
  type CalculatorInput,
  type CalculatorRefusal,
  type Calculators,
  refuse,
} from "#app/domain/law/calculator.ts";
import { interestAnswer, lastInterestDay, limitationAnswer } from "#app/domain/law/calculators/answers.ts";
import { gbDeadlines } from "#app/domain/law/calculators/gb-deadlines.ts";
import { type Facts, isKnown } from "#app/domain/law/facts.ts";
import { otherSystemOf } from "#app/domain/law/legal-systems.ts";
import { limitationOf } from "#app/domain/law/limitation.ts";
import { type CourtFeeKind, courtFee } from "#app/domain/law/money/court-fee.ts";
import { parseRate } from "#app/domain/law/money/decimal.ts";
import {
  amountWithinDba,
  dbaCap,
  shareWithinDba,
  successFeeAllowed,
} from "#app/domain/law/money/fee-caps/gb.ts";
import { gbInterestOn, gbInterestStart } from "#app/domain/law/money/gb-interest.ts";
import { fixedSum, isCommercialDebt } from "#app/domain/law/money/gb-late-payment.ts";
import { judgmentInterestOn } from "#app/domain/law/money/judgment-interest.ts";
import { foreign } from "#app/domain/law/money/refusal.ts";

/** The first day asked about, if one is; a last day before it contradicts it. */
function periodOf(input: CalculatorInput): { from: string | undefined; to: string } | CalculatorRefusal {
  const from = isKnown(input.facts.interest?.from) ? input.facts.interest.from : undefined;
  const to = lastInterestDay(input);
  return from !== undefined && to < from ? refuse("X-11", "contradiction", "interest.to") : { from, to };
}

/** Where neither the sum nor the last day is told, the question is only when interest starts. */
const asksForStart = ({ debt, interest, paidOn }: Facts) =>
  !isKnown(debt?.principal) && !isKnown(interest?.to) && !isKnown(paidOn);

const interest: Calculator = (input) => {
  const { facts, series } = input;
  const period = periodOf(input);
  if ("refused" in period) return period;
  if (asksForStart(facts)) {
    const start = gbInterestStart({ facts, from: period.from, series });
    return start.refused ? start : { interestFrom: start.interestFrom };
  }
  return interestAnswer(gbInterestOn({ facts, ...period, series }));
};

const lateFixedSum: Calculator = ({ facts }) => {
  const wrong = foreign(facts.debt?.currency, "GBP", "debt.currency");
  if (wrong) return wrong;
  const commercial = isCommercialDebt(facts);
  if (commercial === false) return refuse("GB-COV-04", "gb_not_commercial");
  if (commercial !== true) return refuse("GB-COV-04", "fact_unknown", ...commercial);
  const sum = fixedSum(facts);
  return sum === null ? refuse("GB-MONEY-03", "fact_unknown", "debt.principal") : { fixedSum: sum };
};

const judgmentInterest: Calculator = (input) => {
  const { facts, place } = input;
  const period = periodOf(input);
  if ("refused" in period) return period;
  return interestAnswer(judgmentInterestOn({ jurisdiction: place, facts, ...period }));
};

const lastDayToSue: Calculator = ({ facts, place, at, series }) =>
  limitationAnswer(limitationOf({ jurisdiction: place, facts, series }), at);

/** Shares are told in per cent; one that is told and is no number is not left out. */
function shareOf(told: unknown): bigint | null {
  return isKnown(told) ? parseRate(told) : 0n;
}

const dba: Calculator = ({ facts }) => {
  const wrong = foreign(facts.currency, "GBP", "currency");
  if (wrong) return wrong;
  const told = isKnown(facts.recovered) ? facts.recovered : facts.realised;
  const recovered = isKnown(told) ? told : null;
  const matter = isKnown(facts.matter) ? facts.matter : null;
  const [percent, counsel, vat] = [facts.feePercent, facts.counselPercent, facts.vatPercent].map(shareOf);
  if (percent === null || counsel === null || vat === null)
    return refuse("GB-MONEY-07", "fact_unknown", "feePercent");
  const amount = isKnown(facts.fee) ? facts.fee : null;
  if (amount !== null && recovered === null) return refuse("GB-MONEY-07", "fact_unknown", "recovered");
  if (amount === null && recovered === null && !isKnown(facts.feePercent))
    return refuse("GB-MONEY-07", "fact_unknown", "feePercent");
  const allowed =
    shareWithinDba({ fee: percent, counsel, vat, matter }) &&
    (amount === null ||
      recovered === null ||
      amountWithinDba({ amount, recovered }, { counsel, vat, matter }));
  const asked = amount !== null || isKnown(facts.feePercent);
  return {
    ...(asked && { allowed }),
    ...(recovered !== null && { cap: dbaCap(recovered, matter) }),
  };
};

const cfa: Calculator = ({ facts }) => {
  const wrong = foreign(facts.currency, "GBP", "currency");
  if (wrong) return wrong;
  const percent = parseRate(facts.successFeePercent);
  if (percent === null) return refuse("GB-MONEY-07", "fact_unknown", "successFeePercent");
  return { allowed: successFeeAllowed(percent), ...(isKnown(facts.fee) && { cap: facts.fee }) };
};

const fee =
  (kind: CourtFeeKind): Calculator =>
  ({ facts, place, series }) => {
    const wrong = foreign(facts.currency, "GBP", "currency");
    if (wrong) return wrong;
    if (!isKnown(facts.amount)) return refuse("GB-FEE-01", "fact_unknown", "amount");
    if (facts.amount <= 0) return refuse("GB-FEE-01", "contradiction", "amount");
    const found = courtFee({
      jurisdiction: place,
      kind,
      amount: facts.amount,
      ...(isKnown(facts.interestToIssue) && { interestToIssue: facts.interestToIssue }),
      ...(isKnown(facts.filedOn) && { on: facts.filedOn }),
      series,
    });
    return found.refused ? found : { fee: found.fee };
  };

/** Nothing is calculated for a debtor or a contract under the law of Scotland or Northern Ireland. */
const supported =
  (calculator: Calculator): Calculator =>
  (input) =>
    otherSystemOf(input.facts)
      ? refuse("GB-STATE-01", "gb_other_system", "debtor.residence.state")
      : calculator(input);

const all = (calculators: Readonly<Record<string, Calculator>>) =>
  Object.fromEntries(Object.entries(calculators).map(([name, each]) => [name, supported(each)]));

/** The calculations of England and Wales, by topic and question (INTERFACE of `rung law`). */
export const gbCalculators: Calculators = {
  interest: all({
    "fixed-sum": lateFixedSum,
    interest,
    "post-judgment-interest": judgmentInterest,
  }),
  limitation: all({ "last-day-to-sue": lastDayToSue }),
  deadline: all(gbDeadlines),
  "fee-cap": all({ cfa, dba }),
  "court-fee": all({ "fixed-costs": fee("fixed-costs"), hearing: fee("hearing"), issue: fee("issue") }),
};
