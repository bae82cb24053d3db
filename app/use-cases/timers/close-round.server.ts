import { eq } from "drizzle-orm";
import { caseMoves } from "#app/domain/cases/moves.ts";
import { ok, type Result } from "#app/domain/result.ts";
import { extendedUntil } from "#app/domain/tenders/round.ts";
import type { Ctx } from "#app/use-cases/ctx.ts";
import { notify } from "#app/use-cases/notify.server.ts";
import { openBids } from "#app/use-cases/open-bids.server.ts";
import { type NotLawful, recordEvent } from "#app/use-cases/record-event.server.ts";
import type { Tx } from "#db/client.ts";
import { countBids } from "#db/queries/bids.ts";
import type { CaseRow } from "#db/queries/cases.ts";
import { unlistRound } from "#db/queries/open-rounds.ts";
import { lockTender, setTenderStatus } from "#db/queries/tenders.ts";
import { cases } from "#db/schema/cases.ts";
import { extendRound } from "./extend-round.server.ts";

/**
 * Closes a round whose time is over and opens all its bids at once, in the caller's transaction, which holds
 * the case. With fewer than two bids it goes on as long again, once. A round that is not open, or not over yet, is left as it is.
 */
export async function closeRound(
  tx: Tx,
  ctx: Ctx,
  kase: CaseRow,
  tenderId: string,
): Promise<Result<null, NotLawful>> {
  const tender = await lockTender(tx, { caseId: kase.caseId, id: tenderId, strength: "update" });
  const status = caseMoves[kase.status].closeRound;
  if (tender?.status !== "open" || ctx.now < tender.closesAt || !status) return ok(null);
  const until = extendedUntil(tender, await countBids(tx, tender.caseId, tender.id), ctx.now);
  if (until) return extendRound(tx, ctx, kase, { tender, until });

  await setTenderStatus(tx, tender, { status: "closed", closedAt: ctx.now });
  await unlistRound(tx, kase.caseId);
  const opened = await openBids(tx, ctx, tender);
  const recorded = await recordEvent(tx, ctx, kase, {
    type: "round_closed",
    occurredAt: ctx.now,
    payload: { refs: { tenderId, round: tender.round, bids: opened.length } },
  });
  if (!recorded.ok) return recorded;
  await tx.update(cases).set({ status, updatedAt: ctx.now }).where(eq(cases.caseId, kase.caseId));
  kase.status = status;
  await tell(tx, ctx, kase, opened);
  return ok(null);
}

/** The creditor learns how many bids there are; a bidder only that the round is over. */
async function tell(tx: Tx, ctx: Ctx, kase: CaseRow, bidderOrgIds: string[]): Promise<void> {
  const { code, caseId, creditorOrgId } = kase;
  const forCreditor = { toOrgId: creditorOrgId, href: `/cases/${caseId}/bids` };
  if (bidderOrgIds.length === 0) {
    await notify(tx, ctx, { kind: "round_no_bids", values: { case: code }, ...forCreditor });
    return;
  }
  const values = { case: code, count: bidderOrgIds.length };
  await notify(tx, ctx, { kind: "round_closed", values, ...forCreditor });
  for (const toOrgId of bidderOrgIds) {
    await notify(tx, ctx, { kind: "bid_opened", values: { case: code }, toOrgId, href: `/rounds/${caseId}` });
  }
}
