import type { PageKey } from "#app/domain/page-key.ts";
import { claimsIn } from "#app/domain/portfolios/bands.ts";
import { type BidState, bidState } from "#app/domain/tenders/round.ts";
import type { BidTerms } from "#app/domain/tenders/terms.ts";
import { bidderPurpose } from "#app/gateways/round-keys.server.ts";
import type { Ctx } from "#app/use-cases/ctx.ts";
import { bidsBy } from "#db/queries/bids.ts";

const pageSize = 25;

export type MyBid = {
  id: string;
  caseId: string;
  code: string;
  /** How many claims a lot holds; null for a case. */
  claims: number | null;
  placeCode: string;
  principal: number;
  currency: string;
  round: number;
  terms: BidTerms;
  state: BidState;
  closesAt: Date;
  signBy: Date | null;
};

/** An organisation's own bids, newest first, each as its bidder may read it. */
export async function myBids(
  ctx: Ctx,
  after: PageKey | null,
): Promise<{ bids: MyBid[]; next: PageKey | null }> {
  const { orgId } = ctx.actor;
  if (!orgId) return { bids: [], next: null };
  const rows = await bidsBy(ctx.db, orgId, { after, limit: pageSize + 1 });
  const page = rows.slice(0, pageSize);
  const last = page.at(-1);
  return {
    bids: page.map(({ sealedForBidder, roundStatus, placedAt: _, ...row }) => ({
      id: row.id,
      caseId: row.caseId,
      code: row.code,
      claims: row.spread && claimsIn(row.spread),
      placeCode: row.placeCode,
      principal: row.principal,
      currency: row.currency,
      round: row.round,
      terms: JSON.parse(ctx.secrets.unseal(bidderPurpose(orgId), sealedForBidder)),
      state: bidState({ ...row, roundStatus }),
      closesAt: row.closesAt,
      signBy: row.awardStatus === "active" ? row.signBy : null,
    })),
    next: rows.length > pageSize && last ? { at: last.placedAt, id: last.id } : null,
  };
}
