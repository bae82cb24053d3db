import { and, eq, inArray } from "drizzle-orm";
import type { Reader, Tx } from "#db/client.ts";
import { awards } from "#db/schema/tenders.ts";
import { raisedBy } from "./raised-by.ts";

export type AwardRow = typeof awards.$inferSelect;

/** A case has one award in force at most; `already-awarded` is the database's answer to a second. */
export async function insertAward(tx: Tx, row: AwardRow): Promise<"done" | "already-awarded"> {
  try {
    await tx.transaction((inner) => inner.insert(awards).values(row));
    return "done";
  } catch (error) {
    if (raisedBy(error) === "23505") return "already-awarded";
    throw error;
  }
}

/** The award in force on a case: active, or engaged once both have signed. */
export async function awardInForce(reader: Reader, caseId: string): Promise<AwardRow | null> {
  const [row] = await reader
    .select()
    .from(awards)
    .where(and(eq(awards.caseId, caseId), inArray(awards.status, ["active", "engaged"])));
  return row ?? null;
}

export async function setAwardStatus(
  tx: Tx,
  { caseId, id }: Pick<AwardRow, "caseId" | "id">,
  status: AwardRow["status"],
): Promise<void> {
  await tx
    .update(awards)
    .set({ status })
    .where(and(eq(awards.caseId, caseId), eq(awards.id, id)));
}
