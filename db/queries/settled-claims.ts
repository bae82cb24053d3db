import { and, asc, eq, isNull, type SQL, sql } from "drizzle-orm";
import type { Reader, Tx } from "#db/client.ts";
import { cases } from "#db/schema/cases.ts";
import { lotCarryovers, lots, portfolioClaims } from "#db/schema/portfolios.ts";
import { type ClaimRow, inLot, type LotRow } from "./lots.ts";

type Key = Pick<LotRow, "caseId" | "portfolioId">;

/** Claims that wait for their lot's first mandate, or its next: no case yet, or a case that was taken from the collector before. */
export const unsettled: SQL = sql`(${portfolioClaims.engagementId} is null and (${portfolioClaims.became} is null
  or exists (select 1 from ${cases} k where k.case_id = ${portfolioClaims.caseId} and k.status = 'with_lot')))`;

/** What a mandate covers: the claims that were settled under it, and those that wait for it. */
export const coveredBy = (engagementId: string): SQL =>
  sql`(${portfolioClaims.engagementId} = ${engagementId} or ${unsettled})`;

/** Engaged lots whose claims are not all settled under their mandate yet. */
export const lotsToPost = (reader: Reader, limit: number): Promise<LotRow[]> =>
  reader
    .select()
    .from(lots)
    .where(and(eq(lots.status, "engaged"), isNull(lots.closedAt)))
    .orderBy(asc(lots.updatedAt))
    .limit(limit);

/**
 * The next claims of a lot that wait, held for the transaction; rows that another worker holds are passed over, and cases whose log does
 * not say yet that the mandate before has ended.
 */
export const nextClaims = (tx: Tx, { caseId, portfolioId }: Key, limit: number): Promise<ClaimRow[]> =>
  tx
    .select()
    .from(portfolioClaims)
    .where(
      and(
        inLot(portfolioId, caseId),
        unsettled,
        sql`not exists (select 1 from ${lotCarryovers} o where o.case_id = ${portfolioClaims.caseId})`,
      ),
    )
    .orderBy(asc(portfolioClaims.groupNo), asc(portfolioClaims.caseId))
    .limit(limit)
    .for("update", { skipLocked: true });

export async function settleClaim(
  tx: Tx,
  caseId: string,
  set: Pick<ClaimRow, "became" | "refusal" | "engagementId">,
): Promise<void> {
  await tx.update(portfolioClaims).set(set).where(eq(portfolioClaims.caseId, caseId));
}

/** How many of some claims are cases, were refused, or wait; `engagementId` narrows them to what that mandate covers. */
export async function settledIn(
  reader: Reader,
  { caseId, portfolioId }: Key,
  engagementId: string | null,
): Promise<{ posted: number; refused: number; open: number }> {
  const [row] = await reader
    .select({
      posted: sql<number>`(count(*) filter (where not ${unsettled} and ${portfolioClaims.refusal} is null))::integer`,
      refused: sql<number>`(count(*) filter (where ${portfolioClaims.refusal} is not null))::integer`,
      open: sql<number>`(count(*) filter (where ${unsettled}))::integer`,
    })
    .from(portfolioClaims)
    .where(and(inLot(portfolioId, caseId), engagementId ? coveredBy(engagementId) : undefined));
  return row;
}

/** What would be tendered of a lot if its mandate ended now: cases that its collector has in hand, and claims that are none yet. */
export async function remainingIn(
  reader: Reader,
  { caseId, portfolioId }: Key,
  engagementId: string,
): Promise<{ cases: number; waiting: number }> {
  const [row] = await reader
    .select({
      cases: sql<number>`(count(${cases.caseId}))::integer`,
      waiting: sql<number>`(count(*) filter (where ${unsettled}))::integer`,
    })
    .from(portfolioClaims)
    .leftJoin(
      cases,
      and(
        eq(cases.caseId, portfolioClaims.caseId),
        eq(cases.status, "engaged"),
        eq(portfolioClaims.engagementId, engagementId),
      ),
    )
    .where(inLot(portfolioId, caseId));
  return row;
}
