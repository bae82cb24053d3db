import type { Standing } from "#app/domain/portfolios/claim.ts";
import type { ImportCounts, PortfolioStatus } from "#app/domain/portfolios/portfolio.ts";

/** Claims of one kind taken together; `principal` in minor units. */
export type ClaimSum = {
  region: string;
  currency: string;
  debtorKind: string;
  claimKind: string;
  claims: number;
  principal: bigint | number;
};

/** What a page shows of a portfolio: sums and lots, nobody's name. */
export type PortfolioFacts = {
  id: string;
  counts: ImportCounts;
  status: PortfolioStatus;
  reviewNote: string | null;
  groups: (ClaimSum & { groupNo: number; standing: Standing })[];
  lots: (ClaimSum & { caseId: string; code: string })[];
};
