import { expect, test } from "vitest";
import { lastDayOf, monthAfter, monthOf, monthToClose, remindNow } from "#app/domain/papers/month.ts";

test("months follow one another over the turn of a year and end where they end", () => {
  expect([monthOf("2026-11-27"), monthAfter("2026-12-01"), monthAfter("2026-01-01")]).toEqual([
    "2026-11-01",
    "2027-01-01",
    "2026-02-01",
  ]);
  expect(["2028-02-01", "2027-02-01", "2026-12-01"].map(lastDayOf)).toEqual([
    "2028-02-29",
    "2027-02-28",
    "2026-12-31",
  ]);
});

test("the month to close is the one after the last closed, or the first with a transfer, and only once it is over", () => {
  const due = (lastClosed: string | null, firstEffectiveOn: string | null, today: string) =>
    monthToClose({ lastClosed, firstEffectiveOn, today });
  expect(due(null, "2026-09-14", "2026-11-27")).toBe("2026-09-01");
  expect(due("2026-09-01", null, "2026-10-31")).toBeNull();
  expect(due("2026-09-01", null, "2026-11-01")).toBe("2026-10-01");
  expect(due(null, null, "2026-11-27")).toBeNull();
});

test("admins are reminded three days after a month's end, and then every week", () => {
  expect(remindNow("2026-10-01", null, "2026-11-02")).toBe(false);
  expect(remindNow("2026-10-01", null, "2026-11-03")).toBe(true);
  expect(remindNow("2026-10-01", "2026-11-03", "2026-11-09")).toBe(false);
  expect(remindNow("2026-10-01", "2026-11-03", "2026-11-10")).toBe(true);
});
