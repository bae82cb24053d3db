import { and, asc, eq, isNotNull, lte, max } from "drizzle-orm";
import type { Reader, Tx } from "#db/client.ts";
import { amendments } from "#db/schema/mandates.ts";
import { raisedBy } from "./raised-by.ts";

export type AmendmentRow = typeof amendments.$inferSelect;
type Mandate = { caseId: string; engagementId: string };

/** The amendments of a mandate, in their order. */
export const amendmentsOf = (reader: Reader, { caseId, engagementId }: Mandate): Promise<AmendmentRow[]> =>
  reader
    .select()
    .from(amendments)
    .where(and(eq(amendments.caseId, caseId), eq(amendments.engagementId, engagementId)))
    .orderBy(asc(amendments.number));

/** Any amendment of a case, held until the transaction ends. */
export async function lockAmendment(tx: Tx, caseId: string, id: string): Promise<AmendmentRow | null> {
  const [row] = await tx
    .select()
    .from(amendments)
    .where(and(eq(amendments.caseId, caseId), eq(amendments.id, id)))
    .for("update");
  return row ?? null;
}

export async function amendmentOf(reader: Reader, caseId: string, id: string): Promise<AmendmentRow | null> {
  const [row] = await reader
    .select()
    .from(amendments)
    .where(and(eq(amendments.caseId, caseId), eq(amendments.id, id)));
  return row ?? null;
}

export async function nextNumber(tx: Tx, { caseId, engagementId }: Mandate): Promise<number> {
  const [row] = await tx
    .select({ last: max(amendments.number) })
    .from(amendments)
    .where(and(eq(amendments.caseId, caseId), eq(amendments.engagementId, engagementId)));
  return (row.last ?? 0) + 1;
}

/** One amendment at a time: `one-open` while another waits for its answer. */
export async function insertAmendment(
  tx: Tx,
  row: Omit<AmendmentRow, "certificateDocumentId" | "certificateHash" | "decidedAt">,
): Promise<"done" | "one-open"> {
  try {
    await tx.transaction((inner) => inner.insert(amendments).values(row));
    return "done";
  } catch (error) {
    if (raisedBy(error) === "23505") return "one-open";
    throw error;
  }
}

export async function decideAmendment(
  tx: Tx,
  { caseId, id }: Pick<AmendmentRow, "caseId" | "id">,
  set: Pick<AmendmentRow, "status" | "decidedAt"> &
    Partial<Pick<AmendmentRow, "certificateDocumentId" | "certificateHash">>,
): Promise<void> {
  await tx
    .update(amendments)
    .set(set)
    .where(and(eq(amendments.caseId, caseId), eq(amendments.id, id)));
}

/** Amendments nobody answered in time, with the mandates they were meant for; at most so many. */
export const unansweredAmendments = (reader: Reader, now: Date, limit: number) =>
  reader
    .select({ caseId: amendments.caseId, id: amendments.id })
    .from(amendments)
    .where(
      and(eq(amendments.status, "proposed"), lte(amendments.answerBy, now), isNotNull(amendments.number)),
    )
    .orderBy(asc(amendments.answerBy))
    .limit(limit);
