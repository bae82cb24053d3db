import type { InsuranceCover } from "#app/domain/accounts/insurance.ts";
import type { Expectation } from "./expected.ts";
import type { FeeCheck } from "./fee-check.ts";
import { comparedLevel, feeAt, netAt, recoveredAt, recoveryLevels, shareOf, upFront } from "./fees.ts";
import type { TimeTaken } from "./how-long.ts";
import type { BidTerms } from "./terms.ts";

/** A bid as it is ranked: its terms and what may come in under this firm, in basis points of the principal. There is nothing else to rank by. */
export type OpenBid = { id: string; terms: BidTerms; expectedBps?: number };

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

/** What the creditor keeps when such a share of the principal comes in. Minor units. */
export const netOfShare = (terms: BidTerms, principal: number, share: number): number =>
  netAt(terms, shareOf(principal, share));

/** Where nothing is known of what may come in, bids are compared at 60 % recovery. */
const yardstick = comparedLevel * 100;

/**
 * Bids by what the creditor can expect to keep, then by what is due whatever comes in, then by time.
 * More fee never ranks higher, all else equal; nothing else moves a bid, and no place is for sale.
 */
export function ranked<B extends OpenBid>(bids: readonly B[], principal: number): B[] {
  const kept = ({ terms, expectedBps = yardstick }: OpenBid) => netOfShare(terms, principal, expectedBps);
  return [...bids].sort(
    (a, b) =>
      kept(b) - kept(a) ||
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
  /** Professional liability insurance as it stands; null where none is on file. */
  cover: InsuranceCover | null;
  standing: Standing;
  /** What may come in under this firm, and what the creditor keeps then and at the ends of its range. */
  expectation: Expectation;
  /** How long its own closed mandates took; null where none has ended. Beside the bid's own promise, which ranks. */
  taken: TimeTaken | null;
  expected: { net: number; low: number; high: number };
  /** From the firm's seat to the debtor's place, as the crow flies; null where it cannot be told. */
  kilometres: number | null;
  check: FeeCheck;
};

/** The same figures whoever is compared: bids of a round, or prices that stand. */
export const expectedOf = (terms: BidTerms, principal: number, { share, low, high }: Expectation) => ({
  net: netOfShare(terms, principal, share),
  low: netOfShare(terms, principal, low),
  high: netOfShare(terms, principal, high),
});
