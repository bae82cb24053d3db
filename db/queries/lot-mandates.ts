import { and, asc, eq, inArray, isNotNull, isNull, lte, max, or } from "drizzle-orm";
import type { Reader } from "#db/client.ts";
import { cases } from "#db/schema/cases.ts";
import { lots, portfolioClaims } from "#db/schema/portfolios.ts";
import { engagements } from "#db/schema/tenders.ts";
import { timelineEvents } from "#db/schema/timeline.ts";
import { inLot, type LotRow } from "./lots.ts";

/** Mandates of lots that somebody has to look at now: whether their collector acts, or whether their period is about to end. */
export const lotMandatesDue = (
  reader: Reader,
  { now, endingBefore, limit }: { now: Date; endingBefore: Date; limit: number },
): Promise<{ caseId: string; id: string }[]> =>
  reader
    .select({ caseId: engagements.caseId, id: engagements.id })
    .from(engagements)
    .innerJoin(lots, and(eq(lots.caseId, engagements.caseId), eq(lots.status, "engaged")))
    .where(
      and(
        isNotNull(engagements.engagedAt),
        isNull(engagements.endedAt),
        or(
          lte(engagements.watchAt, now),
          and(lte(engagements.periodEndsAt, endingBefore), isNull(engagements.periodToldAt)),
        ),
      ),
    )
    .orderBy(asc(engagements.watchAt), asc(engagements.id))
    .limit(limit);

const casesIn = (reader: Reader, { caseId, portfolioId }: Pick<LotRow, "caseId" | "portfolioId">) =>
  reader
    .select({ caseId: portfolioClaims.caseId })
    .from(portfolioClaims)
    .where(and(inLot(portfolioId, caseId), eq(portfolioClaims.became, "case")));

/** When a collector last did one of these on any case of a lot. */
export async function lastActIn(
  reader: Reader,
  lot: LotRow,
  { orgId, types }: { orgId: string; types: readonly string[] },
): Promise<Date | null> {
  const [row] = await reader
    .select({ at: max(timelineEvents.recordedAt) })
    .from(timelineEvents)
    .where(
      and(
        inArray(timelineEvents.caseId, casesIn(reader, lot)),
        eq(timelineEvents.actorOrgId, orgId),
        inArray(timelineEvents.type, [...types]),
      ),
    );
  return row?.at ?? null;
}

/** Some cases of a lot that its collector has in hand. */
export const casesInHand = (reader: Reader, lot: LotRow, limit: number) =>
  reader
    .select()
    .from(cases)
    .where(
      and(
        inArray(cases.caseId, casesIn(reader, lot)),
        eq(cases.status, "engaged"),
        eq(cases.collectorOrgId, lot.collectorOrgId ?? ""),
      ),
    )
    .orderBy(asc(cases.caseId))
    .limit(limit);
