import type { Bidder } from "#app/domain/law/money/fee-cap.ts";
import type { Series } from "#app/domain/law/series/series.ts";
import {
  feeAt,
  isContingent,
  netAt,
  type RecoveryLevel,
  recoveredAt,
  recoveryLevels,
  upFront,
} from "./fees.ts";
import { type LegalCap, legalCap } from "./legal-cap.ts";
import { legalMinimum } from "./legal-minimum.ts";
import type { FeeTerms } from "./terms.ts";

export type WorkedLevel = {
  level: RecoveryLevel;
  /** Minor units, as all amounts here. */
  recovered: number;
  fee: number;
  net: number;
  /** The most a contingency fee may be when so much is recovered; null where the law sets no figure. */
  cap: number | null;
  over: boolean;
};

export type FeeCheck = {
  levels: WorkedLevel[];
  /**
   * `over`: the bid is refused. `barred`: so is any contingency fee here. `warn`: it is unusual and the bidder is told. `under`: it does not
   * pay for the court work it reaches, and the bidder is told what that costs by statute.
   */
  verdict: "ok" | "warn" | "under" | "over" | "barred";
  /** The rule behind the cap or the warning; null where none binds this fee. */
  rule: { id: string; citation: string } | null;
  /** How many basis points of a full recovery lie between the fee and its cap; null without a cap. */
  headroomBps: number | null;
  /** The least that a fee `under` it would have to be, in minor units. */
  least: number | null;
};

/** `scope` is the rung the mandate runs to. */
type Claim = {
  jurisdiction: string;
  principal: number;
  currency: string;
  scope: string;
  bidder: Bidder;
  at: Date;
  series: Series;
};

/** A lawyer's practice is bound as its lawyers are. */
export const bidderOf = (kind: string): Bidder => (kind === "agency" ? "agency" : "lawyer");

/**
 * Works a fee through at 30, 60 and 100 % recovery and holds it against the law's cap on contingency fees. The
 * bands fall as more is recovered, so that a share within them at 100 % is within them everywhere. A fixed or an
 * hourly fee hangs on no result: such caps do not bind it.
 *
 * @see CN-MONEY-12; US-ACTOR-06; DE-MONEY-10, -11, -12
 */
export function checkFee(terms: FeeTerms, claim: Claim): FeeCheck {
  const levels = recoveryLevels.map((level) => workedAt(terms, claim, level));
  const full = levels[levels.length - 1];
  if (!isContingent(terms)) return { levels, ...firmFee(terms, claim) };
  const law = capAt(claim, full.recovered);
  return {
    levels,
    verdict: verdictOf(terms, levels, law),
    rule: { id: law.rule, citation: law.citation },
    headroomBps: full.cap === null ? null : Math.floor(((full.cap - full.fee) * 10_000) / full.recovered),
    least: null,
  };
}

/** A fee that hangs on no result is held against the least that the law sets; whether a suit follows is not known yet, so it is not refused. */
function firmFee(terms: FeeTerms, claim: Claim): Omit<FeeCheck, "levels"> {
  const least = legalMinimum(claim);
  if (!least || upFront(terms) >= least.amount)
    return { verdict: "ok", rule: null, headroomBps: null, least: null };
  const { amount, rule, citation } = least;
  return { verdict: "under", rule: { id: rule, citation }, headroomBps: null, least: amount };
}

function verdictOf({ successBps }: FeeTerms, levels: WorkedLevel[], law: LegalCap): FeeCheck["verdict"] {
  if (law.barred) return "barred";
  if (levels.some(({ over }) => over)) return "over";
  return law.warnAboveBps !== null && successBps > law.warnAboveBps ? "warn" : "ok";
}

const capAt = (claim: Claim, recovered: number): LegalCap => legalCap({ ...claim, recovered });

function workedAt(terms: FeeTerms, claim: Claim, level: RecoveryLevel): WorkedLevel {
  const recovered = recoveredAt(claim.principal, level);
  const fee = feeAt(terms, recovered);
  const cap = isContingent(terms) ? capAt(claim, recovered).amount : null;
  return { level, recovered, fee, net: netAt(terms, recovered), cap, over: cap !== null && fee > cap };
}
