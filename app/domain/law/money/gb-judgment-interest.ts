import { dayOf } from "#app/domain/law/calendar/civil.ts";
import { type Facts, isKnown } from "#app/domain/law/facts.ts";
import { accrue } from "#app/domain/law/money/accrue.ts";
import { parseRate } from "#app/domain/law/money/decimal.ts";
import { outsideBreathingSpace } from "#app/domain/law/money/gb-interest.ts";
import type { Interest } from "#app/domain/law/money/interest.ts";
import type { JudgmentQuestion } from "#app/domain/law/money/judgment-interest.ts";
import { foreign, type MoneyRefusal, refusal, unknownFact } from "#app/domain/law/money/refusal.ts";

const RATE = "8";
/** A County Court judgment below this, in pence, bears interest only on a debt under the Late Payment Act. */
const COUNTY_COURT_LEAST = 5_000_00;

const CITATION = "Judgments Act 1838 s.17; SI 1991/1184 as amended by SI 1998/2400";

const asks = (...requires: string[]) => unknownFact("GB-MONEY-06", ...requires);

/** Whether the judgment bears interest at all; where that is not known, the facts to ask for. */
function bears({ judgment }: Facts, amount: number): boolean | string[] {
  if (judgment?.court === "high") return true;
  const large = amount >= COUNTY_COURT_LEAST;
  const county = judgment?.court === "county";
  const byCounty = largeEnough(judgment, large);
  if (county || byCounty === true) return byCounty;
  return typeof byCounty === "boolean" ? ["judgment.court"] : ["judgment.court", ...byCounty];
}

function largeEnough(judgment: Facts["judgment"], large: boolean): boolean | string[] {
  if (judgment?.ccaRegulated === true) return false;
  const late = judgment?.latePaymentDebt;
  if (!large && late === false) return false;
  const missing = [
    // A debt under the Late Payment Act is no regulated credit.
    ...(isKnown(judgment?.ccaRegulated) || late === true ? [] : ["judgment.ccaRegulated"]),
    ...(large || isKnown(late) ? [] : ["judgment.latePaymentDebt"]),
  ];
  return missing.length > 0 ? missing : true;
}

/**
 * On a judgment in England and Wales: 8 % in the High Court; in the County Court only from £5,000 or on a late commercial debt, and never on
 * regulated credit. No interest is a figure of nothing, not a refusal.
 *
 * @see gb.md GB-MONEY-06
 */
export function gbJudgmentInterestOn({ facts, from, to }: JudgmentQuestion): Interest | MoneyRefusal {
  const { judgment } = facts;
  const wrong = foreign(judgment?.currency, "GBP", "judgment.currency");
  if (wrong) return wrong;
  if (!isKnown(judgment?.amount)) return asks("judgment.amount");
  const does = bears(facts, judgment.amount);
  if (typeof does !== "boolean") return asks(...does);
  const entered = isKnown(judgment.enteredOn) ? judgment.enteredOn : null;
  const first = from ?? entered;
  if (first === null) return asks("judgment.enteredOn");
  if (entered !== null && first < entered) return refusal("X-11", "contradiction", "interest.from");
  const stretch = { from: dayOf(first), to: dayOf(to), rate: parseRate(RATE) ?? 0n };
  const total = accrue(judgment.amount, does ? outsideBreathingSpace(facts, stretch) : []);
  return {
    refused: false,
    ...total,
    currency: "GBP",
    rate: does ? RATE : null,
    notes: does ? [] : [{ rule: "GB-MONEY-06", key: "gb_no_judgment_interest" }],
    citation: CITATION,
  };
}
