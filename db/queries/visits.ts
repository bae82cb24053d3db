import { and, asc, desc, eq, lte, ne, or, sql } from "drizzle-orm";
import type { Reader, Tx } from "#db/client.ts";
import { timelineEvents } from "#db/schema/timeline.ts";
import { visitPlans } from "#db/schema/visits.ts";

export type VisitPlan = typeof visitPlans.$inferSelect;
type Key = Pick<VisitPlan, "caseId" | "id">;

const isAt = ({ caseId, id }: Key) => and(eq(visitPlans.caseId, caseId), eq(visitPlans.id, id));
const isOpen = eq(visitPlans.status, "planned");

/** False where the same form was handed in before. */
export async function insertPlan(tx: Tx, row: typeof visitPlans.$inferInsert): Promise<boolean> {
  const made = await tx.insert(visitPlans).values(row).onConflictDoNothing().returning({ id: visitPlans.id });
  return made.length > 0;
}

/** Whoever changes a plan holds its case; only when it is looked at is moved from elsewhere, by whoever holds the address. */
export async function planOf(reader: Reader, key: Key): Promise<VisitPlan | null> {
  const [row] = await reader.select().from(visitPlans).where(isAt(key));
  return row ?? null;
}

export async function updatePlan(
  tx: Tx,
  key: Key,
  set: Partial<Omit<VisitPlan, "caseId" | "id">>,
): Promise<void> {
  await tx.update(visitPlans).set(set).where(isAt(key));
}

/** A case's visits, the latest first. */
export const plansOf = (reader: Reader, caseId: string, { limit }: { limit: number }): Promise<VisitPlan[]> =>
  reader
    .select()
    .from(visitPlans)
    .where(eq(visitPlans.caseId, caseId))
    .orderBy(desc(visitPlans.startsAt), desc(visitPlans.id))
    .limit(limit);

/** When else somebody is going to see the same person at the same address, whichever case it is about. */
export async function plannedAt(
  reader: Reader,
  { addressKey, besides }: { addressKey: string; besides: string | null },
): Promise<Date[]> {
  const rows = await reader
    .select({ startsAt: visitPlans.startsAt })
    .from(visitPlans)
    .where(
      and(
        eq(visitPlans.addressKey, addressKey),
        isOpen,
        besides === null ? undefined : ne(visitPlans.id, besides),
      ),
    )
    .orderBy(asc(visitPlans.startsAt));
  return rows.map(({ startsAt }) => startsAt);
}

/** The plans of which the law is to be asked anew: their time has come, or their log has grown. */
export const plansToLookAt = (reader: Reader, now: Date, limit: number): Promise<Key[]> =>
  reader
    .select({ caseId: visitPlans.caseId, id: visitPlans.id })
    .from(visitPlans)
    .where(
      and(
        isOpen,
        sql`${visitPlans.lookAt} is not null`,
        or(
          lte(visitPlans.lookAt, now),
          sql`exists (select from ${timelineEvents} e where e.case_id = ${visitPlans.caseId} and e.seq > ${visitPlans.seenSeq})`,
        ),
      ),
    )
    .orderBy(asc(visitPlans.lookAt), asc(visitPlans.id))
    .limit(limit);

/** Has every other plan to the same person looked at soon: a visit was made. */
export async function lookSoon(
  tx: Tx,
  { addressKey, besides, at }: { addressKey: string; besides: string; at: Date },
): Promise<void> {
  await tx
    .update(visitPlans)
    .set({ lookAt: at })
    .where(
      and(
        eq(visitPlans.addressKey, addressKey),
        isOpen,
        ne(visitPlans.id, besides),
        sql`${visitPlans.lookAt} is not null`,
      ),
    );
}
