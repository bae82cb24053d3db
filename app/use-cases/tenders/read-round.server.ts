import { may } from "#app/domain/accounts/access.ts";
import { packOfCase } from "#app/domain/cases/case-pack.ts";
import type { Decision } from "#app/domain/law/types.ts";
import { type Forum, forumOf } from "#app/domain/market/forum.ts";
import type { Match } from "#app/domain/market/match.ts";
import type { DeclineReason } from "#app/domain/tenders/declines.ts";
import { bidderOf, checkFee, type FeeCheck } from "#app/domain/tenders/fee-check.ts";
import type { Brief } from "#app/domain/tenders/may-bid.ts";
import type { BidTerms } from "#app/domain/tenders/terms.ts";
import type { Ctx } from "#app/use-cases/ctx.ts";
import { type LocalPlace, localPlace } from "#app/use-cases/local-place.ts";
import {
  declinedBecause,
  matchedTo,
  type OwnBidView,
  ownBidView,
  type RoundFacts,
  roundFacts,
} from "./bidder-view.server.ts";
import { hasConflict } from "./conflict-check.server.ts";
import { decideBid, roundFor, standingOf } from "./standing.server.ts";

export type RoundView = {
  brief: Brief;
  place: LocalPlace;
  round: RoundFacts;
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
  own: OwnBidView<BidTerms> | null;
};

/** A round as one bidder sees it: the masked card, the time, its own bid. Null when the round is not for it. */
export async function readRound(ctx: Ctx, caseId: string): Promise<RoundView | null> {
  const found = await roundFor(ctx.db, ctx, caseId);
  if (!found || !may(ctx.actor, "round.read", found.relation)) return null;
  const { round, own } = found;
  const { tender } = round;
  const standing = await standingOf(ctx.db, ctx);
  const mine = own && (await ownBidView<BidTerms>(ctx, own, tender));
  const bidder = bidderOf(ctx.actor.role);
  const claim = { ...round.brief, scope: tender.scope, bidder, at: ctx.now, series: standing.book.series };
  const { brief } = round;
  const orgId = ctx.actor.orgId ?? "";
  return {
    ...(await matchedTo(ctx, round, "case")),
    forum: forumOf(packOfCase(standing.book, brief), brief),
    conflict: await hasConflict(ctx.db, ctx, {
      caseId,
      creditorOrgId: round.party.creditorOrgId,
      bidderOrgId: orgId,
    }),
    brief,
    place: localPlace(round.brief.placeCode, ctx),
    round: roundFacts(tender, ctx.now),
    declined: await declinedBecause(ctx, tender),
    decision: decideBid(round, standing, ctx.now),
    check: mine && checkFee(mine.terms, claim),
    own: mine,
  };
}
