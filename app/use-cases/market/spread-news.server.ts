import { may } from "#app/domain/accounts/access.ts";
import { type Ring, rings } from "#app/domain/market/match.ts";
import { enoughBids, leastTold, mostTold, nextWidening } from "#app/domain/market/news.ts";
import { err, ok, type Result } from "#app/domain/result.ts";
import type { Ctx } from "#app/use-cases/ctx.ts";
import { hasLotConflict } from "#app/use-cases/lots/lot-standing.server.ts";
import { type Notice, notifyAll } from "#app/use-cases/notify.server.ts";
import { tiedAmong } from "#app/use-cases/tenders/conflict-check.server.ts";
import type { Tx } from "#db/client.ts";
import { lotRound } from "#db/queries/lots.ts";
import type { ListedRound } from "#db/queries/open-rounds.ts";
import {
  bidsIn,
  collectorsFor,
  insertInvitations,
  lockDueNews,
  type NewsRow,
  updateNews,
} from "#db/queries/round-news.ts";
import { transact } from "#db/transact.ts";

const batch = 20;

/**
 * Tells collectors of new rounds, the nearest first, and of thin ones further out: city, province, neighbours, then whoever
 * works anywhere. Says how many rounds it looked at.
 */
export function spreadNews(ctx: Ctx): Promise<Result<number, { kind: "not-allowed" }>> {
  return transact<number, { kind: "not-allowed" }>(ctx, async (tx) => {
    if (!may(ctx.actor, "market.tell", "none")) return err({ kind: "not-allowed" });
    const due = await lockDueNews(tx, { now: ctx.now, limit: batch });
    for (const { news, round } of due) await tellFurther(tx, ctx, news, round);
    return ok(due.length);
  });
}

async function tellFurther(tx: Tx, ctx: Ctx, news: NewsRow, round: ListedRound): Promise<void> {
  const served = news.ring >= 0 && (await bidsIn(tx, news)) >= enoughBids;
  let { ring } = news;
  let told = 0;
  while (!served && ring < rings.length - 1 && told < leastTold) {
    ring += 1;
    told += await tellRing(tx, ctx, round, { ring, limit: mostTold - told });
  }
  const last = ring === rings.length - 1;
  await updateNews(tx, news.caseId, {
    ring,
    told: news.told + told,
    widenAt: last ? null : nextWidening(round, ctx.now),
  });
}

/** Tells the collectors of one ring that nothing ties to the parties; the others never learn that there was a round. */
async function tellRing(
  tx: Tx,
  ctx: Ctx,
  round: ListedRound,
  { ring, limit }: { ring: number; limit: number },
): Promise<number> {
  const { caseId, tenderId } = round;
  const today = ctx.now.toISOString().slice(0, 10);
  const name: Ring = rings[ring];
  const near = await collectorsFor(tx, { round, ring: name, today, limit });
  const tied = await tiedTo(tx, ctx, round, near);
  const free = near.filter((orgId) => !tied.has(orgId));
  await insertInvitations(
    tx,
    free.map((orgId) => ({ caseId, tenderId, orgId, ring, toldAt: ctx.now })),
  );
  await notifyAll(
    tx,
    ctx,
    free.map((toOrgId) => noticeOf(round, toOrgId)),
  );
  return free.length;
}

async function tiedTo(
  tx: Tx,
  ctx: Ctx,
  { subject, caseId, creditorOrgId }: ListedRound,
  orgIds: string[],
): Promise<Set<string>> {
  if (subject === "case") return tiedAmong(tx, ctx, { caseId, creditorOrgId }, orgIds);
  const found = await lotRound(tx, caseId);
  const tied = new Set<string>();
  for (const bidderOrgId of orgIds) {
    if (!found || (await hasLotConflict(tx, ctx, { lot: found.lot, bidderOrgId }))) tied.add(bidderOrgId);
  }
  return tied;
}

const noticeOf = ({ caseId, subject, code, placeCode, claimKind }: ListedRound, toOrgId: string): Notice => ({
  kind: "new_match",
  values: { case: code, debtorPlace: placeCode, kindKey: `cases.kind.${claimKind}` },
  toOrgId,
  href: subject === "lot" ? `/lots/${caseId}` : `/rounds/${caseId}`,
});
