import { kilometres, type Match, match } from "#app/domain/market/match.ts";
import type { DeclineReason } from "#app/domain/tenders/declines.ts";
import { type BidState, bidState, isOpen } from "#app/domain/tenders/round.ts";
import { bidderPurpose } from "#app/gateways/round-keys.server.ts";
import type { Ctx } from "#app/use-cases/ctx.ts";
import { awardInForce } from "#db/queries/awards.ts";
import type { BidRow } from "#db/queries/bids.ts";
import { organizationOf } from "#db/queries/organizations.ts";
import { practiceOf } from "#db/queries/practice.ts";
import { ownDecline } from "#db/queries/round-declines.ts";
import type { Round, TenderRow } from "#db/queries/tenders.ts";

/** A round's terms and its time, as whoever may see it sees them. */
export type RoundFacts = {
  number: number;
  scope: string;
  feeModels: string[];
  opensAt: Date;
  closesAt: Date;
  open: boolean;
  extended: boolean;
};

export const roundFacts = (tender: TenderRow, now: Date): RoundFacts => ({
  number: tender.round,
  scope: tender.scope,
  feeModels: tender.feeModels,
  opensAt: tender.opensAt,
  closesAt: tender.closesAt,
  open: isOpen(tender, now),
  extended: tender.extendedAt !== null,
});

/** How a round stands to what the firm takes on, and to its seat. */
export async function matchedTo(
  ctx: Ctx,
  { brief, tender }: Pick<Round, "brief" | "tender">,
  subject: "case" | "lot",
): Promise<{ match: Match | null; km: number | null }> {
  const { orgId } = ctx.actor;
  const organization = orgId ? await organizationOf(ctx.db, orgId) : null;
  const practice = orgId ? await practiceOf(ctx.db, orgId) : null;
  if (!organization) return { match: null, km: null };
  const seat = organization.placeCode;
  const on = ctx.now.toISOString().slice(0, 10);
  const matched = { ...brief, feeModels: tender.feeModels, subject };
  return {
    match: practice && match(practice, matched, { seat, on }),
    km: kilometres(seat, brief.placeCode),
  };
}

/** Why this collector passed the round by, if it did. */
export async function declinedBecause(
  { db, actor }: Ctx,
  { caseId, id }: TenderRow,
): Promise<DeclineReason | null> {
  const declined = await ownDecline(db, { caseId, tenderId: id, orgId: actor.orgId ?? "" });
  return declined?.reason ?? null;
}

export type OwnBidView<Terms> = { terms: Terms; state: BidState; placedAt: Date; revisedAt: Date | null };

/** A bid as its bidder reads it, with a key of its own; nobody else has that key. */
export async function ownBidView<Terms>(
  ctx: Ctx,
  own: BidRow,
  { status }: TenderRow,
): Promise<OwnBidView<Terms>> {
  const award = await awardInForce(ctx.db, own.caseId);
  const mine = award?.bidId === own.id;
  return {
    terms: JSON.parse(ctx.secrets.unseal(bidderPurpose(own.orgId), own.sealedForBidder)),
    state: bidState({
      withdrawnAt: own.withdrawnAt,
      openedAt: own.openedAt,
      roundStatus: status,
      awardStatus: mine ? award.status : null,
      otherAwarded: award !== null && !mine && award.tenderId === own.tenderId,
    }),
    placedAt: own.placedAt,
    revisedAt: own.revisedAt,
  };
}
