import { may } from "#app/domain/accounts/access.ts";
import { err, ok, type Result } from "#app/domain/result.ts";
import { enqueue, timerKey } from "#app/gateways/jobs.server.ts";
import type { Ctx } from "#app/use-cases/ctx.ts";
import type { OpenRoundRefusal } from "#app/use-cases/open-round.server.ts";
import type { Tx } from "#db/client.ts";
import { type CaseRow, lockCase } from "#db/queries/cases.ts";
import { type LotRow, lockLot } from "#db/queries/lots.ts";
import { lockTimer, markFired, type TimerRow } from "#db/queries/timers.ts";
import { transact } from "#db/transact.ts";
import { closeLotRound } from "./close-lot-round.server.ts";
import { closeRound } from "./close-round.server.ts";
import { lapseAward } from "./lapse-award.server.ts";
import { lapseLotAward } from "./lapse-lot-award.server.ts";

export type FireRefusal = { kind: "not-allowed" } | { kind: "timer-not-found" };
export type Fired = "fired" | "too-early" | "over";

/**
 * What the worker does when it is woken for a timer. The row decides: it fires once, not before it is due by
 * the product's clock, and not when it was stopped, however many workers are woken how often. Throws, so that
 * the job is tried again, when what must happen then cannot.
 */
export function fireTimer(
  ctx: Ctx,
  { caseId, timerId }: { caseId: string; timerId: string },
): Promise<Result<Fired, FireRefusal>> {
  return transact<Fired, FireRefusal>(ctx, async (tx) => {
    if (!may(ctx.actor, "timer.fire", "none")) return err({ kind: "not-allowed" });
    const kase = await lockCase(tx, ctx.actor, caseId);
    const lot = kase ? null : await lockLot(tx, ctx.actor, caseId);
    const timer = (kase ?? lot) && (await lockTimer(tx, caseId, timerId));
    if (!timer || !effects[timer.kind]) return err({ kind: "timer-not-found" });
    if (timer.firedAt || timer.cancelledAt) return ok("over");
    if (ctx.now < timer.dueAt) {
      const runAt = timer.dueAt;
      await enqueue(
        tx,
        { task: "fire-timer", payload: { caseId, timerId } },
        { runAt, key: timerKey(caseId, timerId) },
      );
      return ok("too-early");
    }
    await markFired(tx, timer, ctx.now);
    if (lot) await lotEffects[timer.kind]?.(tx, ctx, lot, timer);
    const done = kase ? await effects[timer.kind]?.(tx, ctx, kase, timer) : null;
    if (done && !done.ok)
      throw new Error(`The timer ${timer.kind} of case ${caseId} was refused: ${done.error.kind}`);
    return ok("fired");
  });
}

type Effect = (tx: Tx, ctx: Ctx, kase: CaseRow, timer: TimerRow) => Promise<Result<null, OpenRoundRefusal>>;

/** Kinds with a job of their own; legal dates are fired in batches, see `fireDueDates`. */
const effects: Partial<Record<TimerRow["kind"], Effect>> = {
  close_round: (tx, ctx, kase, { subjectId }) => closeRound(tx, ctx, kase, subjectId),
  lapse_award: (tx, ctx, kase, { subjectId }) => lapseAward(tx, ctx, kase, subjectId),
};

/** The same kinds for the round and the award of a lot, which has no log of its own. */
const lotEffects: Partial<
  Record<TimerRow["kind"], (tx: Tx, ctx: Ctx, lot: LotRow, timer: TimerRow) => Promise<void>>
> = {
  close_round: (tx, ctx, lot, { subjectId }) => closeLotRound(tx, ctx, lot, subjectId),
  lapse_award: (tx, ctx, lot, { subjectId }) => lapseLotAward(tx, ctx, lot, subjectId),
};
