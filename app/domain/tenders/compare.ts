import type { FeeCheck } from "./fee-check.ts";
import { comparedLevel, feeAt, netAt, recoveredAt, recoveryLevels, upFront } from "./fees.ts";
import type { BidTerms } from "./terms.ts";

export type OpenBid = { id: string; terms: BidTerms };

/** A bid in figures. Minor units of the case's currency. */
export type Standing = {
  net: Record<(typeof recoveryLevels)[number], number>;
  fee: Record<(typeof recoveryLevels)[number], number>;
  upFront: number;
};

export function standingOf(terms: BidTerms, principal: number): Standing {
  const at = (value: (recovered: number) => number) => {
    const [low, middle, full] = recoveryLevels.map((level) => value(recoveredAt(principal, level)));
    return { 30: low, 60: middle, 100: full };
  };
  return {
    net: at((recovered) => netAt(terms, recovered)),
    fee: at((recovered) => feeAt(terms, recovered)),
    upFront: upFront(terms),
  };
}

/**
 * Bids by what the creditor keeps at 60 % recovery, then by what is due whatever comes in, then by time.
 * More fee never ranks higher, all else equal; nothing else moves a bid, and no place is for sale.
 */
export function ranked<B extends OpenBid>(bids: readonly B[], principal: number): B[] {
  const recovered = recoveredAt(principal, comparedLevel);
  return [...bids].sort(
    (a, b) =>
      netAt(b.terms, recovered) - netAt(a.terms, recovered) ||
      upFront(a.terms) - upFront(b.terms) ||
      a.terms.expectedMonths - b.terms.expectedMonths ||
      (a.id < b.id ? -1 : 1),
  );
}

/** Marks the best values of one row. Where all are equal nothing is best, and a single bid is compared with nothing. */
export function bestOf(values: readonly number[], better: "more" | "less"): boolean[] {
  const best = better === "more" ? Math.max(...values) : Math.min(...values);
  const distinct = values.some((value) => value !== best);
  return values.map((value) => distinct && value === best);
}

/** An opened bid as its creditor compares it. */
export type ComparedBid = OpenBid & {
  firm: { name: string; kind: string; place: string };
  licence: { kind: string; number: string; checkedAt: Date | null; valid: boolean };
  standing: Standing;
  check: FeeCheck;
};
