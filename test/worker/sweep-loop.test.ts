import { expect, test } from "vitest";
import { system } from "#app/domain/accounts/actor.ts";
import type { Ctx } from "#app/use-cases/ctx.ts";
import { startSweep, startSweeps } from "#app/worker/sweep-loop.ts";
import { type Sweep, sweeps } from "#app/worker/sweeps.ts";

const ctxNow = async () => ({ actor: system, now: new Date(0) }) as Ctx;
const LONG = 3600;

/** Lets loops that have something to do run until nothing of theirs is left in this turn. */
const settle = () => new Promise((resolve) => setTimeout(resolve, 20));

const counting = (name: string, work: (run: number) => number) => {
  const told = { runs: 0 };
  const run = async () => work(++told.runs);
  return { told, sweep: { name, everySeconds: LONG, run } satisfies Sweep };
};

test("a sweep goes on at once while rows are left, and rests when none is", async () => {
  const { told, sweep } = counting("three batches", (run) => (run < 4 ? 200 : 0));
  const stop = startSweep(sweep, { ctxNow, failed: () => {} });
  await settle();
  expect(told.runs).toBe(4);
  await stop();
  expect(told.runs).toBe(4);
});

test("one that fails is named, is tried again after its pause, and holds no other up", async () => {
  const failures: string[] = [];
  const failing = counting("broken", () => {
    throw new Error("no connection");
  });
  const well = counting("well", () => 0);
  const stop = startSweeps([{ ...failing.sweep, everySeconds: 0.001 }, well.sweep], {
    ctxNow,
    failed: (_, name) => failures.push(name),
  });
  await settle();
  await stop();
  expect(failing.told.runs).toBeGreaterThan(1);
  expect(failures).toEqual(Array(failing.told.runs).fill("broken"));
  expect(well.told.runs).toBe(1);
});

test("stopping waits for the batch that runs, so that no transaction is cut off", async () => {
  let finish = () => {};
  let ended = false;
  const run = async () => {
    await new Promise<void>((resolve) => {
      finish = resolve;
    });
    ended = true;
    return 1;
  };
  const stop = startSweep({ name: "slow", everySeconds: LONG, run }, { ctxNow, failed: () => {} });
  await settle();
  const stopped = stop().then(() => ended);
  finish();
  expect(await stopped).toBe(true);
});

test("no two sweeps share a name, by which a failure is told", () => {
  expect(new Set(sweeps.map(({ name }) => name)).size).toBe(sweeps.length);
});
