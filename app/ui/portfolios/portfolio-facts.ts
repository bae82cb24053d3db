import type { DebtorKind, Standing } from "#app/domain/portfolios/claim.ts";
import type { LotState } from "#app/domain/portfolios/lot-state.ts";
import type { ImportCounts, LotOffer, PortfolioStatus } from "#app/domain/portfolios/portfolio.ts";

/** Claims of one kind taken together; `principal` in minor units. */
export type ClaimSum = {
  region: string;
  currency: string;
  debtorKind: DebtorKind;
  claimKind: string;
  claims: number;
  principal: bigint | number;
};

/** A page of a list: `from` before its first row, `next` the key of its last one where more follow. */
export type Part<Row> = { rows: Row[]; from: number; total: number; next: string | null };

export type LotSum = ClaimSum & {
  caseId: string;
  code: string;
  zone: string;
  state: LotState;
  posted: number;
  refused: number;
  closesAt: Date | null;
  bids: number;
};

/** What a page shows of a portfolio: sums and lots, nobody's name. */
export type PortfolioFacts = {
  id: string;
  counts: ImportCounts;
  status: PortfolioStatus;
  reviewNote: string | null;
  /** What its lots were sent in for; null before. */
  offer: LotOffer | null;
  /** How far an import is that is not at its end, in bytes of its file. */
  reading: { read: number; of: number } | null;
  groups: Part<ClaimSum & { groupNo: number; standing: Standing }>;
  lots: Part<LotSum>;
};
