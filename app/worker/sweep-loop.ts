import type { Ctx } from "#app/use-cases/ctx.ts";
import type { Sweep } from "./sweeps.ts";

type SweepLoop = {
  ctxNow: () => Promise<Ctx>;
  /** Told of what went wrong, by the sweep's name; the rows stay due and are tried again. */
  failed: (error: unknown, name: string) => void;
};

/**
 * Runs a sweep again and again until it is stopped: at once while there is more to do, otherwise after its pause. The rows are the
 * queue: several loops in several processes share them, and one that dies leaves them as they were. Returns how to stop it, after
 * the batch it is at.
 */
export function startSweep(sweep: Sweep, { ctxNow, failed }: SweepLoop): () => Promise<void> {
  let stopping = false;
  let wake = () => {};
  const pause = () =>
    new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, sweep.everySeconds * 1000);
      wake = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  const runOnce = async () => {
    try {
      return await sweep.run(await ctxNow());
    } catch (error) {
      failed(error, sweep.name);
      return 0;
    }
  };
  const running = (async () => {
    while (!stopping) {
      const done = await runOnce();
      if (done === 0 && !stopping) await pause();
    }
  })();
  return () => {
    stopping = true;
    wake();
    return running;
  };
}

/** Runs each sweep in a loop of its own, so that a long one holds no other up; returns how to stop them all. */
export function startSweeps(list: readonly Sweep[], loop: SweepLoop): () => Promise<void> {
  const stops = list.map((sweep) => startSweep(sweep, loop));
  return async () => {
    await Promise.all(stops.map((stop) => stop()));
  };
}
