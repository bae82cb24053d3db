import type { ComparedBid } from "#app/domain/tenders/compare.ts";
import {
  type ClosedCase,
  type Confidence,
  type Expectation,
  expectedShare,
  type Prospect,
} from "#app/domain/tenders/expected.ts";
import type { FeeCheck } from "#app/domain/tenders/fee-check.ts";
import type { LotSpread } from "./bands.ts";
import { type BandCheck, type LotStanding, severity, workedOver } from "./lot-fees.ts";
import type { LotTerms } from "./lot-terms.ts";

/** What may come in of each band of a lot under one firm, in the order of the lot's spread. */
export type Outlook = readonly Pick<Expectation, "share" | "low" | "high">[];

/** A claim of a lot as the surveys are asked about it; its age is its band's. */
export type LotProspect = Omit<Prospect, "ageDays">;

/** The surveys' rate for every band, moved by the firm's own closed cases as for a single claim. */
export const outlookOf = (
  { cells }: Pick<LotSpread, "cells">,
  prospect: LotProspect,
  record: readonly ClosedCase[],
): Expectation[] => cells.map(({ days }) => expectedShare({ ...prospect, ageDays: days }, record));

/** A bid on a lot over the lot's own claims; `low` and `high`: what is kept where all bands do badly together, or well. */
export type LotExpected = LotStanding & { low: number; high: number };

/** Works a bid through band by band. Bands of one lot rise and fall together, so the ends of the range add up. */
export function expectedOver(
  { rates }: Pick<LotTerms, "rates">,
  spread: Pick<LotSpread, "cells">,
  outlook: Outlook,
): LotExpected {
  const over = (end: keyof Outlook[number]) =>
    workedOver(
      rates,
      spread.cells.map((cell, at) => ({ cell, share: outlook[at]?.[end] ?? 0 })),
    );
  return { ...over("share"), low: over("low").net, high: over("high").net };
}

/** Bids by what the creditor is expected to keep, then by what is due whatever comes in, then by time. */
export const rankedLotBids = <B extends { id: string; terms: LotTerms; outlook: Outlook }>(
  bids: readonly B[],
  spread: Pick<LotSpread, "cells">,
): (B & { expected: LotExpected })[] =>
  bids
    .map((bid) => ({ ...bid, expected: expectedOver(bid.terms, spread, bid.outlook) }))
    .sort(
      (a, b) =>
        b.expected.net - a.expected.net ||
        a.expected.upFront - b.expected.upFront ||
        a.terms.expectedMonths - b.terms.expectedMonths ||
        (a.id < b.id ? -1 : 1),
    );

/** The room under the law's cap that a bid leaves in the band where it leaves the least. */
export function tightest(checks: readonly BandCheck[]): Pick<FeeCheck, "headroomBps" | "verdict"> {
  const rooms = checks.flatMap(({ check }) => check.headroomBps ?? []);
  const [worst] = [...checks].sort((a, b) => severity[b.check.verdict] - severity[a.check.verdict]);
  return {
    headroomBps: rooms.length === checks.length && rooms.length > 0 ? Math.min(...rooms) : null,
    verdict: worst?.check.verdict ?? "ok",
  };
}

/** An opened bid on a lot as its creditor compares it. */
export type ComparedLotBid = Pick<
  ComparedBid,
  "id" | "firm" | "licence" | "cover" | "taken" | "kilometres"
> & {
  terms: LotTerms;
  expected: LotExpected;
  /** Closed cases of the firm that the expectation rests on besides the surveys, and how far to trust these. */
  record: { cases: number; confidence: Confidence };
  check: Pick<FeeCheck, "headroomBps" | "verdict">;
};
