import { sql } from "drizzle-orm";
import { z } from "zod";
import { may } from "#app/domain/accounts/access.ts";
import { newId } from "#app/domain/ids.ts";
import { err, ok, type Result } from "#app/domain/result.ts";
import { enqueue, timerKey } from "#app/gateways/jobs.server.ts";
import type { Ctx } from "#app/use-cases/ctx.ts";
import { pendingTimers } from "#db/queries/timers.ts";
import { auditEntries, clockOffsets } from "#db/schema/accounts.ts";
import { transact } from "#db/transact.ts";

/** At most a year at a time: a demo that lost its decade helps nobody. */
export const MoveClock = z.object({
  days: z.coerce
    .number("error.number")
    .int("error.number")
    .min(0, "error.number")
    .max(366, "error.number")
    .default(0),
  hours: z.coerce
    .number("error.number")
    .int("error.number")
    .min(0, "error.number")
    .max(23, "error.number")
    .default(0),
});

export type ClockRefusal = { kind: "not-here" } | { kind: "not-forward" };

/**
 * Moves the demo's clock forward and wakes the timers that come due. Production refuses, and its database
 * gives the app no right to the offset.
 */
export async function moveClock(
  ctx: Ctx,
  input: z.infer<typeof MoveClock>,
): Promise<Result<null, ClockRefusal>> {
  if (ctx.mode !== "demo" || !may(ctx.actor, "clock.move", "none")) return err({ kind: "not-here" });
  const ms = (input.days * 24 + input.hours) * 3_600_000;
  if (ms <= 0) return err({ kind: "not-forward" });

  return transact<null, ClockRefusal>(ctx, async (tx) => {
    await tx
      .insert(clockOffsets)
      .values({ id: 1, offsetMs: ms })
      .onConflictDoUpdate({
        target: clockOffsets.id,
        set: { offsetMs: sql`${clockOffsets.offsetMs} + ${ms}` },
      });
    for (const { caseId, id, dueAt } of await pendingTimers(tx)) {
      await enqueue(
        tx,
        { task: "fire-timer", payload: { caseId, timerId: id } },
        { runAt: dueAt, key: timerKey(caseId, id) },
      );
    }
    await tx.insert(auditEntries).values({
      id: newId(ctx.now),
      at: ctx.now,
      actorUserId: ctx.actor.userId,
      actorOrgId: ctx.actor.orgId,
      operation: "clock.move",
      subjectKind: "clock",
      subjectId: "1",
      details: input,
    });
    return ok(null);
  });
}
