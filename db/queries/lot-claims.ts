import {
  and,
  asc,
  count,
  desc,
  eq,
  gt,
  inArray,
  isNotNull,
  isNull,
  not,
  or,
  type SQL,
  sql,
} from "drizzle-orm";
import type { ClaimState } from "#app/domain/portfolios/lot-state.ts";
import type { Reader } from "#db/client.ts";
import { cases } from "#db/schema/cases.ts";
import { portfolioClaims } from "#db/schema/portfolios.ts";
import { bids, tenders } from "#db/schema/tenders.ts";
import { inLot, type LotRow } from "./lots.ts";
import { coveredBy, unsettled } from "./settled-claims.ts";

/** Where a page of a lot's claims begins: after this one. */
export type ClaimKey = { groupNo: number; caseId: string };

type Page = {
  state: ClaimState | null;
  /** Narrows them to what this mandate covers. */
  engagementId: string | null;
  after: ClaimKey | null;
  limit: number;
};

/** A lot's claims by where they stand; each is in one of these. */
const claimsThat: Record<ClaimState, SQL | undefined> = {
  case: and(not(unsettled), isNull(portfolioClaims.refusal)),
  refused: isNotNull(portfolioClaims.refusal),
  waiting: unsettled,
};

/** A lot's claims in a lasting order, each with the case it became. Whether this actor may read them is the use-case's to say. */
export const claimsOfLot = (
  reader: Reader,
  { caseId, portfolioId }: Pick<LotRow, "caseId" | "portfolioId">,
  { state, engagementId, after, limit }: Page,
) =>
  reader
    .select({
      caseId: portfolioClaims.caseId,
      groupNo: portfolioClaims.groupNo,
      rowNo: portfolioClaims.rowNo,
      placeCode: portfolioClaims.placeCode,
      principal: portfolioClaims.principal,
      dueOn: portfolioClaims.dueOn,
      sealed: portfolioClaims.sealed,
      waits: sql<boolean>`${unsettled}`,
      refusal: portfolioClaims.refusal,
      code: cases.code,
      collectorOrgId: cases.collectorOrgId,
    })
    .from(portfolioClaims)
    .leftJoin(cases, eq(cases.caseId, portfolioClaims.caseId))
    .where(
      and(
        inLot(portfolioId, caseId),
        state ? claimsThat[state] : undefined,
        engagementId ? coveredBy(engagementId) : undefined,
        after
          ? or(
              gt(portfolioClaims.groupNo, after.groupNo),
              and(eq(portfolioClaims.groupNo, after.groupNo), gt(portfolioClaims.caseId, after.caseId)),
            )
          : undefined,
      ),
    )
    .orderBy(asc(portfolioClaims.groupNo), asc(portfolioClaims.caseId))
    .limit(limit);

/** The newest round of each of these lots: when it closes, and how many bids lie in it. */
export async function roundsOfLots(
  reader: Reader,
  lotIds: readonly string[],
): Promise<Map<string, { closesAt: Date; bids: number }>> {
  if (lotIds.length === 0) return new Map();
  const rounds = await reader
    .selectDistinctOn([tenders.caseId], {
      caseId: tenders.caseId,
      id: tenders.id,
      closesAt: tenders.closesAt,
    })
    .from(tenders)
    .where(inArray(tenders.caseId, [...lotIds]))
    .orderBy(asc(tenders.caseId), desc(tenders.round));
  const counted = await reader
    .select({ tenderId: bids.tenderId, bids: count() })
    .from(bids)
    .where(and(inArray(bids.caseId, [...lotIds]), isNull(bids.withdrawnAt)))
    .groupBy(bids.tenderId);
  const inRound = new Map(counted.map((each) => [each.tenderId, each.bids]));
  return new Map(
    rounds.map(({ caseId, id, closesAt }) => [caseId, { closesAt, bids: inRound.get(id) ?? 0 }]),
  );
}
