import type { goals } from "#app/domain/cases/answers.ts";
import { canonicalJson } from "#app/domain/timeline/chain.ts";
import type { Mapping, MappingFile } from "./mapping.ts";
import type { NoteKind } from "./read-claim.ts";

/** The life of a portfolio. Its lots go on from `approved` each by itself. */
export const portfolioStatuses = [
  "importing",
  "imported",
  "submitted",
  "returned",
  "refused",
  "approved",
] as const;
export type PortfolioStatus = (typeof portfolioStatuses)[number];

export type PortfolioMove = "finish" | "submit" | "approve" | "return" | "refuse";

/** Missing keys are the illegal moves. */
export const portfolioMoves: Record<PortfolioStatus, Partial<Record<PortfolioMove, PortfolioStatus>>> = {
  importing: { finish: "imported" },
  imported: { submit: "submitted" },
  submitted: { approve: "approved", return: "returned", refuse: "refused" },
  returned: { submit: "submitted" },
  refused: {},
  approved: {},
};

/** What an import found so far. `rows` are all rows with something in them. */
export type ImportCounts = {
  rows: number;
  accepted: number;
  rejected: number;
  duplicates: number;
  barred: number;
  notes: Partial<Record<NoteKind, number>>;
};

export const noCounts: ImportCounts = {
  rows: 0,
  accepted: 0,
  rejected: 0,
  duplicates: 0,
  barred: 0,
  notes: {},
};

/** By what a portfolio's file was read. `today`: the civil date on which the law was asked, the same for all its chunks. */
export type ImportSetting = {
  file: { sha256: string; bytes: number };
  headers: string[];
  asked: MappingFile;
  mapping: Mapping;
  today: string;
  /** Bytes of the file that are read so far; absent before the first chunk is stored. */
  bytesRead?: number;
};

/** Equal for two imports of one file that read it alike, however its mapping was found or spelled. */
export function importText(
  creditorOrgId: string,
  sha256: string,
  { columns, forms, terms }: Mapping,
): string {
  const orders = Object.fromEntries(Object.entries(forms.dates).map(([field, { order }]) => [field, order]));
  return [creditorOrgId, sha256, canonicalJson({ columns, orders, decimal: forms.decimal, terms })].join(
    "\n",
  );
}

/** What a portfolio's lots are tendered for. */
export type LotOffer = { goal: (typeof goals)[number]; windowHours: number };
