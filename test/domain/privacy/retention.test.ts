import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Anchor, anchors, retentionRows } from "#app/domain/privacy/retention.data.ts";
import { type Kept, keptOf, longestTerm, termsOf } from "#app/domain/privacy/retention.ts";
import type { TimelineEvent } from "#app/domain/timeline/events.ts";

const nothing: Record<Anchor, null> = {
  ...{ closed: null, lastAct: null, lastRecording: null, lastLetter: null, lastVoucher: null },
};
const kept = (given: Partial<Kept>): Kept => ({
  ...{ jurisdiction: "US-CA", creditorKind: "business" },
  ...nothing,
  closed: "2026-03-02",
  ...given,
});

/** A case a row: taken away, its case is told another day or another rule. */
const witnesses: Record<string, [Kept, string]> = {
  "US-RET-01": [kept({ lastAct: "2026-02-27" }), "2029-02-28"],
  "US-RET-02": [kept({ lastAct: "2024-01-05", lastRecording: "2026-05-01" }), "2029-05-02"],
  "DE-RET-01": [
    kept({ jurisdiction: "DE", lastVoucher: "2026-01-01", lastLetter: "2026-02-01" }),
    "2035-01-01",
  ],
  "DE-RET-02": [kept({ jurisdiction: "DE", lastLetter: "2026-12-31" }), "2033-01-01"],
  "GB-RET-01": [kept({ jurisdiction: "GB-EW", lastAct: "2026-02-01" }), "2033-03-03"],
  "CN-RET-01": [kept({ jurisdiction: "CN", lastAct: "2026-02-01" }), "2029-02-02"],
  "CN-RET-02": [
    kept({ jurisdiction: "CN", creditorKind: "financial_institution", lastAct: "2026-02-01" }),
    "2031-02-02",
  ],
  "CN-RET-03": [kept({ jurisdiction: "CN", lastAct: "2026-02-01", lastVoucher: "2026-02-01" }), "2031-02-02"],
  "OP-RET-01": [kept({}), "2026-06-01"],
};

test.for(retentionRows.map(({ id }) => id))("%s decides the case that is its witness", (id) => {
  const [facts, endedOn] = witnesses[id];
  expect(longestTerm(facts)).toMatchObject({ row: { id }, endedOn });
});

test("every term names where it stands and when that was looked at, and no two share a name", () => {
  expect(new Set(retentionRows.map(({ id }) => id)).size).toBe(retentionRows.length);
  expect(Object.keys(witnesses).sort()).toEqual(retentionRows.map(({ id }) => id).sort());
  for (const { source, force } of retentionRows) {
    expect(source.url).toMatch(/^https?:\/\//);
    expect(source.checkedOn).toMatch(/^\d{4}-\d{2}-\d{2}$/);
    expect(source.provision.length + source.instrument.length).toBeGreaterThan(5);
    expect(["statute", "operator"]).toContain(force);
  }
});

test("leap days and ends of years: the last day of a term is kept whole", () => {
  const on = (facts: Partial<Kept>) => longestTerm(kept(facts))?.endedOn;
  expect(on({ closed: "2024-02-29", lastAct: "2024-02-29" })).toBe("2027-03-01");
  expect(on({ jurisdiction: "DE", lastVoucher: "2026-12-31" })).toBe("2035-01-01");
  expect(on({ jurisdiction: "DE", lastVoucher: "2027-01-01" })).toBe("2036-01-01");
});

const day = fc
  .date({ min: new Date("2000-01-01"), max: new Date("2060-12-31"), noInvalidDate: true })
  .map((at) => at.toISOString().slice(0, 10));
const anyCase: fc.Arbitrary<Kept> = fc.record({
  jurisdiction: fc.constantFrom("US-CA", "US-NY", "DE", "GB-EW", "CN", "XX"),
  creditorKind: fc.constantFrom("business", "financial_institution", "natural"),
  closed: fc.option(day, { nil: null }),
  lastAct: fc.option(day, { nil: null }),
  lastRecording: fc.option(day, { nil: null }),
  lastLetter: fc.option(day, { nil: null }),
  lastVoucher: fc.option(day, { nil: null }),
});

describe("for any case", () => {
  test("the longest term that applies counts, and one that is open has none that ended", () => {
    fc.assert(
      fc.property(anyCase, (facts) => {
        const longest = longestTerm(facts);
        if (facts.closed === null) {
          expect(longest).toBeNull();
          return;
        }
        for (const term of termsOf(facts)) expect((longest?.endedOn ?? "") >= term.endedOn).toBe(true);
        expect((longest?.endedOn ?? "") > facts.closed).toBe(true);
      }),
    );
  });

  test("a later event never ends a term earlier, and no term ends before what it is counted from", () => {
    fc.assert(
      fc.property(anyCase, fc.constantFrom(...anchors), day, (facts, anchor, later) => {
        if (facts.closed === null) return;
        const before = facts[anchor];
        const moved = { ...facts, [anchor]: before === null || later > before ? later : before };
        expect((longestTerm(moved)?.endedOn ?? "") >= (longestTerm(facts)?.endedOn ?? "")).toBe(true);
        for (const { since, endedOn } of termsOf(facts)) expect(endedOn > since).toBe(true);
      }),
    );
  });
});

const event = (type: string, occurredAt: string, payload: TimelineEvent["payload"] = {}) =>
  ({ type, occurredAt: new Date(occurredAt), payload, actorRole: "lawyer" }) as TimelineEvent;

test("the days are those of the events where the debtor lives: acts, recordings, what was written, and the close", () => {
  const events = [
    event("letter", "2026-01-01T23:30:00Z"),
    event("call", "2026-02-02T12:00:00Z", { refs: { recording: "tape 7" } }),
    event("call", "2026-03-03T12:00:00Z"),
    event("reply", "2026-04-04T12:00:00Z", { act: { direction: "in" } }),
    event("closed_paid", "2026-05-05T12:00:00Z"),
    event("attempt_blocked", "2026-06-06T12:00:00Z"),
  ];
  const told = {
    ...{ jurisdiction: "CN", creditorKind: "natural", isOver: true },
    events,
    lastVoucherOn: null,
  };
  expect(keptOf({ ...told, zone: "Asia/Shanghai" })).toMatchObject({
    ...{ closed: "2026-05-05", lastAct: "2026-03-03", lastRecording: "2026-02-02", lastLetter: "2026-04-04" },
  });
  expect(keptOf({ ...told, events: events.slice(0, 1), zone: "Asia/Shanghai" }).lastLetter).toBe(
    "2026-01-02",
  );
  expect(keptOf({ ...told, isOver: false, zone: "UTC" }).closed).toBeNull();
});
