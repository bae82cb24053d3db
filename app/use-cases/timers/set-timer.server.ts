import { newId } from "#app/domain/ids.ts";
import { dropJob, enqueue, timerKey } from "#app/gateways/jobs.server.ts";
import type { Ctx } from "#app/use-cases/ctx.ts";
import type { Tx } from "#db/client.ts";
import { cancelTimers, insertTimer, type TimerKind } from "#db/queries/timers.ts";

type NewTimer = { caseId: string; kind: TimerKind; subjectId: string; dueAt: Date };

/** Writes a timer and the job that wakes the worker for it, in the caller's transaction. */
export async function setTimer(tx: Tx, ctx: Pick<Ctx, "now">, timer: NewTimer): Promise<void> {
  const id = newId(ctx.now);
  await insertTimer(tx, { id, ...timer });
  await enqueue(
    tx,
    { task: "fire-timer", payload: { caseId: timer.caseId, timerId: id } },
    { runAt: timer.dueAt, key: timerKey(timer.caseId, id) },
  );
}

/** Stops a case's pending timers of one kind, or all of them, and forgets their jobs. */
export async function stopTimers(
  tx: Tx,
  ctx: Pick<Ctx, "now">,
  which: { caseId: string; kind?: TimerKind },
): Promise<void> {
  for (const id of await cancelTimers(tx, which, ctx.now)) await dropJob(tx, timerKey(which.caseId, id));
}
