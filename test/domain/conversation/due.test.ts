import { expect, test } from "vitest";
import { dueAt, remindAt, taskState } from "#app/domain/conversation/due.ts";

const now = new Date("2026-03-28T15:00:00Z");
const zone = "Europe/Berlin";

test("an answer is due in hours that pass, or when the named day is over at its writer's place", () => {
  expect(dueAt("day", { on: undefined, zone, now })).toEqual(new Date("2026-03-29T15:00:00Z"));
  expect(dueAt("three-days", { on: undefined, zone, now })).toEqual(new Date("2026-03-31T15:00:00Z"));
  expect(dueAt("date", { on: "2026-03-29", zone, now })).toEqual(new Date("2026-03-29T22:00:00Z"));
  expect(dueAt("date", { on: "2026-03-28", zone, now })).toEqual(new Date("2026-03-28T23:00:00Z"));
  expect(dueAt("none", { on: "2026-03-28", zone, now })).toBeNull();
});

test("a day that has passed, is no day, is missing or lies beyond a year is refused and not guessed", () => {
  for (const on of ["2026-03-27", "2027-04-01", undefined])
    expect(dueAt("date", { on, zone, now })).toBe("invalid");
});

test("a day that begins after its midnight was skipped still ends", () => {
  const there = { zone: "America/Havana", now: new Date("2026-03-01T12:00:00Z") };
  expect(dueAt("date", { on: "2026-03-07", ...there })).toEqual(new Date("2026-03-08T05:00:00Z"));
});

test("the reminder comes in the last quarter of the time given, and at most a day before its end", () => {
  const inHours = (hours: number) => new Date(now.getTime() + hours * 3_600_000);
  expect(remindAt(inHours(24), now)).toEqual(inHours(18));
  expect(remindAt(inHours(72), now)).toEqual(inHours(54));
  expect(remindAt(inHours(24 * 30), now)).toEqual(inHours(24 * 29));
});

test("a task is overdue from the very instant it is due, and what is done never is", () => {
  expect(taskState({ dueAt: now, doneAt: null }, new Date(now.getTime() - 1))).toBe("open");
  expect(taskState({ dueAt: now, doneAt: null }, now)).toBe("overdue");
  expect(taskState({ dueAt: now, doneAt: now }, now)).toBe("done");
});
