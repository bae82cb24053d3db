import { may } from "#app/domain/accounts/access.ts";
import type { Series } from "#app/domain/law/series/series.ts";
import { kilometresBetween } from "#app/domain/places/distance.ts";
import { purposeOf } from "#app/domain/portfolios/claim.ts";
import {
  type ComparedLotBid,
  outlookOf,
  rankedLotBids,
  tightest,
} from "#app/domain/portfolios/compare-lot.ts";
import { checkBands } from "#app/domain/portfolios/lot-fees.ts";
import type { LotTerms } from "#app/domain/portfolios/lot-terms.ts";
import { confidenceIn } from "#app/domain/tenders/expected.ts";
import { bidderOf } from "#app/domain/tenders/fee-check.ts";
import type { Ctx } from "#app/use-cases/ctx.ts";
import { comparedFirm } from "#app/use-cases/tenders/compared-firm.server.ts";
import { trackRecord } from "#app/use-cases/tenders/track-record.server.ts";
import { type OpenedBid, openedBids } from "#db/queries/bids.ts";
import { coverOf } from "#db/queries/insurances.ts";
import { lawBook } from "#db/queries/law.ts";
import { findLot, type LotRow, lotRelation } from "#db/queries/lots.ts";
import type { TenderRow } from "#db/queries/tenders.ts";
import { lotHeadingOf } from "./lot-heading.server.ts";
import { isOpened, lotRoundStanding } from "./lot-round-standing.server.ts";

/** A lot's bids as its creditor may see them: while the round is open their number and nothing else, then all of them, ranked. */
export async function compareLotBids(ctx: Ctx, caseId: string) {
  const lot = await findLot(ctx.db, ctx.actor, caseId);
  if (!lot || !may(ctx.actor, "bid.compare", lotRelation(ctx.actor, lot))) return null;
  const { tender, ...standing } = await lotRoundStanding(ctx, lot);
  return {
    heading: lotHeadingOf(lot, ctx),
    spread: lot.spread,
    ...standing,
    bids: tender && isOpened(tender) ? await compared(ctx, lot, tender) : [],
  };
}

type Setting = { lot: LotRow; scope: TenderRow["scope"]; series: Series };

async function compared(ctx: Ctx, lot: LotRow, { id, scope }: TenderRow): Promise<ComparedLotBid[]> {
  const { jurisdiction, debtorKind, spread } = lot;
  const prospect = { jurisdiction, debtorKind, purpose: purposeOf(debtorKind), disputed: "unknown", scope };
  const bids = await openedBids(ctx.db, lot.caseId, id);
  const known = await Promise.all(
    bids.map(async (bid) => {
      const { closed, taken } = await trackRecord(ctx.db, bid.firm.orgId);
      const outlook = outlookOf(spread, prospect, closed);
      return { ...bid, terms: bid.terms as LotTerms, outlook, taken, closedCases: closed.length };
    }),
  );
  const orgIds = bids.map(({ firm }) => firm.orgId);
  const covers = await coverOf(ctx.db, orgIds, ctx.now);
  const { series } = await lawBook(ctx.db);
  const confidence = confidenceIn({ ...prospect, ageDays: spread.cells[0]?.days ?? 0 });
  return rankedLotBids(known, spread).map(({ closedCases, expected, ...bid }) => ({
    ...workedThrough(ctx, { lot, scope, series }, bid),
    cover: covers.get(bid.firm.orgId) ?? null,
    expected,
    taken: bid.taken,
    record: { cases: closedCases, confidence },
  }));
}

function workedThrough(
  ctx: Ctx,
  { lot, scope, series }: Setting,
  bid: Omit<OpenedBid, "terms"> & { terms: LotTerms },
): Omit<ComparedLotBid, "cover" | "expected" | "record" | "taken"> {
  const { jurisdiction, currency, regions, spread } = lot;
  const { terms, firm, placedAt } = bid;
  const claim = { jurisdiction, currency, scope, bidder: bidderOf(firm.kind), at: placedAt, series };
  return {
    ...comparedFirm(ctx, bid),
    terms,
    kilometres: regions.length === 1 ? kilometresBetween(firm.placeCode, regions[0]) : null,
    check: tightest(checkBands(terms.rates, spread, claim)),
  };
}
