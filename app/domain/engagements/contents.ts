import { type Stage, stages } from "#app/domain/law/types.ts";
import type { BidTerms } from "#app/domain/tenders/terms.ts";

/** What the collector may do in the creditor's name, by the rungs the mandate reaches; keys below `engagement.authority.`. */
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

/**
 * Every term of a mandate, in the order of the paper. It names the claim by the case's code and not the debtor,
 * whom the collector learns of when both have signed. Money in minor units, instants in ISO 8601.
 */
export type EngagementContents = {
  version: 1;
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
  lot?: { claims: number; fileName: string; fileSha256: string; rates: LotRate[] };
  scope: Stage;
  authority: Authority[];
  terms: BidTerms;
  /** The most a contingency fee may be on a full recovery, where the law sets a figure. */
  legalCap: { amount: number; rule: string; citation: string } | null;
  law: { pack: string; version: string; signedOffBy: string | null };
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

/** The languages the paper is written in: the pack's own first, and English. */
export const paperLanguages = ({ case: { jurisdiction } }: EngagementContents): ("zh" | "en")[] =>
  jurisdiction === "CN" ? ["zh", "en"] : ["en"];

/** One part of a paper in one language: facts by name, then sentences. */
export type PaperSection = { heading: string; rows: [label: string, value: string][]; paragraphs: string[] };
export type PaperText = { language: "en" | "zh"; title: string; lead: string; sections: PaperSection[] };
