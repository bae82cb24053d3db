import { and, asc, count, desc, eq, isNull, lt, ne, or, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import type { PageKey } from "#app/domain/page-key.ts";
import type { BidTerms } from "#app/domain/tenders/terms.ts";
import type { Reader, Tx } from "#db/client.ts";
import { licences, organizations } from "#db/schema/accounts.ts";
import { caseBriefs } from "#db/schema/cases.ts";
import { lots } from "#db/schema/portfolios.ts";
import { awards, bids, tenders } from "#db/schema/tenders.ts";
import { stillHeld } from "./licences.ts";
import { raisedBy } from "./raised-by.ts";

/** At most one award is ever made on a bid. */
const ownAward = alias(awards, "own_award");

export type BidRow = typeof bids.$inferSelect;

/** The columns a bidder may read of its own bid: never another's, and nothing of the round's key. */
export async function ownBid(
  reader: Reader,
  { caseId, tenderId, orgId }: { caseId: string; tenderId: string; orgId: string },
): Promise<BidRow | null> {
  const [row] = await reader
    .select()
    .from(bids)
    .where(and(eq(bids.caseId, caseId), eq(bids.tenderId, tenderId), eq(bids.orgId, orgId)));
  return row ?? null;
}

/** What the database answers to a bid: `round-closed` by its own clock, whatever the caller's said. */
export type BidWrite = "done" | "round-closed";

/** Does a write that the database refuses once the round is closed. */
export async function unlessClosed(tx: Tx, work: (inner: Tx) => Promise<unknown>): Promise<BidWrite> {
  try {
    await tx.transaction(work);
    return "done";
  } catch (error) {
    if (raisedBy(error) === "RG006") return "round-closed";
    throw error;
  }
}

type NewBid = Pick<
  BidRow,
  "caseId" | "id" | "tenderId" | "orgId" | "licenceId" | "bidBy" | "sealedForRound" | "sealedForBidder"
>;

/** Places the organisation's one bid of a round, or replaces its terms; a withdrawn bid is placed again. */
export const saveBid = (tx: Tx, bid: NewBid, now: Date): Promise<BidWrite> =>
  unlessClosed(tx, (inner) =>
    inner
      .insert(bids)
      .values({ ...bid, placedAt: now })
      .onConflictDoUpdate({
        target: [bids.caseId, bids.tenderId, bids.orgId],
        set: {
          licenceId: bid.licenceId,
          bidBy: bid.bidBy,
          sealedForRound: bid.sealedForRound,
          sealedForBidder: bid.sealedForBidder,
          revisedAt: now,
          withdrawnAt: null,
        },
      }),
  );

export const withdrawBid = (
  tx: Tx,
  { caseId, id }: Pick<BidRow, "caseId" | "id">,
  now: Date,
): Promise<BidWrite> =>
  unlessClosed(tx, (inner) =>
    inner
      .update(bids)
      .set({ withdrawnAt: now })
      .where(and(eq(bids.caseId, caseId), eq(bids.id, id))),
  );

/** How many bids lie sealed in a round; the only thing its creditor may know before it closes. */
export async function countBids(reader: Reader, caseId: string, tenderId: string): Promise<number> {
  const [row] = await reader.select({ bids: count() }).from(bids).where(inForce(caseId, tenderId));
  return row.bids;
}

const inForce = (caseId: string, tenderId: string) =>
  and(eq(bids.caseId, caseId), eq(bids.tenderId, tenderId), isNull(bids.withdrawnAt));

export const bidsInForce = (reader: Reader, caseId: string, tenderId: string): Promise<BidRow[]> =>
  reader.select().from(bids).where(inForce(caseId, tenderId)).orderBy(asc(bids.id));

/** Writes the plain terms of one bid. The database refuses it before the round has closed by its clock. */
export async function openBid(
  tx: Tx,
  { caseId, id }: Pick<BidRow, "caseId" | "id">,
  terms: BidTerms,
  now: Date,
): Promise<void> {
  await tx
    .update(bids)
    .set({ terms, openedAt: now })
    .where(and(eq(bids.caseId, caseId), eq(bids.id, id)));
}

export type OpenedBid = Awaited<ReturnType<typeof openedBids>>[number];

/** The opened bids of a closed round with who made them and on which licence; for the case's creditor. */
export async function openedBids(reader: Reader, caseId: string, tenderId: string) {
  const rows = await reader
    .select({
      id: bids.id,
      terms: bids.terms,
      placedAt: bids.placedAt,
      firm: {
        orgId: organizations.id,
        name: organizations.name,
        kind: organizations.kind,
        placeCode: organizations.placeCode,
      },
      licence: {
        id: licences.id,
        kind: licences.kind,
        number: licences.number,
        territory: licences.territory,
        register: licences.register,
        checkedAt: licences.registerCheckedAt,
        validFrom: licences.validFrom,
        validTo: licences.validTo,
        status: licences.status,
        held: stillHeld(reader),
      },
    })
    .from(bids)
    .innerJoin(organizations, eq(organizations.id, bids.orgId))
    .innerJoin(licences, eq(licences.id, bids.licenceId))
    .where(inForce(caseId, tenderId))
    .orderBy(asc(bids.id));
  return rows.flatMap(({ terms, ...row }) => (terms ? [{ ...row, terms }] : []));
}

/** An organisation's bids over all rounds, newest first; `after` is the last of the page before. */
export const bidsBy = (
  reader: Reader,
  orgId: string,
  { after, limit }: { after: PageKey | null; limit: number },
) =>
  reader
    .select({
      id: bids.id,
      caseId: bids.caseId,
      code: caseBriefs.code,
      placeCode: caseBriefs.placeCode,
      principal: sql<number>`${caseBriefs.principal}`.mapWith(Number),
      currency: caseBriefs.currency,
      /** What a lot holds; null for a case. */
      spread: lots.spread,
      placedAt: bids.placedAt,
      revisedAt: bids.revisedAt,
      withdrawnAt: bids.withdrawnAt,
      openedAt: bids.openedAt,
      sealedForBidder: bids.sealedForBidder,
      round: tenders.round,
      roundStatus: tenders.status,
      closesAt: tenders.closesAt,
      awardStatus: ownAward.status,
      signBy: ownAward.signBy,
      otherAwarded: sql<boolean>`exists (select 1 from ${awards} other where other.case_id = ${bids.caseId}
        and other.tender_id = ${bids.tenderId} and other.bid_id <> ${bids.id} and other.status <> 'lapsed')`,
    })
    .from(bids)
    .innerJoin(tenders, and(eq(tenders.caseId, bids.caseId), eq(tenders.id, bids.tenderId)))
    .innerJoin(caseBriefs, eq(caseBriefs.caseId, bids.caseId))
    .leftJoin(lots, eq(lots.caseId, bids.caseId))
    .leftJoin(ownAward, and(eq(ownAward.caseId, bids.caseId), eq(ownAward.bidId, bids.id)))
    .where(
      and(
        eq(bids.orgId, orgId),
        after
          ? or(lt(bids.placedAt, after.at), and(eq(bids.placedAt, after.at), lt(bids.id, after.id)))
          : undefined,
      ),
    )
    .orderBy(desc(bids.placedAt), desc(bids.id))
    .limit(limit);

/** The organisations whose bids stand in a round, the winner's left out where one is named. */
export async function bidders(
  reader: Reader,
  { caseId, tenderId, except }: { caseId: string; tenderId: string; except?: string },
): Promise<string[]> {
  const rows = await reader
    .select({ orgId: bids.orgId })
    .from(bids)
    .where(and(inForce(caseId, tenderId), except ? ne(bids.orgId, except) : undefined));
  return rows.map(({ orgId }) => orgId);
}
