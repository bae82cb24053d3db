import fc from "fast-check";
import { expect, test } from "vitest";
import { dateOf, dayOf } from "#app/domain/law/calendar/civil.ts";
import { unlockings, whatIfOn, whatIfRange } from "#app/domain/timeline/what-if.ts";

const today = "2026-11-27";
const asked = (given: Partial<Parameters<typeof whatIfOn>[0]>) =>
  whatIfOn({ on: null, days: null, shown: null, ...given }, today);

test("a ladder can be shown for today and the two years after it, and for no other day", () => {
  expect(whatIfRange(today)).toEqual({ min: today, max: "2028-11-27", days: 731 });
  expect(whatIfRange("2028-02-29").max).toBe("2030-02-28");
  expect(asked({})).toEqual({ on: today, refused: false });
  expect(asked({ on: "2028-11-27" })).toEqual({ on: "2028-11-27", refused: false });
  for (const on of ["2028-11-28", "2026-11-26", "2027-02-29", "2027-13-01", "tomorrow", "", "20270101"])
    expect(asked({ on })).toEqual({ on: today, refused: true });
});

test("without scripts the date that was typed counts, and the slider where the date was left as it stood", () => {
  expect(asked({ days: "40", on: today, shown: today })).toEqual({ on: "2027-01-06", refused: false });
  expect(asked({ days: "0", on: "2027-03-01", shown: today })).toEqual({ on: "2027-03-01", refused: false });
  expect(asked({ days: "40" })).toEqual({ on: "2027-01-06", refused: false });
  for (const days of ["732", "-1", "1.5", "x", "99999", ""])
    expect(asked({ days })).toEqual({ on: today, refused: true });
});

test("whatever the address says, the day shown lies in the range", () => {
  const text = fc.option(
    fc.oneof(fc.string(), fc.integer().map(String), fc.constantFrom("2027-01-01", today)),
  );
  fc.assert(
    fc.property(text, text, text, (on, days, shown) => {
      const found = whatIfOn({ on, days, shown }, today);
      const { min, max } = whatIfRange(today);
      expect(found.on >= min && found.on <= max && dateOf(dayOf(found.on)) === found.on).toBe(true);
    }),
    { numRuns: 500 },
  );
});

const rung = (stage: string, earliest: string | null, waits: string[] = [], state = "blocked") => ({
  stage,
  state,
  earliest,
  lines: waits.map((each) => ({ state: "waits", earliest: each })),
});

test("the days on which something unlocks are told in order: rungs that open, and waits that end before a rung that lacks more", () => {
  const rungs = [
    rung("reminder", null, ["2026-12-01"], "done"),
    rung("formal_demand", "2026-12-10", ["2026-12-10", "2026-12-03"]),
    rung("lawyer_letter", "2026-12-10"),
    rung("lawsuit", null, ["2026-12-24"]),
    rung("enforcement", "2030-01-01"),
    rung("contact", "2026-11-28T16:00:00Z"),
  ];
  expect(unlockings(rungs, today, (instant) => instant.slice(0, 10))).toEqual([
    { on: "2026-11-28", opens: ["contact"], ends: [] },
    { on: "2026-12-10", opens: ["formal_demand", "lawyer_letter"], ends: [] },
    { on: "2026-12-24", opens: [], ends: ["lawsuit"] },
  ]);
});

test("what opens later today is no other day", () => {
  expect(unlockings([rung("contact", `${today}T16:00:00Z`)], today, () => today)).toEqual([]);
});
