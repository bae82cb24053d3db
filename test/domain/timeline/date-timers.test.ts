import fc from "fast-check";
import { expect, test } from "vitest";
import type { CaseDate } from "#app/domain/law/case-dates/row.ts";
import {
  type DateMoment,
  type KeptMoment,
  momentKey,
  momentsOf,
  planOf,
} from "#app/domain/timeline/date-timers.ts";
import { addDays } from "#app/domain/timeline/local-time.ts";
import { runs } from "../law/runs.ts";

const aDate = (given: Partial<CaseDate> = {}): CaseDate => ({
  subject: "limitation",
  kind: "limitation",
  what: "date.limitation.what",
  on: "2027-06-01",
  zone: "America/New_York",
  at: null,
  rule: "US-LIM-01",
  force: "LAW",
  citation: "CPLR 214-i",
  severity: "must",
  values: {},
  alarms: [180, 30],
  ...given,
});
const iso = (moments: DateMoment[]) => moments.map(({ kind, dueAt }) => [kind, dueAt.toISOString()]);

test("people are told in the morning where the day is counted, summer time or not, and before a last day by its alarms", () => {
  expect(iso(momentsOf([aDate()]))).toEqual([
    ["case_date", "2027-06-01T12:00:00.000Z"],
    ["date_alarm", "2026-12-03T13:00:00.000Z"],
    ["date_alarm", "2027-05-02T12:00:00.000Z"],
  ]);
  const wait = aDate({ severity: "wait", alarms: [] });
  expect(iso(momentsOf([wait]))).toEqual([["case_date", "2027-06-02T12:00:00.000Z"]]);
  const at = "2027-06-01T15:30:00Z";
  expect(iso(momentsOf([aDate({ severity: "may", alarms: [], at })]))).toEqual([
    ["case_date", "2027-06-01T15:30:00.000Z"],
  ]);
});

const asKept = (moments: DateMoment[], over: Partial<KeptMoment> = {}): KeptMoment[] =>
  moments.map((each, at) => ({ ...each, id: `t${at}`, fired: false, stopped: false, ...over }));

test("a date that moves stops the moments of its old day and adds those of the new; what stays is left alone", () => {
  const now = new Date("2026-06-01T00:00:00Z");
  const opening = aDate({ subject: "step.file_suit", severity: "may", alarms: [], on: "2026-07-01" });
  const kept = asKept(momentsOf([aDate(), opening]));
  expect(planOf(kept, [aDate(), opening], now)).toEqual({ stop: [], add: [], renew: [] });
  const plan = planOf(kept, [aDate({ on: "2028-01-01" }), opening], now);
  expect(plan.stop).toHaveLength(3);
  expect(plan.add.map(({ onDay }) => onDay)).toEqual(["2028-01-01", "2028-01-01", "2028-01-01"]);
});

test("a date that comes back is renewed and not kept twice, and what fired does not fire again", () => {
  const now = new Date("2026-06-01T00:00:00Z");
  const stopped = asKept(momentsOf([aDate()]), { stopped: true });
  const back = planOf(stopped, [aDate()], now);
  expect([back.add.length, back.renew.length]).toEqual([0, 3]);
  const fired = asKept(momentsOf([aDate()]), { fired: true });
  expect(planOf(fired, [aDate()], now)).toEqual({ stop: [], add: [], renew: [] });
});

test("a last day learnt late is told at once by its nearest alarm, and by no older one", () => {
  const plan = planOf([], [aDate()], new Date("2027-05-20T00:00:00Z"));
  expect(plan.add.map(({ kind, details }) => [kind, details.daysBefore ?? 0])).toEqual([
    ["case_date", 0],
    ["date_alarm", 30],
  ]);
});

/** A model of the worker and the log: facts change on some days, and the worker comes when it comes. */
type Change = { day: number; dates: CaseDate[] };

const start = "2026-01-01";
const calendar = Array.from({ length: 401 }, (_, day) => addDays(start, day));
const moments = calendar.map((on) => new Date(`${on}T20:00:00Z`));
const days = fc.integer({ min: 1, max: 120 });
const someDate = fc
  .record({
    subject: fc.constantFrom("limitation", "step.file_suit", "validation_end"),
    day: days,
    severity: fc.constantFrom("must" as const, "may" as const, "wait" as const),
  })
  .map(({ subject, day, severity }) =>
    aDate({ subject, severity, on: addDays(start, day), alarms: severity === "must" ? [30, 7] : [] }),
  );
const changes: fc.Arbitrary<Change[]> = fc
  .array(
    fc.record({
      day: days,
      dates: fc.uniqueArray(someDate, { maxLength: 3, selector: ({ subject }) => subject }),
    }),
    { minLength: 1, maxLength: 5 },
  )
  .map((list) => list.sort((a, b) => a.day - b.day));

/** Plays the changes with a worker that fires what is due on the given days; the order within a day is the given one. */
function played(list: Change[], workerDays: number[], reversed: boolean) {
  const kept = new Map<string, KeptMoment>();
  const told: string[] = [];
  const fire = (now: Date) => {
    const due = [...kept.values()].filter((each) => !each.fired && !each.stopped && each.dueAt <= now);
    for (const each of reversed ? due.reverse() : due) {
      told.push(`${momentKey(each)} ${each.onDay}`);
      kept.set(momentKey(each), { ...each, fired: true });
    }
  };
  for (let day = 0; day <= 400; day += 1) {
    for (const change of list.filter((each) => each.day === day)) {
      const now = moments[day];
      fire(now);
      const today = calendar[day];
      const dates = change.dates.filter(({ on, severity }) =>
        severity === "may" ? on > today : on >= today,
      );
      const plan = planOf([...kept.values()], dates, now);
      for (const each of plan.stop) kept.set(momentKey(each), { ...each, stopped: true });
      for (const each of [...plan.add, ...plan.renew])
        kept.set(momentKey(each), { id: momentKey(each), ...each, fired: false, stopped: false });
    }
    if (day === 400 || workerDays.includes(day)) fire(moments[day]);
  }
  const state = [...kept.values()].map((each) => `${momentKey(each)} ${each.fired} ${each.stopped}`).sort();
  return { told: told.sort(), state };
}

test("whatever the order and the delay of firing, the state and what was told are those of a punctual worker", () => {
  const everyDay = Array.from({ length: 401 }, (_, day) => day);
  fc.assert(
    fc.property(
      changes,
      fc.array(fc.nat(400), { maxLength: 8 }),
      fc.boolean(),
      (list, workerDays, reversed) => {
        const punctual = played(list, everyDay, false);
        expect(played(list, workerDays, reversed)).toEqual(punctual);
        expect(new Set(punctual.told).size).toBe(punctual.told.length);
      },
    ),
    runs(),
  );
});
