import { and, asc, eq, isNull, lte, notInArray } from "drizzle-orm";
import { dateTimerKinds } from "#app/domain/timeline/date-timers.ts";
import type { Reader, Tx } from "#db/client.ts";
import { timers } from "#db/schema/cases.ts";

export type TimerRow = typeof timers.$inferSelect;
export type TimerKind = TimerRow["kind"];

export async function insertTimer(
  tx: Tx,
  row: Pick<TimerRow, "caseId" | "id" | "kind" | "subjectId" | "dueAt">,
): Promise<void> {
  await tx.insert(timers).values(row);
}

/** Holds a timer until the transaction ends, so that two workers do not both find it pending. */
export async function lockTimer(tx: Tx, caseId: string, id: string): Promise<TimerRow | null> {
  const [row] = await tx
    .select()
    .from(timers)
    .where(and(eq(timers.caseId, caseId), eq(timers.id, id)))
    .for("update");
  return row ?? null;
}

export async function markFired(
  tx: Tx,
  { caseId, id }: Pick<TimerRow, "caseId" | "id">,
  at: Date,
): Promise<void> {
  await tx
    .update(timers)
    .set({ firedAt: at })
    .where(and(eq(timers.caseId, caseId), eq(timers.id, id)));
}

/** Stops what is still pending of one kind on a case, or of every kind; returns which timers those were. */
export async function cancelTimers(
  tx: Tx,
  { caseId, kind }: { caseId: string; kind?: TimerKind },
  at: Date,
): Promise<string[]> {
  const rows = await tx
    .update(timers)
    .set({ cancelledAt: at })
    .where(
      and(
        eq(timers.caseId, caseId),
        isNull(timers.firedAt),
        isNull(timers.cancelledAt),
        kind ? eq(timers.kind, kind) : undefined,
      ),
    )
    .returning({ id: timers.id });
  return rows.map(({ id }) => id);
}

/** Timers with a job of their own that have neither fired nor been stopped, the soonest first; those due by a moment, or all. */
export const pendingTimers = (reader: Reader, dueBy?: Date): Promise<TimerRow[]> =>
  reader
    .select()
    .from(timers)
    .where(
      and(
        isNull(timers.firedAt),
        isNull(timers.cancelledAt),
        notInArray(timers.kind, [...dateTimerKinds]),
        dueBy ? lte(timers.dueAt, dueBy) : undefined,
      ),
    )
    .orderBy(asc(timers.dueAt), asc(timers.id));
