import { and, eq } from "drizzle-orm";
import type { Reader, Tx } from "#db/client.ts";
import { engagements } from "#db/schema/tenders.ts";

export type EngagementRow = typeof engagements.$inferSelect;
export type Side = "creditor" | "collector";

export async function insertEngagement(
  tx: Tx,
  row: Pick<
    EngagementRow,
    "caseId" | "id" | "awardId" | "contents" | "documentId" | "documentHash" | "createdAt"
  >,
): Promise<void> {
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

/** Writes one side's signature; the database keeps it from then on. */
export async function writeSignature(
  tx: Tx,
  { caseId, id }: Pick<EngagementRow, "caseId" | "id">,
  { side, by, name, at }: { side: Side; by: string; name: string; at: Date },
): Promise<void> {
  const signature =
    side === "creditor"
      ? { creditorSignedBy: by, creditorSignedName: name, creditorSignedAt: at }
      : { collectorSignedBy: by, collectorSignedName: name, collectorSignedAt: at };
  await tx
    .update(engagements)
    .set(signature)
    .where(and(eq(engagements.caseId, caseId), eq(engagements.id, id)));
}

export async function markEngaged(
  tx: Tx,
  { caseId, id }: Pick<EngagementRow, "caseId" | "id">,
  at: Date,
): Promise<void> {
  await tx
    .update(engagements)
    .set({ engagedAt: at })
    .where(and(eq(engagements.caseId, caseId), eq(engagements.id, id)));
}
