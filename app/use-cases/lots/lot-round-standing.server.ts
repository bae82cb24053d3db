import { may } from "#app/domain/accounts/access.ts";
import { withdrawnFrom } from "#app/domain/portfolios/lot-state.ts";
import { isOpen } from "#app/domain/tenders/round.ts";
import type { Ctx } from "#app/use-cases/ctx.ts";
import { awardStanding } from "#app/use-cases/tenders/compared-firm.server.ts";
import { countBids } from "#db/queries/bids.ts";
import type { LotRow } from "#db/queries/lots.ts";
import { latestTender, type TenderRow } from "#db/queries/tenders.ts";

/** Its bids may be read by its creditor. */
export const isOpened = ({ status }: Pick<TenderRow, "status">): boolean =>
  status === "closed" || status === "awarded";

/** Where the newest round of a lot stands for its creditor, and what can be done about it now. */
export async function lotRoundStanding(ctx: Ctx, lot: LotRow) {
  const tender = await latestTender(ctx.db, lot.caseId);
  const award = await awardStanding(ctx, lot.caseId);
  const lie = tender ? await countBids(ctx.db, lot.caseId, tender.id) : 0;
  return {
    tender,
    round: tender && roundOf(tender, lie, ctx.now),
    award,
    mayAward: may(ctx.actor, "award.make", "creditor") && tender?.status === "closed" && !award,
    mayReopen: lot.status === "deciding" && !award,
    mayWithdraw: may(ctx.actor, "case.withdraw", "creditor") && withdrawnFrom(lot.status) !== undefined,
  };
}

const roundOf = (tender: TenderRow, lie: number, now: Date) => ({
  number: tender.round,
  scope: tender.scope,
  status: tender.status,
  opensAt: tender.opensAt,
  closesAt: tender.closesAt,
  extended: tender.extendedAt !== null,
  /** By the clock: a round whose time is over takes no bids, whether or not it has been opened yet. */
  open: isOpen(tender, now),
  /** How many lie sealed; null once they were opened. */
  sealed: tender.status === "open" ? lie : null,
  opened: isOpened(tender) ? lie : null,
});
