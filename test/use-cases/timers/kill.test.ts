import { expect, test } from "vitest";
import { freshDatabase } from "#test/support/database.ts";
import { killRun } from "#test/support/due/kill-run.ts";

test("workers killed at random while hundreds of dates are due: each is told once to each who must know, and none is lost", async () => {
  const timers = 300;
  const { kills, amidst, ...told } = await killRun({
    ...(await freshDatabase()),
    timers,
    workers: 2,
    kills: 4,
    batch: 2,
  });
  expect(told).toEqual({
    timers,
    fired: timers,
    notices: 2 * timers,
    mails: 2 * timers,
    jobs: 2 * timers,
    wrong: 0,
  });
  expect(amidst).toBeGreaterThan(0);
}, 120_000);
