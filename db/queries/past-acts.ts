import { and, asc, count, eq, gte, inArray, lt, sql } from "drizzle-orm";
import type { PackId } from "#app/domain/law/pack.ts";
import { stepTypes } from "#app/domain/law/types.ts";
import type { Reader } from "../client.ts";
import { cases } from "../schema/cases.ts";
import { timelineEvents } from "../schema/timeline.ts";

/** Where a page of acts begins: after this event. */
export type ActKey = { caseId: string; seq: number };

/** The steps and blocked attempts that a pack decided in a period, whichever of its versions did. */
export type ActFilter = { packId: PackId; from: Date; to: Date };

const decided = ({ packId, from, to }: ActFilter) =>
  and(
    eq(timelineEvents.packId, packId),
    inArray(timelineEvents.type, [...stepTypes, "attempt_blocked"]),
    gte(timelineEvents.occurredAt, from),
    lt(timelineEvents.occurredAt, to),
  );

const beyond = ({ caseId, seq }: ActKey) =>
  sql`(${timelineEvents.caseId}, ${timelineEvents.seq}) > (${caseId}::uuid, ${seq}::integer)`;

export const pastActsAfter = (
  reader: Reader,
  filter: ActFilter,
  { after, limit }: { after: ActKey | null; limit: number },
) =>
  reader
    .select({
      caseId: timelineEvents.caseId,
      seq: timelineEvents.seq,
      code: cases.code,
      jurisdiction: cases.jurisdiction,
    })
    .from(timelineEvents)
    .innerJoin(cases, eq(cases.caseId, timelineEvents.caseId))
    .where(and(decided(filter), after ? beyond(after) : undefined))
    .orderBy(asc(timelineEvents.caseId), asc(timelineEvents.seq))
    .limit(limit);

/** How many acts there are in all, and how many lie up to a key. */
export async function countPastActs(reader: Reader, filter: ActFilter, upTo: ActKey | null) {
  const before = upTo ? sql`not ${beyond(upTo)}` : sql`false`;
  const [row] = await reader
    .select({ total: count(), before: sql<number>`count(*) filter (where ${before})`.mapWith(Number) })
    .from(timelineEvents)
    .where(decided(filter));
  return row ?? { total: 0, before: 0 };
}
