import { may } from "#app/domain/accounts/access.ts";
import { newId } from "#app/domain/ids.ts";
import type { Decision } from "#app/domain/law/types.ts";
import { err, ok, type Result } from "#app/domain/result.ts";
import { bidderOf, checkFee, type FeeCheck } from "#app/domain/tenders/fee-check.ts";
import { isOpen } from "#app/domain/tenders/round.ts";
import { bidContext } from "#app/domain/tenders/sealed.ts";
import type { BidTerms } from "#app/domain/tenders/terms.ts";
import { bidderPurpose, sealForRound } from "#app/gateways/round-keys.server.ts";
import type { Ctx } from "#app/use-cases/ctx.ts";
import { notify } from "#app/use-cases/notify.server.ts";
import type { Tx } from "#db/client.ts";
import { type BidRow, countBids, saveBid } from "#db/queries/bids.ts";
import { takeDeclineBack } from "#db/queries/round-declines.ts";
import { lockTender, type Round } from "#db/queries/tenders.ts";
import { transact } from "#db/transact.ts";
import { hasConflict } from "./conflict-check.server.ts";
import { decideBid, isFull, licenceFor, roundFor, type Standing, standingOf } from "./standing.server.ts";

export type PlaceBidRefusal =
  | { kind: "round-not-found" }
  | { kind: "round-closed"; closesAt: Date }
  | { kind: "model-not-accepted" }
  | { kind: "not-capable"; decision: Decision }
  | { kind: "conflict" }
  | { kind: "at-capacity" }
  | { kind: "over-cap"; check: FeeCheck };

type Placed = { bidId: string; revised: boolean };

/** Places the organisation's one sealed bid of a round, or revises it, until the round closes by the database's clock. */
export function placeBid(
  ctx: Ctx,
  { caseId, terms }: { caseId: string; terms: BidTerms },
): Promise<Result<Placed, PlaceBidRefusal>> {
  return transact<Placed, PlaceBidRefusal>(ctx, async (tx) => {
    const found = await roundFor(tx, ctx, caseId);
    if (!found || !may(ctx.actor, "bid.place", found.relation)) return err({ kind: "round-not-found" });
    const { round, own } = found;
    const tender = await lockTender(tx, { caseId, id: round.tender.id, strength: "share" });
    if (!tender || !isOpen(tender, ctx.now))
      return err({ kind: "round-closed", closesAt: round.tender.closesAt });

    const standing = await standingOf(tx, ctx);
    const refusal = await refusalOf(tx, ctx, { round, standing, terms });
    if (refusal) return err(refusal);
    const saved = await seal(tx, ctx, { round, own, standing, terms });
    if (!saved) return err({ kind: "round-closed", closesAt: tender.closesAt });
    await takeDeclineBack(tx, { caseId, tenderId: tender.id, orgId: ctx.actor.orgId ?? "" }, ctx.now);
    const revised = own !== null && own.withdrawnAt === null;
    if (!revised) await tellCreditor(tx, ctx, round);
    return ok({ bidId: saved, revised });
  });
}

type Offer = { round: Round; standing: Standing; terms: BidTerms };

async function refusalOf(
  tx: Tx,
  ctx: Ctx,
  { round, standing, terms }: Offer,
): Promise<PlaceBidRefusal | null> {
  const { tender, brief, party } = round;
  if (!tender.feeModels.includes(terms.model)) return { kind: "model-not-accepted" };
  const decision = decideBid(round, standing, ctx.now);
  if (!decision.allowed || !licenceFor(standing, round)) return { kind: "not-capable", decision };
  const bidderOrgId = ctx.actor.orgId ?? "";
  if (await isFull(tx, bidderOrgId)) return { kind: "at-capacity" };
  const sides = { caseId: brief.caseId, creditorOrgId: party.creditorOrgId, bidderOrgId };
  if (await hasConflict(tx, ctx, sides)) return { kind: "conflict" };
  const bidder = bidderOf(ctx.actor.role);
  const { series } = standing.book;
  const check = checkFee(terms, { ...brief, scope: tender.scope, bidder, at: ctx.now, series });
  return check.verdict === "over" || check.verdict === "barred" ? { kind: "over-cap", check } : null;
}

/** Stores the terms under the round's key and under the bidder's own; null when the database finds the round closed. */
async function seal(
  tx: Tx,
  ctx: Ctx,
  { round, own, standing, terms }: Offer & { own: BidRow | null },
): Promise<string | null> {
  const { tender, brief } = round;
  const orgId = ctx.actor.orgId ?? "";
  const bid = { caseId: brief.caseId, tenderId: tender.id, orgId };
  const plain = JSON.stringify(terms);
  const id = own?.id ?? newId(ctx.now);
  const written = await saveBid(
    tx,
    {
      ...bid,
      id,
      licenceId: licenceFor(standing, round)?.licenceId ?? "",
      bidBy: ctx.actor.userId ?? "",
      sealedForRound: sealForRound(tender.wrappedKey, bidContext(bid), plain),
      sealedForBidder: ctx.secrets.seal(bidderPurpose(orgId), plain),
    },
    ctx.now,
  );
  return written === "done" ? id : null;
}

/** The creditor learns that a bid lies there and how many do; never whose and what. */
async function tellCreditor(tx: Tx, ctx: Ctx, { tender, brief, party }: Round): Promise<void> {
  const count = await countBids(tx, brief.caseId, tender.id);
  await notify(tx, ctx, {
    kind: "bid_received",
    values: { case: brief.code, count },
    toOrgId: party.creditorOrgId,
    href: `/cases/${brief.caseId}/bids`,
  });
}
