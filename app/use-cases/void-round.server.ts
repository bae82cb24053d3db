import type { Ctx } from "#app/use-cases/ctx.ts";
import { stopTimers } from "#app/use-cases/timers/set-timer.server.ts";
import type { Tx } from "#db/client.ts";
import { awardInForce, setAwardStatus } from "#db/queries/awards.ts";
import { bidders } from "#db/queries/bids.ts";
import type { CaseRow } from "#db/queries/cases.ts";
import { unlistRound } from "#db/queries/open-rounds.ts";
import { latestTender, lockTender, setTenderStatus } from "#db/queries/tenders.ts";

/**
 * Ends whatever round or unsigned award a case has, because the case itself is withdrawn or changed, in the
 * caller's transaction, which holds the case. Sealed bids stay sealed for good. Returns the organisations
 * whose bids were in it, for the caller to tell.
 */
export async function voidRound(tx: Tx, ctx: Ctx, { caseId }: Pick<CaseRow, "caseId">): Promise<string[]> {
  const latest = await latestTender(tx, caseId);
  const tender = latest && (await lockTender(tx, { caseId, id: latest.id, strength: "update" }));
  if (!tender || tender.status === "void") return [];
  const affected = await bidders(tx, { caseId, tenderId: tender.id });
  const award = await awardInForce(tx, caseId);
  if (award?.status === "active") await setAwardStatus(tx, award, "lapsed");
  await setTenderStatus(tx, tender, { status: "void", closedAt: tender.closedAt ?? ctx.now });
  await unlistRound(tx, caseId);
  await stopTimers(tx, ctx, { caseId, kind: "close_round" });
  await stopTimers(tx, ctx, { caseId, kind: "lapse_award" });
  return affected;
}
