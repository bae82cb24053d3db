import { and, desc, eq, inArray, sql } from "drizzle-orm";
import type { Reader } from "#db/client.ts";
import { caseBriefs, cases } from "#db/schema/cases.ts";
import { awards, tenders } from "#db/schema/tenders.ts";
import { timelineEvents } from "#db/schema/timeline.ts";

/** How a mandate can end that says something of what was recovered; one that was taken back says nothing. */
const endings = ["closed_paid", "closed_settled", "closed_uncollectable"] as const;
/** Enough to know a firm by; older cases than these say less of it today. */
const mostCases = 200;

/** A firm's closed mandates, the newest first: what was owed, what came in by its own records, how and when it ended. */
export const closedMandates = (reader: Reader, orgId: string) =>
  reader
    .select({
      ending: timelineEvents.type,
      principal: sql<number>`${caseBriefs.principal}`.mapWith(Number),
      paid: sql<number>`(select coalesce(sum((p.body::jsonb -> 'payload' -> 'refs' ->> 'amount')::bigint), 0)
        from timeline_events p where p.case_id = ${cases.caseId} and p.type = 'payment')`.mapWith(Number),
      dueOn: caseBriefs.dueOn,
      awardedAt: awards.awardedAt,
      endedAt: timelineEvents.occurredAt,
      scope: tenders.scope,
    })
    .from(cases)
    .innerJoin(caseBriefs, eq(caseBriefs.caseId, cases.caseId))
    .innerJoin(awards, and(eq(awards.caseId, cases.caseId), eq(awards.status, "engaged")))
    .innerJoin(tenders, and(eq(tenders.caseId, cases.caseId), eq(tenders.id, awards.tenderId)))
    .innerJoin(
      timelineEvents,
      and(eq(timelineEvents.caseId, cases.caseId), inArray(timelineEvents.type, [...endings])),
    )
    .where(and(eq(cases.collectorOrgId, orgId), eq(cases.status, "closed")))
    .orderBy(desc(cases.updatedAt))
    .limit(mostCases);
