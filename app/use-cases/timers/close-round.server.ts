import { eq } from "drizzle-orm";
import { caseMoves } from "#app/domain/cases/moves.ts";
import { ok, type Result } from "#app/domain/result.ts";
import { extendedUntil } from "#app/domain/tenders/round.ts";
import { bidContext } from "#app/domain/tenders/sealed.ts";
import type { BidTerms } from "#app/domain/tenders/terms.ts";
import { unwrapRoundKey } from "#app/gateways/round-keys.server.ts";
import type { Ctx } from "#app/use-cases/ctx.ts";
import { notify } from "#app/use-cases/notify.server.ts";
import { type NotLawful, recordEvent } from "#app/use-cases/record-event.server.ts";
import type { Tx } from "#db/client.ts";
import { bidsInForce, countBids, openBid } from "#db/queries/bids.ts";
import type { CaseRow } from "#db/queries/cases.ts";
import { unlistRound } from "#db/queries/open-rounds.ts";
import { lockTender, setTenderStatus, type TenderRow } from "#db/queries/tenders.ts";
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
  const opened = await openAll(tx, ctx, tender);
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

async function openAll(tx: Tx, ctx: Ctx, tender: TenderRow): Promise<string[]> {
  const sealed = await bidsInForce(tx, tender.caseId, tender.id);
  const unseal = unwrapRoundKey(ctx.secrets, tender.wrappedKey);
  for (const bid of sealed) {
    const terms: BidTerms = JSON.parse(unseal(bidContext(bid), bid.sealedForRound));
    await openBid(tx, bid, terms, ctx.now);
  }
  return sealed.map(({ orgId }) => orgId);
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
