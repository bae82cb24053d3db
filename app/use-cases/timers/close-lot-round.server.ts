import { caseMoves } from "#app/domain/cases/moves.ts";
import { extendedUntil } from "#app/domain/tenders/round.ts";
import type { Ctx } from "#app/use-cases/ctx.ts";
import { notify } from "#app/use-cases/notify.server.ts";
import { openBids } from "#app/use-cases/open-bids.server.ts";
import type { Tx } from "#db/client.ts";
import { countBids } from "#db/queries/bids.ts";
import { type LotRow, updateLot } from "#db/queries/lots.ts";
import { unlistRound } from "#db/queries/open-rounds.ts";
import { lockTender, setTenderStatus } from "#db/queries/tenders.ts";
import { extendWindow } from "./extend-round.server.ts";

/**
 * Closes a lot's round whose time is over and opens all its bids at once, in the caller's transaction, which holds the lot. With fewer
 * than two bids it goes on as long again, once, as the round of a case does.
 */
export async function closeLotRound(tx: Tx, ctx: Ctx, lot: LotRow, tenderId: string): Promise<void> {
  const { caseId, code, creditorOrgId } = lot;
  const tender = await lockTender(tx, { caseId, id: tenderId, strength: "update" });
  const status = caseMoves[lot.status].closeRound;
  if (tender?.status !== "open" || ctx.now < tender.closesAt || !status) return;
  const until = extendedUntil(tender, await countBids(tx, caseId, tenderId), ctx.now);
  if (until) {
    const at = { creditor: `/lots/${caseId}/bids`, bidder: `/lots/${caseId}` };
    return extendWindow(tx, ctx, lot, { tender, until, at });
  }
  await setTenderStatus(tx, tender, { status: "closed", closedAt: ctx.now });
  await unlistRound(tx, caseId);
  const bidders = await openBids(tx, ctx, tender);
  await updateLot(tx, caseId, { status, updatedAt: ctx.now });
  const href = `/lots/${caseId}/bids`;
  if (bidders.length === 0) {
    await notify(tx, ctx, { kind: "round_no_bids", values: { case: code }, toOrgId: creditorOrgId, href });
    return;
  }
  await notify(tx, ctx, {
    kind: "round_closed",
    values: { case: code, count: bidders.length },
    toOrgId: creditorOrgId,
    href,
  });
  for (const toOrgId of bidders) {
    await notify(tx, ctx, { kind: "bid_opened", values: { case: code }, toOrgId, href: `/lots/${caseId}` });
  }
}
