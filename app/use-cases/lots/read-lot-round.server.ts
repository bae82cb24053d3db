import { may } from "#app/domain/accounts/access.ts";
import { packOfCase } from "#app/domain/cases/case-pack.ts";
import { forumOf } from "#app/domain/market/forum.ts";
import { checkLot } from "#app/domain/portfolios/check-lot.ts";
import type { LotTerms } from "#app/domain/portfolios/lot-terms.ts";
import type { Ctx } from "#app/use-cases/ctx.ts";
import { localPlace } from "#app/use-cases/local-place.ts";
import {
  declinedBecause,
  matchedTo,
  ownBidView,
  roundFacts,
} from "#app/use-cases/tenders/bidder-view.server.ts";
import { decideBid, lotRoundFor, standingOf } from "#app/use-cases/tenders/standing.server.ts";
import { lotFacts } from "./lot-facts.server.ts";
import { hasLotConflict, lotClaim } from "./lot-standing.server.ts";

/** The round of a lot as one bidder sees it: sums, the time, its own bid. Null when the round is not for it. */
export async function readLotRound(ctx: Ctx, lotId: string) {
  const found = await lotRoundFor(ctx.db, ctx, lotId);
  if (!found || !may(ctx.actor, "lot.read", found.relation)) return null;
  const { lot, tender, brief, own } = found;
  const standing = await standingOf(ctx.db, ctx);
  const mine = own && (await ownBidView<LotTerms>(ctx, own, tender));
  return {
    ...(await matchedTo(ctx, { brief, tender }, "lot")),
    facts: await lotFacts(ctx, lot),
    terms: { field: brief.field, purpose: brief.purpose, creditorKind: brief.creditorKind },
    place: localPlace(brief.placeCode, ctx),
    round: roundFacts(tender, ctx.now),
    declined: await declinedBecause(ctx, tender),
    forum: forumOf(packOfCase(standing.book, brief), brief),
    conflict: await hasLotConflict(ctx.db, ctx, { lot, bidderOrgId: ctx.actor.orgId ?? "" }),
    decision: decideBid({ tender, brief }, standing, ctx.now),
    check: mine && checkLot(mine.terms.rates, lot.spread, lotClaim(ctx, { lot, tender }, standing.book)),
    own: mine,
  };
}

/** What a bid on a lot is written on: its bands, its time, and the bidder's own bid worked through. Null when the round is not for it. */
export async function readLotBid(ctx: Ctx, lotId: string) {
  const found = await lotRoundFor(ctx.db, ctx, lotId);
  if (!found || !may(ctx.actor, "bid.place", found.relation)) return null;
  const { lot, tender, brief, own } = found;
  const standing = await standingOf(ctx.db, ctx);
  const mine = own && (await ownBidView<LotTerms>(ctx, own, tender));
  return {
    facts: await lotFacts(ctx, lot),
    place: localPlace(brief.placeCode, ctx),
    round: roundFacts(tender, ctx.now),
    decision: decideBid({ tender, brief }, standing, ctx.now),
    check: mine && checkLot(mine.terms.rates, lot.spread, lotClaim(ctx, { lot, tender }, standing.book)),
    own: mine,
  };
}

/** The bands that the rates of a bid are read by, and nothing besides: asked at every pause of the typing. */
export async function readLotBands(ctx: Ctx, lotId: string) {
  const found = await lotRoundFor(ctx.db, ctx, lotId);
  if (!found || !may(ctx.actor, "bid.place", found.relation)) return null;
  const { caseId, code, currency, spread } = found.lot;
  return { caseId, code, currency, cells: spread.cells };
}
