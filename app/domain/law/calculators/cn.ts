import {
  type Calculator,
  type CalculatorInput,
  type Calculators,
  refuse,
} from "#app/domain/law/calculator.ts";
import {
  deadlineAnswer,
  interestAnswer,
  lastInterestDay,
  limitationAnswer,
} from "#app/domain/law/calculators/answers.ts";
import { dateOf, dayOrNull } from "#app/domain/law/calendar/civil.ts";
import { type CnPeriod, cnDeadline, cnPeriods } from "#app/domain/law/deadlines/cn.ts";
import { isKnown } from "#app/domain/law/facts.ts";
import { cnEnforcementPeriod, cnGuaranteePeriod, cnLimitationOf } from "#app/domain/law/limitation/cn.ts";
import { allocate } from "#app/domain/law/money/allocate.ts";
import { mainlandOrder } from "#app/domain/law/money/allocation-order.ts";
import { isSmallSupplier, smallSupplierDue } from "#app/domain/law/money/cn-rates.ts";
import { type CourtFeeKind, courtFee } from "#app/domain/law/money/court-fee.ts";
import { divideDown, parseRate, RATE_SCALE } from "#app/domain/law/money/decimal.ts";
import { feeCap } from "#app/domain/law/money/fee-cap.ts";
import { interestOn } from "#app/domain/law/money/interest.ts";
import { judgmentInterestOn } from "#app/domain/law/money/judgment-interest.ts";

/** The day after the debt fell due, where no first day of interest is named. */
function firstDay({ facts }: CalculatorInput): number | null {
  const stated = dayOrNull(facts.interest?.from);
  if (stated !== null) return stated;
  const due = isSmallSupplier(facts) ? smallSupplierDue(facts) : dayOrNull(facts.debt?.dueDate);
  return due === null ? null : due + 1;
}

const interest: Calculator = (input) => {
  const from = firstDay(input);
  if (from === null) return refuse("X-11", "fact_unknown", "interest.from");
  const question = { jurisdiction: input.place, facts: input.facts, series: input.series };
  const found = interestOn({ ...question, from: dateOf(from), to: lastInterestDay(input) });
  const isNamed = found.refused || isKnown(input.facts.interest?.from);
  return interestAnswer(isNamed ? found : { ...found, interestFrom: dateOf(from) });
};

const postJudgment: Calculator = (input) => {
  const { facts, place } = input;
  const from = isKnown(facts.interest?.from) ? facts.interest.from : undefined;
  return interestAnswer(judgmentInterestOn({ jurisdiction: place, facts, from, to: lastInterestDay(input) }));
};

/** After a judgment its own debt comes first and the interest for delay last. */
const allocation: Calculator = ({ facts }) => {
  const { payment, owed } = facts;
  const parts = { costs: owed?.costs, interest: owed?.interest, principal: owed?.principal };
  const missing = Object.entries(parts).flatMap(([name, value]) => (isKnown(value) ? [] : [`owed.${name}`]));
  if (!isKnown(payment)) missing.unshift("payment");
  const { costs, interest: due, principal } = parts;
  if (!isKnown(payment) || !isKnown(costs) || !isKnown(due) || !isKnown(principal))
    return refuse("CN-MONEY-14", "fact_unknown", ...missing);
  const found = allocate(payment, { costs, interest: due, principal }, mainlandOrder(facts).order);
  return {
    allocation: found.allocation,
    principalLeft: found.principalLeft,
    ...(found.over > 0 && { findings: [{ rule: "CN-MONEY-14", reason: "overpaid" }] }),
  };
};

type DateName = keyof NonNullable<CalculatorInput["facts"]["dates"]>;

/** A period from one of the dates. Parties abroad have longer ones that are not on file. */
const period =
  (name: DateName, of: CnPeriod, more?: (last: number) => Record<string, unknown>): Calculator =>
  ({ facts, series }) => {
    const from = dayOrNull(facts.dates?.[name]);
    if (from === null) return refuse(of.rule, "fact_unknown", `dates.${name}`);
    if (facts.dates?.abroad === true) return refuse(of.rule, "counsel_decision", "dates.abroad");
    return deadlineAnswer(cnDeadline(series, from, of), more);
  };

/** The fee of a bid: a sum, or a share of what is realised, a fraction of a fen cut off. */
function feeOf({ fee, feePercent }: CalculatorInput["facts"], realised: number): number | null {
  if (isKnown(fee)) return fee;
  const share = parseRate(feePercent);
  return share === null ? null : Number(divideDown(BigInt(realised) * share, 100n * RATE_SCALE));
}

const contingency: Calculator = ({ facts, place }) => {
  const { realised, claim, matter } = facts;
  if (!isKnown(realised)) return refuse("CN-MONEY-12", "fact_unknown", "realised");
  if (matter === null || matter === "unknown") return refuse("CN-MONEY-12", "fact_unknown", "matter");
  // The stricter base, where the claim and what came of it differ.
  const base = isKnown(claim) ? Math.min(claim, realised) : realised;
  const found = feeCap({ jurisdiction: place, realised: base, matter });
  if (found.refused) return found;
  const fee = feeOf(facts, realised);
  return { cap: found.cap, ...(fee !== null && found.cap !== null && { fee, allowed: fee <= found.cap }) };
};

const fee =
  (kind: CourtFeeKind): Calculator =>
  ({ facts, place, series }) => {
    if (!isKnown(facts.amount)) return refuse("CN-FEE-01", "fact_unknown", "amount");
    const on = isKnown(facts.filedOn) ? facts.filedOn : undefined;
    const found = courtFee({ jurisdiction: place, kind, amount: facts.amount, on, series });
    return found.refused ? found : { fee: found.fee, prepaid: found.prepaid };
  };

/** The calculations of mainland China, by topic and question of `rung law`. */
export const cnCalculators: Calculators = {
  interest: { interest, "post-judgment-interest": postJudgment, allocation },
  limitation: {
    "last-day-to-sue": ({ facts, series, at }) => limitationAnswer(cnLimitationOf(facts, series), at),
    enforcement: ({ facts, series, at }) => limitationAnswer(cnEnforcementPeriod(facts, series), at),
    guarantee: ({ facts, at }) => limitationAnswer(cnGuaranteePeriod(facts), at),
  },
  deadline: {
    "appeal-judgment": period("servedOn", cnPeriods.appealJudgment),
    "appeal-ruling": period("servedOn", cnPeriods.appealRuling),
    "judicial-confirmation": period("effectiveOn", cnPeriods.judicialConfirmation),
    "payment-order-objection": period("receivedOn", cnPeriods.paymentOrderObjection, (last) => ({
      enforcementFrom: dateOf(last + 1),
    })),
    "prepay-fee": period("noticeOn", cnPeriods.prepayFee),
    "refuse-conversion-to-suit": period("receivedOn", cnPeriods.refuseConversion),
    "sue-after-preservation": period("preservedOn", cnPeriods.sueAfterPreservation),
  },
  "fee-cap": { contingency },
  "court-fee": {
    acceptance: fee("acceptance"),
    enforcement: fee("enforcement"),
    "payment-order": fee("payment-order"),
    preservation: fee("preservation"),
    simplified: fee("simplified"),
  },
};
