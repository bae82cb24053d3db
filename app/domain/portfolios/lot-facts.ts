import type { BandCell } from "./bands.ts";
import type { DebtorKind, Standing } from "./claim.ts";

/** What a lot holds, in sums: nobody's name, and no claim by itself. Money in minor units. */
export type LotFacts = {
  caseId: string;
  code: string;
  claims: number;
  principal: number;
  currency: string;
  regions: string[];
  /** Towns and counties of the debtors, counted. */
  places: number;
  claimKind: string;
  debtorKind: DebtorKind;
  oldestDue: string;
  newestDue: string;
  /** Claims by whether they can still be sued upon; standings without claims are left out. */
  standings: { standing: Standing; claims: number }[];
  /** The language of the courts there; null where the register says none. */
  language: string | null;
  cells: BandCell[];
  /** Claims that are cases with a record already, of a lot that had a mandate before; else null. */
  handedOn: number | null;
};
