import { and, asc, eq, gte, inArray, isNull, lte, sql } from "drizzle-orm";
import type { Actor } from "#app/domain/accounts/actor.ts";
import { type DateMoment, dateTimerKinds, type KeptMoment } from "#app/domain/timeline/date-timers.ts";
import type { Reader, Tx } from "#db/client.ts";
import { cases, timers } from "#db/schema/cases.ts";
import { visibleTo } from "./cases.ts";

const isDate = inArray(timers.kind, [...dateTimerKinds]);
const isPending = and(isNull(timers.firedAt), isNull(timers.cancelledAt));

type Row = typeof timers.$inferSelect;

/** Date timers carry their date; the columns are empty only for other kinds. */
function momentFrom({ id, kind, subjectId, dueAt, onDay, details, firedAt, cancelledAt }: Row): KeptMoment {
  if ((kind !== "case_date" && kind !== "date_alarm") || !onDay || !details)
    throw new Error(`The timer ${id} has no date`);
  const state = { fired: firedAt !== null, stopped: cancelledAt !== null };
  return { id, kind, subjectId, dueAt, onDay, details, ...state };
}

/** All date timers a case ever had. Its lock is the caller's. */
export async function dateTimersOf(tx: Tx, caseId: string): Promise<KeptMoment[]> {
  const rows = await tx
    .select()
    .from(timers)
    .where(and(eq(timers.caseId, caseId), isDate))
    .for("update");
  return rows.map(momentFrom);
}

/** The changes before this one of the same date: counted by its rows and their own counts. */
const nextSequence = (caseId: string, subjectId: string) =>
  sql<number>`(select coalesce(max(kept.sequence) + 1, 0) from timers kept
    where kept.case_id = ${caseId} and kept.kind = 'case_date' and kept.subject_id = ${subjectId})`;

export async function addDateTimers(
  tx: Tx,
  caseId: string,
  moments: readonly (DateMoment & { id: string })[],
  setAt: Date,
): Promise<void> {
  if (moments.length === 0) return;
  await tx
    .insert(timers)
    .values(
      moments.map((moment) => ({
        caseId,
        ...moment,
        setAt,
        sequence: nextSequence(caseId, moment.subjectId),
      })),
    )
    .onConflictDoNothing({ target: [timers.caseId, timers.kind, timers.subjectId, timers.dueAt] });
}

export async function renewDateTimer(
  tx: Tx,
  caseId: string,
  { id, onDay, details, subjectId }: DateMoment & { id: string },
  setAt: Date,
): Promise<void> {
  await tx
    .update(timers)
    .set({ onDay, details, setAt, cancelledAt: null, sequence: nextSequence(caseId, subjectId) })
    .where(and(eq(timers.caseId, caseId), eq(timers.id, id)));
}

export async function stopDateTimers(tx: Tx, caseId: string, ids: readonly string[], at: Date) {
  if (ids.length === 0) return;
  await tx
    .update(timers)
    .set({ cancelledAt: at })
    .where(and(eq(timers.caseId, caseId), inArray(timers.id, [...ids])));
}

export type DueDate = KeptMoment & {
  kase: { caseId: string; code: string; creditorOrgId: string; collectorOrgId: string | null };
};

/**
 * Date timers that are due, with their cases, both held until the transaction ends; what another transaction holds is left to it.
 * Nothing is waited for, so that two workers and a person never wait for one another in a circle.
 */
export async function takeDueDates(tx: Tx, now: Date, limit: number): Promise<DueDate[]> {
  const rows = await tx
    .select({
      timer: timers,
      kase: {
        caseId: cases.caseId,
        code: cases.code,
        creditorOrgId: cases.creditorOrgId,
        collectorOrgId: cases.collectorOrgId,
      },
    })
    .from(timers)
    .innerJoin(cases, eq(cases.caseId, timers.caseId))
    .where(and(isDate, isPending, lte(timers.dueAt, now)))
    .orderBy(asc(timers.dueAt))
    .limit(limit)
    .for("update", { skipLocked: true });
  return rows.map(({ timer, kase }) => ({ ...momentFrom(timer), kase }));
}

/** Marks timers as fired. Ids rise with time and are unique over all cases; the case is named for its shard. */
export async function markDatesFired(tx: Tx, due: readonly DueDate[], at: Date): Promise<void> {
  const caseIds = [...new Set(due.map(({ kase }) => kase.caseId))];
  const ids = due.map(({ id }) => id);
  await tx
    .update(timers)
    .set({ firedAt: at })
    .where(and(inArray(timers.caseId, caseIds), inArray(timers.id, ids), isPending));
}

/** Dates that stand, from a day on, over the actor's cases or one of them; the soonest first. */
export async function datesAhead(
  reader: Reader,
  actor: Actor,
  { from, limit, caseId }: { from: string; limit: number; caseId?: string },
) {
  const rows = await reader
    .select({ timer: timers, code: cases.code })
    .from(timers)
    .innerJoin(cases, eq(cases.caseId, timers.caseId))
    .where(
      and(
        eq(timers.kind, "case_date"),
        isNull(timers.cancelledAt),
        gte(timers.onDay, from),
        caseId ? eq(timers.caseId, caseId) : undefined,
        visibleTo(actor),
      ),
    )
    .orderBy(asc(timers.onDay), asc(timers.id))
    .limit(limit);
  return rows.map(({ timer, code }) => {
    const { caseId, sequence, setAt } = timer;
    return { ...momentFrom(timer), caseId, code, sequence, setAt: setAt ?? timer.dueAt };
  });
}
