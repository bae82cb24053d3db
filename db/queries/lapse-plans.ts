import { and, asc, desc, eq, isNull, lte } from "drizzle-orm";
import type { Reader, Tx } from "#db/client.ts";
import { lapsePlans } from "#db/schema/mandates.ts";
import { raisedBy } from "./raised-by.ts";

export type LapsePlanRow = typeof lapsePlans.$inferSelect;

/** The plan that waits on a case; null where none does. */
export async function openPlan(reader: Reader, caseId: string): Promise<LapsePlanRow | null> {
  const [row] = await reader
    .select()
    .from(lapsePlans)
    .where(and(eq(lapsePlans.caseId, caseId), isNull(lapsePlans.closedAt)))
    .orderBy(desc(lapsePlans.openedAt))
    .limit(1);
  return row ?? null;
}

/** A mandate has one open plan at most: false where it had one. */
export async function insertPlan(
  tx: Tx,
  row: Omit<LapsePlanRow, "decidedBy" | "decidedAt" | "closedAt">,
): Promise<boolean> {
  try {
    await tx.transaction((inner) => inner.insert(lapsePlans).values(row));
    return true;
  } catch (error) {
    if (raisedBy(error) === "23505") return false;
    throw error;
  }
}

export async function updatePlan(
  tx: Tx,
  { caseId, id }: Pick<LapsePlanRow, "caseId" | "id">,
  set: Partial<Pick<LapsePlanRow, "status" | "decideBy" | "decidedBy" | "decidedAt" | "closedAt">>,
): Promise<void> {
  await tx
    .update(lapsePlans)
    .set(set)
    .where(and(eq(lapsePlans.caseId, caseId), eq(lapsePlans.id, id)));
}

/** Plans whose date has come without a choice, or whose wait is over; at most so many. */
export const plansDue = (reader: Reader, now: Date, limit: number): Promise<LapsePlanRow[]> =>
  reader
    .select()
    .from(lapsePlans)
    .where(and(isNull(lapsePlans.closedAt), lte(lapsePlans.decideBy, now)))
    .orderBy(asc(lapsePlans.decideBy), asc(lapsePlans.id))
    .limit(limit);

/** Plans that wait because of a licence: what its renewal settles. */
export const plansOfLicence = (reader: Reader, licenceId: string): Promise<LapsePlanRow[]> =>
  reader
    .select()
    .from(lapsePlans)
    .where(and(eq(lapsePlans.licenceId, licenceId), isNull(lapsePlans.closedAt)));
