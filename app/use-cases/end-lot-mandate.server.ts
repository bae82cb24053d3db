import { system } from "#app/domain/accounts/actor.ts";
import { caseMoves } from "#app/domain/cases/moves.ts";
import type { EndReason } from "#app/domain/engagements/end-mandate.ts";
import { newId } from "#app/domain/ids.ts";
import { err, ok, type Result } from "#app/domain/result.ts";
import { hoursOf } from "#app/domain/tenders/round.ts";
import { countRemainder } from "#app/use-cases/count-spread.server.ts";
import type { Ctx } from "#app/use-cases/ctx.ts";
import { closeMandate, endRefs, type Mandate, tellEnd } from "#app/use-cases/end-mandate.server.ts";
import { openLotRound } from "#app/use-cases/open-lot-round.server.ts";
import type { Tx } from "#db/client.ts";
import { takeCases } from "#db/queries/lot-carryovers.ts";
import { type LotRow, updateLot } from "#db/queries/lots.ts";
import { findPortfolio } from "#db/queries/portfolios.ts";
import { latestTender } from "#db/queries/tenders.ts";

/** `nothing-left`: no claim of the lot is open any more, so there is nothing to tender. */
export type EndLotRefusal = { kind: "nothing-left" } | { kind: "wrong-status" };

/**
 * Ends the one mandate of a lot and tenders what is still open of it anew on the same terms, in the caller's transaction, which holds the
 * lot. The collector loses every case that it still has at once, however many they are; their logs say so a little later, from the notes
 * that are left for each. Claims that are no cases yet stay where they are. What was closed or refused is not tendered again.
 */
export async function endLotMandate(
  tx: Tx,
  ctx: Ctx,
  lot: LotRow,
  { award, row, reason }: Mandate & { reason: EndReason },
): Promise<Result<null, EndLotRefusal>> {
  const status = caseMoves[lot.status].retender;
  const tender = await latestTender(tx, lot.caseId);
  const portfolio = await findPortfolio(tx, system, lot.portfolioId);
  if (!status || !tender || !portfolio?.offer) throw new Error(`Lot ${lot.caseId} has no mandate to end`);
  const { scope } = await closeMandate(tx, ctx, { award, row });
  const held = { lot, engagementId: row.id, collectorOrgId: award.collectorOrgId };
  await takeCases(tx, held, {
    id: newId(ctx.now),
    type: "mandate_ended",
    refs: { ...endRefs({ award, row, reason }), lot: lot.code },
    at: ctx.now,
    actor: ctx.actor,
  });
  const spread = await countRemainder(tx, ctx, lot);
  if (!spread) return err({ kind: "nothing-left" });
  const settled = { collectorOrgId: null, spread, posted: 0, refused: 0, closedAt: null };
  await updateLot(tx, lot.caseId, { ...settled, status, updatedAt: ctx.now });
  await tellEnd(tx, ctx, { ...lot, href: `/lots/${lot.caseId}` }, { award, reason });
  const terms = { hours: hoursOf(tender), scope, goal: portfolio.offer.goal };
  const opened = await openLotRound(tx, ctx, { ...lot, ...settled, status }, { portfolio, terms });
  return opened.ok ? ok(null) : opened;
}
