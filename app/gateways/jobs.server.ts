import { sql } from "drizzle-orm";
import type { Tx } from "#db/client.ts";

/** What the worker can be asked to do; the names are graphile-worker's task identifiers. */
export type Job =
  | { task: "send-mail"; payload: { mailId: string } }
  | { task: "recount-dates"; payload: { packId: string; after: string | null } }
  | { task: "fire-timer"; payload: { caseId: string; timerId: string } };

/**
 * Enqueues in the caller's transaction: no commit, no job. `runAt` is on the product's clock and is put back
 * on the machine's, which the job library runs by. A key replaces a pending job of the same key.
 */
export async function enqueue(tx: Tx, job: Job, at?: { runAt: Date; key: string }): Promise<void> {
  await tx.execute(sql`select enqueue_job(${job.task}, ${JSON.stringify(job.payload)}::json,
    ${at ? at.runAt.toISOString() : null}::timestamptz - (rung_now() - clock_timestamp()), ${at?.key ?? null})`);
}

/** Many jobs without a moment of their own, in one statement. */
export async function enqueueAll(tx: Tx, jobs: readonly Job[]): Promise<void> {
  if (jobs.length === 0) return;
  await tx.execute(sql`select enqueue_jobs(${JSON.stringify(jobs)}::json)`);
}

export async function dropJob(tx: Tx, key: string): Promise<void> {
  await tx.execute(sql`select drop_job(${key})`);
}

/** One pending job a timer: enqueuing again moves it. */
export const timerKey = (caseId: string, timerId: string): string => `timer:${caseId}:${timerId}`;
