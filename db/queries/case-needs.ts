import { and, asc, count, eq, inArray, min, notExists } from "drizzle-orm";
import type { Actor } from "#app/domain/accounts/actor.ts";
import type { Reader } from "#db/client.ts";
import { caseBriefs, cases } from "#db/schema/cases.ts";
import { signatures } from "#db/schema/mandates.ts";
import { awards, engagements } from "#db/schema/tenders.ts";
import { visibleTo } from "./cases.ts";

const waiting = ["returned", "approved", "deciding", "signing", "engaged"] as const;

/** The actor's cases in which somebody must act, the longest untouched first; at most a screenful. */
export const casesInNeed = (reader: Reader, actor: Actor, limit = 25) =>
  reader
    .select({
      caseId: cases.caseId,
      code: cases.code,
      status: cases.status,
      stage: cases.stage,
      jurisdiction: cases.jurisdiction,
      limitationLast: caseBriefs.limitationLast,
    })
    .from(cases)
    .innerJoin(caseBriefs, eq(caseBriefs.caseId, cases.caseId))
    .where(and(visibleTo(actor), inArray(cases.status, [...waiting])))
    .orderBy(asc(cases.updatedAt), asc(cases.caseId))
    .limit(limit);

/** Engagements the side has not signed yet, with the moment the award lapses. */
export async function unsigned(reader: Reader, caseIds: string[], side: "creditor" | "collector") {
  if (caseIds.length === 0) return new Map<string, Date>();
  const rows = await reader
    .select({ caseId: awards.caseId, signBy: awards.signBy })
    .from(awards)
    .innerJoin(engagements, and(eq(engagements.caseId, awards.caseId), eq(engagements.awardId, awards.id)))
    .where(
      and(inArray(awards.caseId, caseIds), eq(awards.status, "active"), notExists(signedBy(reader, side))),
    );
  return new Map(rows.map(({ caseId, signBy }) => [caseId, signBy]));
}

const signedBy = (reader: Reader, side: "creditor" | "collector") =>
  reader
    .select({ id: signatures.id })
    .from(signatures)
    .where(
      and(
        eq(signatures.caseId, engagements.caseId),
        eq(signatures.paperId, engagements.id),
        eq(signatures.side, side),
      ),
    );

/** How many cases wait for review, and since when the oldest does. */
export async function casesToReview(reader: Reader): Promise<{ waiting: number; since: Date | null }> {
  const [row] = await reader
    .select({ waiting: count(), since: min(cases.updatedAt) })
    .from(cases)
    .where(eq(cases.status, "submitted"));
  return row;
}
