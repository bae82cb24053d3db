import { z } from "zod";
import { may } from "#app/domain/accounts/access.ts";
import { caseMoves } from "#app/domain/cases/moves.ts";
import { powers } from "#app/domain/engagements/contents.ts";
import { newId } from "#app/domain/ids.ts";
import type { Decision } from "#app/domain/law/types.ts";
import { err, ok, type Result } from "#app/domain/result.ts";
import { hoursAfter, signWithinHours } from "#app/domain/tenders/round.ts";
import type { Ctx } from "#app/use-cases/ctx.ts";
import { drawUpEngagement } from "#app/use-cases/engagements/draw-up.server.ts";
import { notify } from "#app/use-cases/notify.server.ts";
import { setTimer } from "#app/use-cases/timers/set-timer.server.ts";
import type { Tx } from "#db/client.ts";
import { type AwardRow, awardInForce, insertAward } from "#db/queries/awards.ts";
import { bidders, type OpenedBid, openedBids } from "#db/queries/bids.ts";
import { type LotRow, lockLot, lotRelation, updateLot } from "#db/queries/lots.ts";
import { findPortfolio } from "#db/queries/portfolios.ts";
import { latestTender, setTenderStatus, type TenderRow } from "#db/queries/tenders.ts";
import { transact } from "#db/transact.ts";
import { lotContents } from "./lot-contents.server.ts";
import { hasLotConflict, mayHoldLot } from "./lot-standing.server.ts";

export const AwardLot = z.object({
  caseId: z.uuid(),
  bidId: z.uuid(),
  powers: z.enum(powers, "error.choose").default("general"),
});

export type AwardLotRefusal =
  | { kind: "lot-not-found" }
  | { kind: "bid-not-found" }
  | { kind: "already-awarded" }
  | { kind: "round-not-decided" }
  | { kind: "not-capable"; decision: Decision }
  | { kind: "conflict" };

/** Awards a lot to one opened bid, once. The bidder's licence and ties are looked at again now; both sides must sign within three days. */
export function awardLot(
  ctx: Ctx,
  { caseId, bidId, powers = "general" }: z.input<typeof AwardLot>,
): Promise<Result<null, AwardLotRefusal>> {
  return transact<null, AwardLotRefusal>(ctx, async (tx) => {
    const lot = await lockLot(tx, ctx.actor, caseId);
    if (!lot || !may(ctx.actor, "award.make", lotRelation(ctx.actor, lot)))
      return err({ kind: "lot-not-found" });
    if (await awardInForce(tx, caseId)) return err({ kind: "already-awarded" });
    const status = caseMoves[lot.status].award;
    const tender = await latestTender(tx, caseId);
    if (!status || tender?.status !== "closed") return err({ kind: "round-not-decided" });
    const bid = (await openedBids(tx, caseId, tender.id)).find(({ id }) => id === bidId);
    if (!bid) return err({ kind: "bid-not-found" });
    const refusal = await refusalOf(tx, ctx, lot, { tender, bid });
    if (refusal) return err(refusal);

    const award: AwardRow = {
      caseId,
      id: newId(ctx.now),
      tenderId: tender.id,
      bidId,
      collectorOrgId: bid.firm.orgId,
      awardedBy: ctx.actor.userId ?? "",
      awardedAt: ctx.now,
      signBy: hoursAfter(ctx.now, signWithinHours),
      status: "active",
    };
    if ((await insertAward(tx, award)) === "already-awarded") return err({ kind: "already-awarded" });
    await updateLot(tx, caseId, { status, updatedAt: ctx.now });
    await setTenderStatus(tx, tender, { status: "awarded" });
    await setTimer(tx, ctx, { caseId, kind: "lapse_award", subjectId: award.id, dueAt: award.signBy });
    const portfolio = await findPortfolio(tx, ctx.actor, lot.portfolioId);
    if (!portfolio) throw new Error(`Lot ${caseId} has no portfolio`);
    const contents = await lotContents(tx, ctx, lot, {
      portfolio,
      tender,
      bid,
      signBy: award.signBy,
      powers,
    });
    await drawUpEngagement(tx, ctx, {
      caseId,
      awardId: award.id,
      ownerOrgId: lot.creditorOrgId,
      licenceId: bid.licence.id,
      contents,
    });
    await tell(tx, ctx, lot, award);
    return ok(null);
  });
}

async function refusalOf(
  tx: Tx,
  ctx: Ctx,
  lot: LotRow,
  { tender, bid }: { tender: TenderRow; bid: OpenedBid },
): Promise<AwardLotRefusal | null> {
  const { orgId, kind } = bid.firm;
  const decision = await mayHoldLot(tx, ctx, lot, { scope: tender.scope, orgId, kind });
  if (!decision.allowed) return { kind: "not-capable", decision };
  return (await hasLotConflict(tx, ctx, { lot, bidderOrgId: orgId })) ? { kind: "conflict" } : null;
}

async function tell(
  tx: Tx,
  ctx: Ctx,
  { caseId, code, creditorOrgId }: LotRow,
  award: AwardRow,
): Promise<void> {
  const values = { case: code, signByAt: award.signBy.toISOString() };
  const href = `/lots/${caseId}/engagement`;
  await notify(tx, ctx, { kind: "awarded", values, toOrgId: award.collectorOrgId, href });
  await notify(tx, ctx, { kind: "signature_needed", values, toOrgId: creditorOrgId, href });
  const others = await bidders(tx, { caseId, tenderId: award.tenderId, except: award.collectorOrgId });
  for (const toOrgId of others) {
    await notify(tx, ctx, { kind: "lost", values: { case: code }, toOrgId, href: `/lots/${caseId}` });
  }
}
