import type { Ctx } from "#app/use-cases/ctx.ts";
import { fireDueDates } from "#app/use-cases/timers/fire-due-dates.server.ts";

type DateLoop = {
  ctxNow: () => Promise<Ctx>;
  /** Told of what went wrong; the rows stay due and are tried again. */
  failed: (error: unknown) => void;
  /** Timers a transaction; the use-case's own number when absent. */
  batch?: number;
  /** Pause when nothing is due. */
  pauseMs?: number;
};

/**
 * Fires date timers as they fall due, batch after batch, until it is stopped. The rows are the queue: several loops in several
 * processes share them, and one that dies leaves them as they were. Returns how to stop it, after the batch it is at.
 */
export function startDateLoop({ ctxNow, failed, batch, pauseMs = 1000 }: DateLoop): () => Promise<void> {
  let stopping = false;
  let wake = () => {};
  const pause = () =>
    new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, pauseMs);
      wake = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  const run = async () => {
    while (!stopping) {
      const fired = await fireOnce(ctxNow, batch, failed);
      if (fired === 0 && !stopping) await pause();
    }
  };
  const running = run();
  return () => {
    stopping = true;
    wake();
    return running;
  };
}

async function fireOnce(ctxNow: DateLoop["ctxNow"], batch: number | undefined, failed: DateLoop["failed"]) {
  try {
    const fired = await fireDueDates(await ctxNow(), { batch });
    if (fired.ok) return fired.value;
    throw new Error(`The worker may not fire timers: ${fired.error.kind}`);
  } catch (error) {
    failed(error);
    return 0;
  }
}
