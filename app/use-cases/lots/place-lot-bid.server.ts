import { may } from "#app/domain/accounts/access.ts";
import { newId } from "#app/domain/ids.ts";
import type { Decision } from "#app/domain/law/types.ts";
import { checkLot, type LotCheck } from "#app/domain/portfolios/check-lot.ts";
import { isRefused } from "#app/domain/portfolios/lot-fees.ts";
import type { LotTerms } from "#app/domain/portfolios/lot-terms.ts";
import { err, ok, type Result } from "#app/domain/result.ts";
import { isOpen } from "#app/domain/tenders/round.ts";
import { bidContext } from "#app/domain/tenders/sealed.ts";
import { bidderPurpose, sealForRound } from "#app/gateways/round-keys.server.ts";
import type { Ctx } from "#app/use-cases/ctx.ts";
import { notify } from "#app/use-cases/notify.server.ts";
import {
  decideBid,
  isFull,
  licenceFor,
  lotRoundFor,
  standingOf,
} from "#app/use-cases/tenders/standing.server.ts";
import type { Tx } from "#db/client.ts";
import { countBids, saveBid } from "#db/queries/bids.ts";
import { takeDeclineBack } from "#db/queries/round-declines.ts";
import { lockTender } from "#db/queries/tenders.ts";
import { transact } from "#db/transact.ts";
import { hasLotConflict, lotClaim } from "./lot-standing.server.ts";

export type PlaceLotBidRefusal =
  | { kind: "round-not-found" }
  | { kind: "round-closed"; closesAt: Date }
  | { kind: "not-capable"; decision: Decision }
  | { kind: "conflict" }
  | { kind: "at-capacity" }
  | { kind: "over-cap"; check: LotCheck };

/** Places the organisation's one sealed bid on a lot, priced by band, or revises it, until the round closes by the database's clock. */
export function placeLotBid(
  ctx: Ctx,
  { caseId, terms }: { caseId: string; terms: LotTerms },
): Promise<Result<{ bidId: string; revised: boolean }, PlaceLotBidRefusal>> {
  return transact<{ bidId: string; revised: boolean }, PlaceLotBidRefusal>(ctx, async (tx) => {
    const found = await lotRoundFor(tx, ctx, caseId);
    const orgId = ctx.actor.orgId ?? "";
    if (!found || !may(ctx.actor, "bid.place", found.relation)) return err({ kind: "round-not-found" });
    const tender = await lockTender(tx, { caseId, id: found.tender.id, strength: "share" });
    if (!tender || !isOpen(tender, ctx.now))
      return err({ kind: "round-closed", closesAt: found.tender.closesAt });
    const { lot, brief, own } = found;
    const standing = await standingOf(tx, ctx);
    const round = { tender, brief, party: { creditorOrgId: lot.creditorOrgId } };
    const decision = decideBid(round, standing, ctx.now);
    const licence = licenceFor(standing, round);
    if (!decision.allowed || !licence) return err({ kind: "not-capable", decision });
    if (await isFull(tx, orgId)) return err({ kind: "at-capacity" });
    if (await hasLotConflict(tx, ctx, { lot, bidderOrgId: orgId })) return err({ kind: "conflict" });
    const check = checkLot(terms.rates, lot.spread, lotClaim(ctx, { lot, tender }, standing.book));
    if (isRefused(check.bands)) return err({ kind: "over-cap", check });

    const bid = { caseId, tenderId: tender.id, orgId };
    const plain = JSON.stringify(terms);
    const id = own?.id ?? newId(ctx.now);
    const sealed = {
      sealedForRound: sealForRound(tender.wrappedKey, bidContext(bid), plain),
      sealedForBidder: ctx.secrets.seal(bidderPurpose(orgId), plain),
    };
    const row = { ...bid, id, licenceId: licence.licenceId, bidBy: ctx.actor.userId ?? "", ...sealed };
    if ((await saveBid(tx, row, ctx.now)) !== "done")
      return err({ kind: "round-closed", closesAt: tender.closesAt });
    await takeDeclineBack(tx, bid, ctx.now);
    const revised = own !== null && own.withdrawnAt === null;
    if (!revised) await tellCreditor(tx, ctx, found);
    return ok({ bidId: id, revised });
  });
}

async function tellCreditor(
  tx: Tx,
  ctx: Ctx,
  { lot, tender }: NonNullable<Awaited<ReturnType<typeof lotRoundFor>>>,
) {
  const count = await countBids(tx, lot.caseId, tender.id);
  const values = { case: lot.code, count };
  await notify(tx, ctx, {
    kind: "bid_received",
    values,
    toOrgId: lot.creditorOrgId,
    href: `/lots/${lot.caseId}/bids`,
  });
}
