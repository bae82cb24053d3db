import { type Stage, stages } from "#app/domain/law/types.ts";
import type { BidTerms } from "#app/domain/tenders/terms.ts";
import type { Milestone } from "./fee-split.ts";
import type { PlatformCharge } from "./platform-charge.ts";

/** What the collector may do in the creditor's name, by the rungs the mandate reaches; keys below `authority.`. */
export const authorities = ["contact", "demand", "letter", "mediate", "sue", "enforce"] as const;
export type Authority = (typeof authorities)[number];

const from: Record<Authority, Stage> = {
  contact: "reminder",
  demand: "formal_demand",
  letter: "lawyer_letter",
  mediate: "mediation",
  sue: "payment_order",
  enforce: "enforcement",
};

/** Nothing beyond the scope: a rung above it needs a mandate of its own. */
export const authoritiesFor = (scope: Stage): Authority[] =>
  authorities.filter((authority) => stages.indexOf(from[authority]) <= stages.indexOf(scope));

export const powers = ["general", "special"] as const;
export type Powers = (typeof powers)[number];

/**
 * Every term of a mandate, in the order of the paper. It names the claim by the case's code and not the debtor,
 * whom the collector learns of when both have signed. Money in minor units, instants in ISO 8601.
 */
export type EngagementContents = {
  /** Papers of version 1 have no period, charge or split and no power of attorney of their own. */
  version: 1 | 2;
  case: {
    code: string;
    jurisdiction: string;
    placeCode: string;
    claimKind: string;
    purpose: string;
    principal: number;
    currency: string;
    dueOn: string;
  };
  creditor: { name: string; placeCode: string };
  collector: {
    name: string;
    kind: string;
    placeCode: string;
    licence: {
      kind: string;
      number: string;
      territory: string;
      register: string | null;
      checkedAt: string | null;
    };
  };
  /** Of a lot's one mandate: how many claims it holds, its file, and what each band of them pays. Of a case absent. */
  lot?: {
    claims: number;
    fileName: string;
    fileSha256: string;
    rates: LotRate[];
    /** The day by which the ages of its bands go; absent where that was the day the lot was made. */
    countedOn?: string;
  };
  scope: Stage;
  authority: Authority[];
  terms: BidTerms;
  /** The most a contingency fee may be on a full recovery, where the law sets a figure. */
  legalCap: { amount: number; rule: string; citation: string } | null;
  law: { pack: string; version: string; signedOffBy: string | null };
  /** Months from the last signature; then it goes on until it is extended or ended. */
  periodMonths?: number;
  /** How the fee is shared out where collectors follow each other. */
  split?: { milestone: Milestone; parts: number }[];
  platform?: PlatformCharge;
  /** `special`: also to admit, waive, settle, counterclaim and appeal (CN 民事诉讼法 62); `general`: none of it. */
  powers?: Powers;
  /** The rows of the pack that say who may act under such a power. */
  authorityRules?: { id: string; citation: string }[];
  drawnUpAt: string;
  signBy: string;
};

/** A band of a lot's claims, by amount in minor units and by age in years, with its share and its fee a claim. */
export type LotRate = {
  from: number;
  below: number | null;
  years: number;
  belowYears: number | null;
  claims: number;
  successBps: number;
  fixedFee: number;
};

/** The languages the papers are written in: the pack's own first where the catalogue has it, and English. */
export const paperLanguages = (jurisdiction: string): ("zh" | "en")[] =>
  jurisdiction === "CN" ? ["zh", "en"] : ["en"];

/** One part of a paper in one language: facts by name, then sentences. */
export type PaperSection = { heading: string; rows: [label: string, value: string][]; paragraphs: string[] };
export type PaperText = {
  /** What the words are written in; German stands in powers of attorney alone. */
  language: "en" | "zh" | "de";
  title: string;
  lead: string;
  sections: PaperSection[];
};
