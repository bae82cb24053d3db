import fc from "fast-check";
import { expect, test } from "vitest";
import { timeTaken } from "#app/domain/tenders/how-long.ts";

test("a firm without an ended mandate has no range, and one mandate is a range of its own months", () => {
  expect(timeTaken([])).toBeNull();
  expect(timeTaken([61])).toEqual({ least: 3, most: 3, cases: 1 });
  expect(timeTaken([0])).toEqual({ least: 1, most: 1, cases: 1 });
});

test("of ten mandates the quickest and the slowest are left out; of nine none is", () => {
  const ten = [400, 30, 60, 90, 91, 92, 93, 94, 120, 10];
  expect(timeTaken(ten)).toEqual({ least: 1, most: 4, cases: 10 });
  expect(timeTaken(ten.slice(0, 9))).toEqual({ least: 1, most: 14, cases: 9 });
});

test("the range lies within what was lived, holds eight of ten, and does not depend on the order", () => {
  fc.assert(
    fc.property(fc.array(fc.nat(2_000), { minLength: 1, maxLength: 200 }), (days) => {
      const taken = timeTaken(days);
      if (!taken) throw new Error("a mandate ended");
      const within = days.filter(
        (each) => each > (taken.least - 1) * 30.44 - 1 && each <= taken.most * 30.44,
      );
      expect(within.length / days.length).toBeGreaterThanOrEqual(0.8);
      expect(taken.least).toBeLessThanOrEqual(taken.most);
      expect(timeTaken([...days].reverse())).toEqual(taken);
    }),
  );
});
