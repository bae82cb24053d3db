import { and, asc, eq } from "drizzle-orm";
import type { Reader, Tx } from "#db/client.ts";
import { advances } from "#db/schema/advances.ts";

export type AdvanceRow = typeof advances.$inferSelect;

/** Every advance of a case in the order in which they were asked for. Scope is the caller's. */
export const advanceRowsOf = (reader: Reader, caseId: string): Promise<AdvanceRow[]> =>
  reader
    .select()
    .from(advances)
    .where(eq(advances.caseId, caseId))
    .orderBy(asc(advances.askedAt), asc(advances.id));

export async function insertAdvance(tx: Tx, row: AdvanceRow): Promise<void> {
  await tx.insert(advances).values(row);
}

export async function updateAdvance(
  tx: Tx,
  { caseId, id }: Pick<AdvanceRow, "caseId" | "id">,
  change: Partial<Pick<AdvanceRow, "spent" | "spentOn" | "receiptId" | "withdrawnAt">>,
): Promise<void> {
  await tx
    .update(advances)
    .set(change)
    .where(and(eq(advances.caseId, caseId), eq(advances.id, id)));
}
