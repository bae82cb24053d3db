import { expect, inject, test } from "vitest";
import { lettersRun } from "#test/support/letters-kill/letters-run.ts";

test("a batch whose workers are killed on the way is the same file as one that nobody disturbed, and each letter is counted and posted once", async () => {
  const letters = 24;
  const { amidst, pages, ...told } = await lettersRun({
    cluster: inject("cluster"),
    name: `letters_${process.env.VITEST_POOL_ID ?? 0}`,
    letters,
    kills: 4,
  });
  expect(told).toEqual({ letters, kills: 4, same: true, counted: letters, posted: letters, breaks: 0 });
  expect(pages).toBeGreaterThanOrEqual(letters);
  expect(amidst).toBeGreaterThan(0);
}, 300_000);
