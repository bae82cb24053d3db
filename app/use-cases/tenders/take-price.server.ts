import { z } from "zod";
import { may } from "#app/domain/accounts/access.ts";
import { caseMoves } from "#app/domain/cases/moves.ts";
import { newId } from "#app/domain/ids.ts";
import { err, type Result } from "#app/domain/result.ts";
import { bidderOf, checkFee } from "#app/domain/tenders/fee-check.ts";
import type { Brief } from "#app/domain/tenders/may-bid.ts";
import { bidContext } from "#app/domain/tenders/sealed.ts";
import { fits, isSimple, standingScope } from "#app/domain/tenders/standing-price.ts";
import { bidderPurpose, newRoundKey, sealForRound } from "#app/gateways/round-keys.server.ts";
import type { Ctx } from "#app/use-cases/ctx.ts";
import type { Tx } from "#db/client.ts";
import { awardInForce } from "#db/queries/awards.ts";
import { openedBids } from "#db/queries/bids.ts";
import { type CaseRow, lockCase, relationTo } from "#db/queries/cases.ts";
import { lawBook } from "#db/queries/law.ts";
import { validLicences } from "#db/queries/licences.ts";
import {
  insertStandingBid,
  standingPriceAt,
  type TakeWrite,
  takePrice as writeTake,
} from "#db/queries/standing-prices.ts";
import { briefOf, insertTender, latestTender, setTenderStatus, type TenderRow } from "#db/queries/tenders.ts";
import { transact } from "#db/transact.ts";
import { type MakeAwardRefusal, makeAward } from "./make-award.server.ts";

export const TakePrice = z.object({ caseId: z.uuid(), priceId: z.uuid() });

export type TakeRefusal =
  | { kind: "case-not-found" }
  | { kind: "not-open" }
  | { kind: "not-simple" }
  | { kind: "price-not-matching" }
  | { kind: "over-cap" }
  | { kind: Exclude<TakeWrite, "done"> }
  | MakeAwardRefusal;

type Taken = NonNullable<Awaited<ReturnType<typeof standingPriceAt>>>;

/**
 * Gives a case to a collector at its standing price, without a round: the price stands in as the one bid of a round that was never
 * held, and is awarded as any bid is, licence and conflicts looked at again. The cap is held against this very claim.
 */
export function takePrice(
  ctx: Ctx,
  { caseId, priceId }: z.infer<typeof TakePrice>,
): Promise<Result<null, TakeRefusal>> {
  return transact<null, TakeRefusal>(ctx, async (tx) => {
    const kase = await lockCase(tx, ctx.actor, caseId);
    if (!kase || !may(ctx.actor, "award.make", relationTo(ctx.actor, kase)))
      return err({ kind: "case-not-found" });
    if (await awardInForce(tx, caseId)) return err({ kind: "already-awarded" });
    const status = caseMoves[kase.status].award;
    if (!status) return err({ kind: "not-open" });
    const brief = await briefOf(tx, caseId);
    if (!brief || !isSimple(brief)) return err({ kind: "not-simple" });
    const taken = await standingPriceAt(tx, priceId, ctx.now);
    if (!taken) return err({ kind: "price-gone" });
    const licence = await licenceIn(tx, ctx, taken, brief.jurisdiction);
    if (!licence) return err({ kind: "price-gone" });
    const refusal = await refusalOf(tx, ctx, brief, taken);
    if (refusal) return err(refusal);

    const write = await writeTake(tx, { priceId, caseId, takenAt: ctx.now });
    if (write !== "done") return err({ kind: write });
    const tender = await standIn(tx, ctx, kase, { ...taken, licenceId: licence.licenceId });
    const [bid] = await openedBids(tx, caseId, tender.id);
    if (!bid) throw new Error(`The taken price of case ${caseId} left no bid`);
    return makeAward(tx, ctx, kase, { tender, bid, status });
  });
}

/** The licence on which the firm could act now; a price of a firm without one stands on paper only. */
async function licenceIn(tx: Tx, { now }: Ctx, { firm }: Taken, jurisdiction: string) {
  const licences = await validLicences(tx, firm.orgId, now);
  return licences.find(({ territory }) => territory === jurisdiction) ?? null;
}

async function refusalOf(
  tx: Tx,
  ctx: Ctx,
  brief: Brief,
  { price, firm }: Taken,
): Promise<TakeRefusal | null> {
  if (!fits({ ...price, least: Number(price.least), most: Number(price.most) }, brief))
    return { kind: "price-not-matching" };
  const { series } = await lawBook(tx);
  const claim = { ...brief, scope: standingScope, bidder: bidderOf(firm.kind), at: ctx.now, series };
  const { verdict } = checkFee(price.terms, claim);
  return verdict === "over" || verdict === "barred" ? { kind: "over-cap" } : null;
}

/** The round that was never held, with the price as its one bid; a round before it that was not decided is over. */
async function standIn(
  tx: Tx,
  ctx: Ctx,
  kase: CaseRow,
  { price, firm, licenceId }: Taken & { licenceId: string },
): Promise<TenderRow> {
  const { caseId, jurisdiction } = kase;
  const before = await latestTender(tx, caseId);
  if (before?.status === "closed") await setTenderStatus(tx, before, { status: "void" });
  const tender: TenderRow = {
    caseId,
    id: newId(ctx.now),
    round: (before?.round ?? 0) + 1,
    status: "closed",
    lane: "standing",
    scope: standingScope,
    feeModels: [price.terms.model],
    territories: [jurisdiction],
    opensAt: ctx.now,
    closesAt: ctx.now,
    extendedAt: null,
    closedAt: ctx.now,
    wrappedKey: newRoundKey(ctx.secrets),
  };
  await insertTender(tx, tender);
  const bid = { caseId, tenderId: tender.id, orgId: firm.orgId };
  const plain = JSON.stringify(price.terms);
  await insertStandingBid(tx, {
    ...bid,
    id: newId(ctx.now),
    licenceId,
    bidBy: price.publishedBy,
    sealedForRound: sealForRound(tender.wrappedKey, bidContext(bid), plain),
    sealedForBidder: ctx.secrets.seal(bidderPurpose(firm.orgId), plain),
    terms: price.terms,
    placedAt: ctx.now,
    revisedAt: null,
    withdrawnAt: null,
    openedAt: ctx.now,
    standingPriceId: price.id,
  });
  return tender;
}
