import { may } from "#app/domain/accounts/access.ts";
import { packOfCase } from "#app/domain/cases/case-pack.ts";
import type { Decision } from "#app/domain/law/types.ts";
import { type Forum, forumOf } from "#app/domain/market/forum.ts";
import { kilometres, type Match, match } from "#app/domain/market/match.ts";
import type { DeclineReason } from "#app/domain/tenders/declines.ts";
import { bidderOf, checkFee, type FeeCheck } from "#app/domain/tenders/fee-check.ts";
import type { Brief } from "#app/domain/tenders/may-bid.ts";
import { type BidState, bidState, isOpen } from "#app/domain/tenders/round.ts";
import type { BidTerms } from "#app/domain/tenders/terms.ts";
import { bidderPurpose } from "#app/gateways/round-keys.server.ts";
import type { Ctx } from "#app/use-cases/ctx.ts";
import { type LocalPlace, localPlace } from "#app/use-cases/local-place.ts";
import { awardInForce } from "#db/queries/awards.ts";
import type { BidRow } from "#db/queries/bids.ts";
import { organizationOf } from "#db/queries/organizations.ts";
import { practiceOf } from "#db/queries/practice.ts";
import { ownDecline } from "#db/queries/round-declines.ts";
import type { Round, TenderRow } from "#db/queries/tenders.ts";
import { hasConflict } from "./conflict-check.server.ts";
import { decideBid, roundFor, standingOf } from "./standing.server.ts";

export type RoundView = {
  brief: Brief;
  place: LocalPlace;
  round: {
    number: number;
    scope: string;
    feeModels: string[];
    opensAt: Date;
    closesAt: Date;
    open: boolean;
    extended: boolean;
  };
  /** Why this collector passed the round by, if it did. */
  declined: DeclineReason | null;
  /** Why the collector sees it and how near it is; null where its firm keeps no practice profile. */
  match: Match | null;
  km: number | null;
  /** Where a suit can be brought, as far as a row of law says. */
  forum: Forum | null;
  /** A tie to a party bars this firm; who the parties are is not said. */
  conflict: boolean;
  /** Whether this collector may bid now, and if not why. */
  decision: Decision;
  /** What the law says of the fee that it asked for. */
  check: FeeCheck | null;
  own: { terms: BidTerms; state: BidState; placedAt: Date; revisedAt: Date | null } | null;
};

/** A round as one bidder sees it: the masked card, the time, its own bid. Null when the round is not for it. */
export async function readRound(ctx: Ctx, caseId: string): Promise<RoundView | null> {
  const found = await roundFor(ctx.db, ctx, caseId);
  if (!found || !may(ctx.actor, "round.read", found.relation)) return null;
  const { round, own } = found;
  const { tender } = round;
  const standing = await standingOf(ctx.db, ctx);
  const terms: BidTerms | null =
    own && JSON.parse(ctx.secrets.unseal(bidderPurpose(own.orgId), own.sealedForBidder));
  const bidder = bidderOf(ctx.actor.role);
  const claim = { ...round.brief, scope: tender.scope, bidder, at: ctx.now, series: standing.book.series };
  const { brief } = round;
  const orgId = ctx.actor.orgId ?? "";
  return {
    ...(await matchedTo(ctx, round)),
    forum: forumOf(packOfCase(standing.book, brief), brief),
    conflict: await hasConflict(ctx.db, ctx, {
      caseId,
      creditorOrgId: round.party.creditorOrgId,
      bidderOrgId: orgId,
    }),
    brief,
    place: localPlace(round.brief.placeCode, ctx),
    round: {
      number: tender.round,
      scope: tender.scope,
      feeModels: tender.feeModels,
      opensAt: tender.opensAt,
      closesAt: tender.closesAt,
      open: isOpen(tender, ctx.now),
      extended: tender.extendedAt !== null,
    },
    declined: (await ownDecline(ctx.db, declineOf(ctx, tender)))?.reason ?? null,
    decision: decideBid(round, standing, ctx.now),
    check: terms && checkFee(terms, claim),
    own: own &&
      terms && {
        terms,
        state: await stateOf(ctx, own, tender.status),
        placedAt: own.placedAt,
        revisedAt: own.revisedAt,
      },
  };
}

const declineOf = ({ actor }: Ctx, { caseId, id }: TenderRow) => ({
  caseId,
  tenderId: id,
  orgId: actor.orgId ?? "",
});
/** How the round stands to what the firm takes on, and to its seat. */
async function matchedTo(ctx: Ctx, { brief, tender }: Round): Promise<Pick<RoundView, "match" | "km">> {
  const { orgId } = ctx.actor;
  const organization = orgId ? await organizationOf(ctx.db, orgId) : null;
  const practice = orgId ? await practiceOf(ctx.db, orgId) : null;
  if (!organization) return { match: null, km: null };
  const seat = organization.placeCode;
  const on = ctx.now.toISOString().slice(0, 10);
  const matched = { ...brief, feeModels: tender.feeModels, subject: "case" as const };
  return {
    match: practice && match(practice, matched, { seat, on }),
    km: kilometres(seat, brief.placeCode),
  };
}

async function stateOf(
  ctx: Ctx,
  own: BidRow,
  roundStatus: "open" | "closed" | "awarded" | "void",
): Promise<BidState> {
  const award = await awardInForce(ctx.db, own.caseId);
  const mine = award?.bidId === own.id;
  return bidState({
    withdrawnAt: own.withdrawnAt,
    openedAt: own.openedAt,
    roundStatus,
    awardStatus: mine ? award.status : null,
    otherAwarded: award !== null && !mine && award.tenderId === own.tenderId,
  });
}
