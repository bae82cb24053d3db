import fc from "fast-check";
import { expect, test } from "vitest";
import { addDays, dateIn, daysBetween, instantAt, timeIn } from "#app/domain/timeline/local-time.ts";

const text = (at: Date | null) => at?.toISOString() ?? null;

test("a time that the clocks skipped is no time", () => {
  expect(instantAt("America/New_York", "2026-03-08", "02:30")).toBeNull();
  expect(text(instantAt("America/New_York", "2026-03-08", "01:59"))).toBe("2026-03-08T06:59:00.000Z");
  expect(text(instantAt("America/New_York", "2026-03-08", "03:00"))).toBe("2026-03-08T07:00:00.000Z");
  expect(instantAt("Europe/London", "2026-03-29", "01:30")).toBeNull();
  expect(instantAt("America/Phoenix", "2026-03-08", "02:30")).not.toBeNull();
});

test("a time that came twice is the first of the two", () => {
  expect(text(instantAt("America/New_York", "2026-11-01", "01:30"))).toBe("2026-11-01T05:30:00.000Z");
  expect(text(instantAt("Europe/Berlin", "2026-10-25", "02:30"))).toBe("2026-10-25T00:30:00.000Z");
});

test("a day without a time stands at noon of its place", () => {
  expect(text(instantAt("Asia/Shanghai", "2026-02-03"))).toBe("2026-02-03T04:00:00.000Z");
  expect(text(instantAt("Pacific/Honolulu", "2026-02-03"))).toBe("2026-02-03T22:00:00.000Z");
});

test("a date or time that does not exist is none", () => {
  for (const [on, time] of [
    ["2026-02-29", "10:00"],
    ["2026-13-01", "10:00"],
    ["2026-01-01", "24:30"],
    ["yesterday", "10:00"],
    ["2026-01-01", ""],
  ]) {
    expect(instantAt("UTC", on, time), `${on} ${time}`).toBeNull();
  }
  expect(instantAt("Atlantis/Capital", "2026-01-01")).toBeNull();
});

const zones = fc.constantFrom(
  "America/New_York",
  "America/Los_Angeles",
  "Asia/Shanghai",
  "Europe/London",
  "UTC",
);
const day = fc.integer({ min: 0, max: 20_000 }).map((days) => addDays("1980-01-01", days));
const clock = fc
  .tuple(fc.nat(23), fc.nat(59))
  .map((each) => each.map((n) => String(n).padStart(2, "0")).join(":"));

test("a local moment that exists is read back as it was written", () => {
  fc.assert(
    fc.property(zones, day, clock, (zone, on, time) => {
      const at = instantAt(zone, on, time);
      fc.pre(at !== null);
      expect([dateIn(zone, at), timeIn(zone, at)]).toEqual([on, time]);
    }),
  );
});

test("days are civil days: a change of the clocks adds none and takes none", () => {
  fc.assert(
    fc.property(day, fc.integer({ min: -4_000, max: 4_000 }), (on, days) => {
      expect(daysBetween(on, addDays(on, days))).toBe(days);
    }),
  );
  expect(addDays("2026-03-07", 1)).toBe("2026-03-08");
  expect(addDays("2024-02-28", 1)).toBe("2024-02-29");
});
