import type { Bidder } from "#app/domain/law/money/fee-cap.ts";
import type { Series } from "#app/domain/law/series/series.ts";
import { baseRate } from "#app/domain/tenders/expected.ts";
import { checkFee, type FeeCheck } from "#app/domain/tenders/fee-check.ts";
import { shareOf } from "#app/domain/tenders/fees.ts";
import type { BandCell, LotSpread } from "./bands.ts";
import { type BandRate, type LotTerms, rateFor } from "./lot-terms.ts";

type Claim = {
  jurisdiction: string;
  currency: string;
  scope: string;
  bidder: Bidder;
  at: Date;
  series: Series;
};

export type BandCheck = Pick<BandCell, "amount" | "age"> & { check: FeeCheck };

/**
 * Holds each band's rate against the law's cap, by the smallest and by the largest claim in it: a fee a claim weighs most on the
 * smallest, and where caps fall with the amount the largest has the lowest. The worse answer is the band's.
 */
export function checkBands(rates: readonly BandRate[], { cells }: LotSpread, claim: Claim): BandCheck[] {
  return cells.map((cell) => {
    const { successBps, fixedFee } = rateFor(rates, cell);
    const model = fixedFee > 0 ? ("hybrid" as const) : ("success" as const);
    const terms = { model, successBps, fixedFee, hourlyRate: 0, estimatedHours: 0 };
    const [small, large] = [cell.smallest, cell.largest].map((principal) =>
      checkFee(terms, { ...claim, principal }),
    );
    const worse = severity[small.verdict] >= severity[large.verdict] ? small : large;
    return { amount: cell.amount, age: cell.age, check: worse };
  });
}

const severity: Record<FeeCheck["verdict"], number> = { ok: 0, warn: 1, under: 1, over: 2, barred: 3 };

export const isRefused = (checks: readonly BandCheck[]): boolean =>
  checks.some(({ check }) => check.verdict === "over" || check.verdict === "barred");

/** A bid on a lot in figures: what is expected to come in over the lot's own claims, what the bidder takes, what is kept. */
export type LotStanding = { recovered: number; fee: number; net: number; upFront: number };

/**
 * Works a bid through over the lot as it really spreads: each band brings in what the surveys say of claims of its age in a mandate
 * of this reach, and pays its own rate. More fee never leaves more, all else equal.
 */
export function standingOf(terms: Pick<LotTerms, "rates">, { cells }: LotSpread, scope: string): LotStanding {
  let [recovered, share, upFront] = [0, 0, 0];
  for (const cell of cells) {
    const { successBps, fixedFee } = rateFor(terms.rates, cell);
    const comesIn = shareOf(cell.principal, baseRate({ ageDays: cell.days, scope }));
    recovered += comesIn;
    share += shareOf(comesIn, successBps);
    upFront += fixedFee * cell.claims;
  }
  return { recovered, fee: share + upFront, net: recovered - share - upFront, upFront };
}

/** Bids by what the creditor is expected to keep, then by what is due whatever comes in, then by time. */
export const rankedLotBids = <B extends { id: string; terms: LotTerms }>(
  bids: readonly B[],
  spread: LotSpread,
  scope: string,
): (B & { standing: LotStanding })[] =>
  bids
    .map((bid) => ({ ...bid, standing: standingOf(bid.terms, spread, scope) }))
    .sort(
      (a, b) =>
        b.standing.net - a.standing.net ||
        a.standing.upFront - b.standing.upFront ||
        a.terms.expectedMonths - b.terms.expectedMonths ||
        (a.id < b.id ? -1 : 1),
    );
