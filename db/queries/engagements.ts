import { and, asc, desc, eq, inArray, isNotNull, isNull, lte, notExists } from "drizzle-orm";
import type { Reader, Tx } from "#db/client.ts";
import { cases } from "#db/schema/cases.ts";
import { portfolioClaims, portfolioGroups } from "#db/schema/portfolios.ts";
import { awards, engagements } from "#db/schema/tenders.ts";

export type EngagementRow = typeof engagements.$inferSelect;
export type { Side } from "./signatures.ts";

type Key = Pick<EngagementRow, "caseId" | "id">;

type Drawn = Pick<
  EngagementRow,
  | "caseId"
  | "id"
  | "awardId"
  | "contents"
  | "documentId"
  | "documentHash"
  | "authorityDocumentId"
  | "authorityHash"
  | "licenceId"
  | "createdAt"
>;

export async function insertEngagement(tx: Tx, row: Drawn): Promise<void> {
  await tx.insert(engagements).values(row);
}

/** The paper drawn up for an award. Scope is the caller's: it has read the case as its actor. */
export async function engagementFor(
  reader: Reader,
  { caseId, awardId }: { caseId: string; awardId: string },
): Promise<EngagementRow | null> {
  const [row] = await reader
    .select()
    .from(engagements)
    .where(and(eq(engagements.caseId, caseId), eq(engagements.awardId, awardId)));
  return row ?? null;
}

/** The mandate under which a case is being collected; null where none is in force. */
export async function mandateOf(reader: Reader, caseId: string): Promise<EngagementRow | null> {
  const [row] = await reader
    .select()
    .from(engagements)
    .where(
      and(eq(engagements.caseId, caseId), isNotNull(engagements.engagedAt), isNull(engagements.endedAt)),
    );
  return row ?? null;
}

/** The mandate in force under which a case is collected: its own, or that of the lot it came out of. */
export async function mandateOver(reader: Reader, caseId: string): Promise<EngagementRow | null> {
  const own = await mandateOf(reader, caseId);
  if (own) return own;
  const [found] = await reader
    .select({ row: engagements })
    .from(portfolioClaims)
    .innerJoin(
      portfolioGroups,
      and(
        eq(portfolioGroups.portfolioId, portfolioClaims.portfolioId),
        eq(portfolioGroups.groupNo, portfolioClaims.groupNo),
      ),
    )
    .innerJoin(
      engagements,
      and(eq(engagements.caseId, portfolioGroups.lotId), eq(engagements.id, portfolioClaims.engagementId)),
    )
    .where(
      and(eq(portfolioClaims.caseId, caseId), isNotNull(engagements.engagedAt), isNull(engagements.endedAt)),
    );
  return found?.row ?? null;
}

/** Every mandate a case has had, the latest first, with who held it. */
export const mandatesOf = (reader: Reader, caseId: string) =>
  reader
    .select({
      caseId: engagements.caseId,
      id: engagements.id,
      contents: engagements.contents,
      collectorOrgId: awards.collectorOrgId,
      engagedAt: engagements.engagedAt,
      endedAt: engagements.endedAt,
    })
    .from(engagements)
    .innerJoin(awards, and(eq(awards.caseId, engagements.caseId), eq(awards.id, engagements.awardId)))
    .where(and(eq(engagements.caseId, caseId), isNotNull(engagements.engagedAt)))
    .orderBy(desc(engagements.engagedAt), asc(engagements.id));

type Change = Partial<
  Pick<
    EngagementRow,
    | "engagedAt"
    | "certificateDocumentId"
    | "certificateHash"
    | "licenceId"
    | "periodEndsAt"
    | "watchAt"
    | "alarmedAt"
    | "periodToldAt"
    | "endedAt"
  >
>;

/** What becomes of a mandate after it was drawn up; the database keeps the words and the hashes as they were. */
export async function updateEngagement(tx: Tx, { caseId, id }: Key, set: Change): Promise<void> {
  await tx
    .update(engagements)
    .set(set)
    .where(and(eq(engagements.caseId, caseId), eq(engagements.id, id)));
}

/** Mandates that somebody has to look at now, the longest due first; at most so many. */
export const mandatesToWatch = (
  reader: Reader,
  now: Date,
  limit: number,
): Promise<{ caseId: string; id: string }[]> =>
  reader
    .select({ caseId: engagements.caseId, id: engagements.id })
    .from(engagements)
    .innerJoin(cases, and(eq(cases.caseId, engagements.caseId), eq(cases.status, "engaged")))
    .where(and(lte(engagements.watchAt, now), isNotNull(engagements.engagedAt), isNull(engagements.endedAt)))
    .orderBy(asc(engagements.watchAt), asc(engagements.id))
    .limit(limit);

/** Mandates in force whose period ends before this and whose sides were not told yet. */
export const periodsRunningOut = (
  reader: Reader,
  before: Date,
  limit: number,
): Promise<{ caseId: string; id: string }[]> =>
  reader
    .select({ caseId: engagements.caseId, id: engagements.id })
    .from(engagements)
    .innerJoin(cases, and(eq(cases.caseId, engagements.caseId), eq(cases.status, "engaged")))
    .where(
      and(
        lte(engagements.periodEndsAt, before),
        isNotNull(engagements.engagedAt),
        isNull(engagements.endedAt),
        isNull(engagements.periodToldAt),
      ),
    )
    .orderBy(asc(engagements.periodEndsAt), asc(engagements.id))
    .limit(limit);

/** A collector's mandates in force, its unsigned awards counted in: what its own bound on work is held against. */
export async function openMandates(reader: Reader, orgId: string): Promise<number> {
  const over = reader
    .select({ caseId: cases.caseId })
    .from(cases)
    .where(and(eq(cases.caseId, awards.caseId), eq(cases.status, "closed")));
  return reader.$count(
    awards,
    and(eq(awards.collectorOrgId, orgId), inArray(awards.status, ["active", "engaged"]), notExists(over)),
  );
}
