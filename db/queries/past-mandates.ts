import { and, desc, eq, inArray, isNotNull, or, type SQL, sql } from "drizzle-orm";
import type { Actor } from "#app/domain/accounts/actor.ts";
import { isCollector } from "#app/domain/accounts/actor.ts";
import type { PageKey } from "#app/domain/page-key.ts";
import type { Reader } from "#db/client.ts";
import { cases } from "#db/schema/cases.ts";
import { lots } from "#db/schema/portfolios.ts";
import { awards, engagements } from "#db/schema/tenders.ts";
import type { EngagementRow } from "./engagements.ts";

type Party = Pick<Actor, "role"> & { orgId: string };

/** Mandates that were signed and have ended, of the collector that held them or the creditor whose case or lot it is. */
const endedOf = (reader: Reader, { role, orgId }: Party): SQL | undefined => {
  const ofCreditor = or(
    inArray(
      engagements.caseId,
      reader.select({ id: cases.caseId }).from(cases).where(eq(cases.creditorOrgId, orgId)),
    ),
    inArray(
      engagements.caseId,
      reader.select({ id: lots.caseId }).from(lots).where(eq(lots.creditorOrgId, orgId)),
    ),
  );
  return and(
    eq(awards.status, "ended"),
    isNotNull(engagements.engagedAt),
    isNotNull(engagements.endedAt),
    isCollector(role) ? eq(awards.collectorOrgId, orgId) : ofCreditor,
  );
};

const ofAward = and(eq(awards.caseId, engagements.caseId), eq(awards.id, engagements.awardId));

/** The latest ended first, from a key on. */
export async function pastMandates(
  reader: Reader,
  party: Party,
  { after, limit }: { after: PageKey | null; limit: number },
): Promise<EngagementRow[]> {
  const beyond =
    after &&
    sql`(${engagements.endedAt}, ${engagements.id}) < (${after.at.toISOString()}::timestamptz, ${after.id}::uuid)`;
  const rows = await reader
    .select({ row: engagements })
    .from(engagements)
    .innerJoin(awards, ofAward)
    .where(and(endedOf(reader, party), beyond ?? undefined))
    .orderBy(desc(engagements.endedAt), desc(engagements.id))
    .limit(limit);
  return rows.map(({ row }) => row);
}

/** One of them; null where it is not this party's, or has not ended. */
export async function pastMandate(
  reader: Reader,
  party: Party,
  { caseId, id }: { caseId: string; id: string },
): Promise<EngagementRow | null> {
  const [found] = await reader
    .select({ row: engagements })
    .from(engagements)
    .innerJoin(awards, ofAward)
    .where(and(eq(engagements.caseId, caseId), eq(engagements.id, id), endedOf(reader, party)));
  return found?.row ?? null;
}
