import type { Bidder } from "#app/domain/law/money/fee-cap.ts";
import type { Series } from "#app/domain/law/series/series.ts";
import { baseRate } from "#app/domain/tenders/expected.ts";
import { checkFee, type FeeCheck } from "#app/domain/tenders/fee-check.ts";
import { shareOf } from "#app/domain/tenders/fees.ts";
import type { BandCell, LotSpread } from "./bands.ts";
import { type BandRate, type LotTerms, rateFor } from "./lot-terms.ts";

/** By what a lot's rates are judged. */
export type LotClaim = {
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
export function checkBands(rates: readonly BandRate[], { cells }: LotSpread, claim: LotClaim): BandCheck[] {
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

/** How bad a verdict is, the worst the highest. */
export const severity: Record<FeeCheck["verdict"], number> = { ok: 0, warn: 1, under: 1, over: 2, barred: 3 };

export const isRefused = (checks: readonly BandCheck[]): boolean =>
  checks.some(({ check }) => check.verdict === "over" || check.verdict === "barred");

/** A bid on a lot in figures: what is expected to come in over the lot's own claims, what the bidder takes, what is kept. */
export type LotStanding = { recovered: number; fee: number; net: number; upFront: number };

/**
 * Works a bid through over the lot as it really spreads: each band brings in what the surveys say of claims of its age in a mandate
 * of this reach, and pays its own rate. More fee never leaves more, all else equal.
 */
export const standingOf = (
  { rates }: Pick<LotTerms, "rates">,
  { cells }: LotSpread,
  scope: string,
): LotStanding =>
  workedOver(
    rates,
    cells.map((cell) => ({ cell, share: baseRate({ ageDays: cell.days, scope }) })),
  );

/** The same for any shares of the bands that may come in, in basis points. */
export function workedOver(
  rates: readonly BandRate[],
  bands: readonly { cell: BandCell; share: number }[],
): LotStanding {
  let [recovered, kept, upFront] = [0, 0, 0];
  for (const { cell, share } of bands) {
    const { successBps, fixedFee } = rateFor(rates, cell);
    const comesIn = shareOf(cell.principal, share);
    recovered += comesIn;
    kept += comesIn - shareOf(comesIn, successBps);
    upFront += fixedFee * cell.claims;
  }
  return { recovered, fee: recovered - kept + upFront, net: kept - upFront, upFront };
}
