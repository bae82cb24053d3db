import { pathOf } from "#app/domain/places/register.ts";
import type { Brief } from "#app/domain/tenders/may-bid.ts";
import { ageBand, amountBand } from "./bands.ts";
import { fieldOf } from "./fields.ts";

/** A case, or a part of a portfolio tendered as one. */
export const subjects = ["case", "lot"] as const;

export type Tendered = {
  subject: (typeof subjects)[number];
  /** Claims in it: one of a case. */
  caseCount: number;
  /** The masked card; of a lot its sum, its oldest due date and what most of its claims are. */
  brief: Brief;
  tender: {
    id: string;
    scope: string;
    feeModels: readonly string[];
    territories: readonly string[];
    opensAt: Date;
    closesAt: Date;
  };
  creditorOrgId: string;
  /** No rung of the mandate is reserved to lawyers. */
  agencyOpen: boolean;
};

/** A tendered thing with what its place, amount and age put it among. */
function placed({ subject, caseCount, brief, tender, creditorOrgId, agencyOpen }: Tendered) {
  const [country, province] = pathOf(brief.placeCode);
  return {
    ...brief,
    tenderId: tender.id,
    subject,
    caseCount,
    creditorOrgId,
    country: country?.code ?? brief.jurisdiction,
    provinceCode: province?.code ?? brief.placeCode,
    scope: tender.scope,
    feeModels: [...tender.feeModels],
    territories: [...tender.territories],
    agencyOpen,
    amountBand: amountBand(brief.principal, brief.currency),
    ageBand: ageBand(brief.dueOn, tender.opensAt.toISOString().slice(0, 10)),
    opensAt: tender.opensAt,
    closesAt: tender.closesAt,
  };
}

export type Listing = ReturnType<typeof placed> & { terms: string[] };

/**
 * An open round as the market lists it. Every column comes out of closed lists, figures and dates; `terms` are the
 * words of those lists by their codes, and the only thing that a search can find a round by.
 */
export function listingOf(tendered: Tendered): Listing {
  const listed = placed(tendered);
  return { ...listed, terms: termsOf(listed) };
}

/** The codes that a listed round answers to, each behind the letter of its list. */
function termsOf(listed: ReturnType<typeof placed>): string[] {
  const branch = fieldOf(listed.field)?.parent;
  return [
    ...pathOf(listed.placeCode).map(({ code }) => `p:${code}`),
    ...(branch ? [`f:${branch}`] : []),
    `f:${listed.field}`,
    `k:${listed.claimKind}`,
    `d:${listed.debtorKind}`,
    `u:${listed.purpose}`,
    `s:${listed.scope}`,
    `o:${listed.subject}`,
    `a:${listed.amountBand}`,
    `g:${listed.ageBand}`,
    `y:${listed.currency}`,
    ...listed.feeModels.map((model) => `m:${model}`),
  ];
}
