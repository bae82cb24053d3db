import { may } from "#app/domain/accounts/access.ts";
import { licenceState } from "#app/domain/accounts/licence-moves.ts";
import { rankedLotBids } from "#app/domain/portfolios/lot-fees.ts";
import type { LotTerms } from "#app/domain/portfolios/lot-terms.ts";
import type { Ctx } from "#app/use-cases/ctx.ts";
import { awardInForce } from "#db/queries/awards.ts";
import { countBids, openedBids } from "#db/queries/bids.ts";
import { findLot, lotRelation } from "#db/queries/lots.ts";
import { latestTender } from "#db/queries/tenders.ts";

/** A lot's bids as its creditor may see them: while the round is open their number and nothing else, then all of them, ranked. */
export async function compareLotBids(ctx: Ctx, caseId: string) {
  const lot = await findLot(ctx.db, ctx.actor, caseId);
  if (!lot || !may(ctx.actor, "bid.compare", lotRelation(ctx.actor, lot))) return null;
  const tender = await latestTender(ctx.db, caseId);
  const award = await awardInForce(ctx.db, caseId);
  const opened = tender && tender.status !== "open" && tender.status !== "void";
  const bids = opened ? await openedBids(ctx.db, caseId, tender.id) : [];
  const priced = bids.map((bid) => ({ ...bid, terms: bid.terms as LotTerms }));
  return {
    lot,
    round: tender && {
      id: tender.id,
      scope: tender.scope,
      status: tender.status,
      closesAt: tender.closesAt,
      sealed: tender.status === "open" ? await countBids(ctx.db, caseId, tender.id) : null,
    },
    award: award && { bidId: award.bidId, status: award.status, signBy: award.signBy },
    bids: rankedLotBids(priced, lot.spread, tender?.scope ?? "").map(
      ({ id, terms, firm, licence, standing }) => ({
        id,
        terms,
        standing,
        firm: { name: firm.name, kind: firm.kind },
        licence: {
          kind: licence.kind,
          number: licence.number,
          valid: licenceState(licence, ctx.now) === "verified",
        },
      }),
    ),
    mayAward: may(ctx.actor, "award.make", "creditor") && tender?.status === "closed" && !award,
  };
}
