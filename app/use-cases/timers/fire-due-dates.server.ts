import { may } from "#app/domain/accounts/access.ts";
import { err, ok, type Result } from "#app/domain/result.ts";
import type { Ctx } from "#app/use-cases/ctx.ts";
import { takeDueDates } from "#db/queries/date-timers.ts";
import { transact } from "#db/transact.ts";
import { tellOfDates } from "./tell-of-dates.server.ts";

/** Enough to make one transaction's cost small for each, few enough that a person hardly waits for a held case. */
const BATCH = 200;

/**
 * Fires a batch of date timers that are due; answers how many. Each fires once in effect, however many workers ask at once and
 * whenever one of them dies: what it tells and the mark that it was told stand or fall together.
 */
export function fireDueDates(
  ctx: Ctx,
  { batch = BATCH }: { batch?: number } = {},
): Promise<Result<number, { kind: "not-allowed" }>> {
  return transact<number, { kind: "not-allowed" }>(ctx, async (tx) => {
    if (!may(ctx.actor, "timer.fire", "none")) return err({ kind: "not-allowed" });
    const due = await takeDueDates(tx, ctx.now, batch);
    await tellOfDates(tx, ctx, due);
    return ok(due.length);
  });
}
