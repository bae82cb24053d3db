import { expect, test } from "vitest";
import { mayErase, type Obstacle, type Standing } from "#app/domain/privacy/may-erase.ts";

const now = new Date("2030-01-10T12:00:00Z");
const free: Standing = {
  status: "closed",
  kept: {
    ...{ jurisdiction: "US-CA", creditorKind: "business", closed: "2026-03-02", lastAct: "2026-02-01" },
    ...{ lastRecording: null, lastLetter: null, lastVoucher: null },
  },
  ...{ holds: [], reportsWaiting: 0, moneyHeld: false, onTheirWay: 0, now, today: "2030-01-10" },
};
const hold = (endsAt: string | undefined) =>
  ({ type: "hardship", startedAt: "2026-01-01T00:00:00Z", endsAt }) as const;

test("where every term has ended and nothing stands against it, it may be", () => {
  expect(mayErase(free)).toMatchObject({
    allowed: true,
    obstacles: [],
    longest: { row: { id: "US-RET-01" } },
  });
  expect(mayErase({ ...free, status: "refused" }).allowed).toBe(true);
});

test.for([
  ["claim_open", { status: "engaged" }],
  ["claim_open", { status: "with_lot" }],
  ["pause_runs", { holds: [hold("2030-02-01T00:00:00Z")] }],
  ["report_waits", { reportsWaiting: 1 }],
  ["money_held", { moneyHeld: true }],
  ["message_on_its_way", { onTheirWay: 2 }],
] as [Obstacle, Partial<Standing>][])(
  "%s stands against it, however long ago the terms ended",
  ([obstacle, given]) => {
    expect(mayErase({ ...free, ...given })).toMatchObject({ allowed: false, obstacles: [obstacle] });
  },
);

test("all that stands against it is told at once", () => {
  const { obstacles } = mayErase({ ...free, status: "engaged", moneyHeld: true, reportsWaiting: 2 });
  expect(obstacles).toEqual(["claim_open", "report_waits", "money_held"]);
});

test("a term is over on the day after its last, where the debtor lives", () => {
  const kept = { ...free.kept, lastAct: "2027-01-09" };
  expect(mayErase({ ...free, kept, today: "2030-01-09" })).toMatchObject({ allowed: false, obstacles: [] });
  expect(mayErase({ ...free, kept, today: "2030-01-10" }).allowed).toBe(true);
});

test("a pause without an end ends with its claim, and one that is past is past", () => {
  for (const endsAt of [undefined, "unknown", "2029-12-31T00:00:00Z"])
    expect(mayErase({ ...free, holds: [hold(endsAt)] }).allowed, String(endsAt)).toBe(true);
});
