import { caseMoves } from "#app/domain/cases/moves.ts";
import type { Ctx } from "#app/use-cases/ctx.ts";
import { notify } from "#app/use-cases/notify.server.ts";
import type { Tx } from "#db/client.ts";
import { awardInForce, setAwardStatus } from "#db/queries/awards.ts";
import { type LotRow, updateLot } from "#db/queries/lots.ts";
import { latestTender, setTenderStatus } from "#db/queries/tenders.ts";

/** Ends an award of a lot that was not signed in time: the creditor chooses among the bids again, or opens a new round. */
export async function lapseLotAward(tx: Tx, ctx: Ctx, lot: LotRow, awardId: string): Promise<void> {
  const award = await awardInForce(tx, lot.caseId);
  const status = caseMoves[lot.status].lapse;
  if (award?.id !== awardId || award.status !== "active" || ctx.now < award.signBy || !status) return;
  await setAwardStatus(tx, award, "lapsed");
  await updateLot(tx, lot.caseId, { status, updatedAt: ctx.now });
  const tender = await latestTender(tx, lot.caseId);
  if (tender) await setTenderStatus(tx, tender, { status: "closed" });
  const notice = { kind: "award_lapsed", values: { case: lot.code } } as const;
  await notify(tx, ctx, { ...notice, toOrgId: lot.creditorOrgId, href: `/lots/${lot.caseId}/bids` });
  await notify(tx, ctx, { ...notice, toOrgId: award.collectorOrgId, href: "/bids" });
}
