import { lawyerMayShare } from "#app/domain/law/money/de-fees.ts";
import { divideDown } from "#app/domain/law/money/decimal.ts";
import { dbaCap } from "#app/domain/law/money/fee-caps/gb.ts";
import type { MoneyRefusal } from "#app/domain/law/money/interest.ts";

/** Marginal bands of what is realised, in fen and per cent (司发通〔2021〕87号). */
const bands = [
  { upTo: 1_000_000_00, percent: 18 },
  { upTo: 5_000_000_00, percent: 15 },
  { upTo: 10_000_000_00, percent: 12 },
  { upTo: 50_000_000_00, percent: 9 },
  { upTo: Number.MAX_SAFE_INTEGER, percent: 6 },
] as const;

/** Matters in which a lawyer may not take a share of the result. */
const barredMatters = new Set([
  "criminal",
  "administrative",
  "state_compensation",
  "group",
  "marriage",
  "inheritance",
  "social_insurance",
  "minimum_living_allowance",
  "maintenance",
  "pension_of_survivors",
  "relief",
  "work_injury",
  "wages",
]);

export type FeeCap = {
  refused: false;
  /** The most a lawyer's share may be, in minor units; null where the law sets no figure. */
  cap: number | null;
  rule: string;
  citation: string;
  /** Above this share of what is realised, in basis points, counsel is asked whether the fee is reasonable. */
  warnAboveBps: number | null;
};

export type Bidder = "lawyer" | "agency";

export type FeeCapQuestion = {
  jurisdiction: string;
  /** What is finally realised, in minor units. */
  realised: number;
  matter?: string;
  /** The whole claim, in minor units. */
  claim?: number;
  /** Whether the mandate ends before any court. */
  outOfCourt?: boolean;
  /** Who asks for the fee; a lawyer, where that is not said. */
  bidder?: Bidder;
};

function mainlandCap(realised: number): number {
  let cap = 0n;
  let below = 0;
  for (const { upTo, percent } of bands) {
    const part = Math.max(0, Math.min(realised, upTo) - below);
    cap += BigInt(part) * BigInt(percent);
    if (realised <= upTo) break;
    below = upTo;
  }
  return Number(divideDown(cap, 100n));
}

/**
 * The most a lawyer's contingency fee may be on what is realised, all stages together; a fraction of a minor unit is cut off.
 *
 * Refused where a matter may not be taken on contingency at all, or the place has no rules.
 *
 * @see cn.md CN-MONEY-12; us.md US-ACTOR-06; gb.md GB-MONEY-07; de.md DE-MONEY-10, -11
 */
export function feeCap(question: FeeCapQuestion): FeeCap | MoneyRefusal {
  const { jurisdiction, realised, matter } = question;
  if (jurisdiction.startsWith("CN")) {
    if (matter && barredMatters.has(matter))
      return { refused: true, rule: "CN-MONEY-12", reason: "fee_barred", requires: [] };
    return {
      refused: false,
      cap: mainlandCap(realised),
      rule: "CN-MONEY-12",
      citation: "司发通〔2021〕87号 (四)-(七)",
      warnAboveBps: null,
    };
  }
  if (jurisdiction.startsWith("US")) {
    return {
      refused: false,
      cap: null,
      rule: "US-ACTOR-06",
      citation: "ABA Model Rule 1.5(a),(c)",
      warnAboveBps: 4_000,
    };
  }
  if (jurisdiction === "GB-EW") {
    return {
      refused: false,
      cap: dbaCap(realised, matter ?? null),
      rule: "GB-MONEY-07",
      citation: "DBA Regs 2013 regs 1(2), 4",
      warnAboveBps: null,
    };
  }
  if (jurisdiction.split("-")[0] === "DE") return germanShare(question);
  return { refused: true, rule: "X-09", reason: "unsupported", requires: ["case.jurisdiction"] };
}

/**
 * Whether the client would otherwise not sue is for the client to say; no bid rests on it. A registered collector works out of court and in
 * the procedures of ZPO 79(2) no. 4 only, and may agree on a share in both (RDG 13c); the limits of RVG 4a are a lawyer's.
 */
function germanShare({ claim, outOfCourt, bidder }: FeeCapQuestion): FeeCap | MoneyRefusal {
  if (bidder === "agency")
    return { refused: false, cap: null, rule: "DE-MONEY-11", citation: "RDG 13c", warnAboveBps: null };
  const mayShare = lawyerMayShare({
    claim: claim ?? null,
    outOfCourtCollection: outOfCourt === true,
    otherwiseDeterred: false,
  });
  if (!mayShare) return { refused: true, rule: "DE-MONEY-10", reason: "fee_barred", requires: [] };
  return {
    refused: false,
    cap: null,
    rule: "DE-MONEY-10",
    citation: "RVG 4a(1); BRAO 49b(2)",
    warnAboveBps: null,
  };
}

/** Federal minimum wage times thirty, a week, in cents (15 USC 1673(a)(2)). */
const PROTECTED_WEEKLY = 217_50;

/** What may be taken from a week's disposable earnings by federal law, in cents: 25 %, or what exceeds thirty minimum wages. */
export const garnishmentCap = (weeklyDisposable: number) =>
  Math.min(
    Number(divideDown(BigInt(weeklyDisposable), 4n)),
    Math.max(0, weeklyDisposable - PROTECTED_WEEKLY),
  );

/** States that largely keep wages out of garnishment for ordinary debts (us.md US-ESC-13). */
export const garnishmentBarred: readonly string[] = ["TX", "PA", "NC", "SC"];
