import type { BandCell } from "#app/domain/portfolios/bands.ts";
import type { DebtorKind, Standing } from "#app/domain/portfolios/claim.ts";

/** What a page shows of a lot: sums and bands, nobody's name. Money in minor units. */
export type LotFacts = {
  caseId: string;
  code: string;
  claims: number;
  principal: number;
  currency: string;
  regions: string[];
  places: number;
  claimKind: string;
  debtorKind: DebtorKind;
  oldestDue: string;
  newestDue: string;
  standings: { standing: Standing; claims: number }[];
  language: string | null;
  cells: BandCell[];
};
