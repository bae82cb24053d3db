import { afterAll, beforeAll, expect, test } from "vitest";
import { instantAt } from "#app/domain/timeline/local-time.ts";
import { leaveOrganization } from "#app/use-cases/accounts/leave-organization.server.ts";
import { plannedVisitView, visitView } from "#app/use-cases/contact/visit-view.server.ts";
import { withdrawVisit } from "#app/use-cases/contact/withdraw-visit.server.ts";
import { checkLogs } from "#app/use-cases/log-notes.server.ts";
import { planOf } from "#db/queries/visits.ts";
import { aLetterAskedFor } from "#test/support/access-scene.ts";
import { aColleagueOf } from "#test/support/colleagues.ts";
import type { Mailed } from "#test/support/contact.ts";
import { aSevereReport } from "#test/support/door.ts";
import {
  aCaseToVisit,
  aPlan,
  dayOn,
  disputes,
  keysOf,
  planned,
  shanghai,
  statusOf,
  sweep,
  tell,
  typesOn,
  until,
} from "#test/support/visits.ts";
import { aWorld, passTime, turnTo, value, type World } from "#test/support/world.ts";

let world: World;
/** Each makes cases of its own, from the first page of the wizard to the mandate. */
const slow = 60_000;

beforeAll(async () => {
  world = await aWorld();
  await turnTo(world, "2026-03-10T02:00:00Z");
}, 60_000);
afterAll(async () => {
  const { breaks } = await checkLogs(world.db, world.services.secrets);
  await world.close();
  expect(breaks).toEqual([]);
});

const by = ({ lawyer }: Mailed) => world.ctx(lawyer.actor);

test(
  "a visit is counted from its first moment to its last: a minute beyond the hours it is a blocked attempt",
  async () => {
    const one = await aCaseToVisit(world);
    const on = dayOn(world, 1);
    const planId = await aPlan(world, one, { on, time: "21:30" });
    await until(world, on, "22:30");
    const late = value(await tell(world, one, planId, { from: "21:30", to: "22:01" }));
    expect(late).toMatchObject({ recorded: false });
    if (!late.recorded) expect(keysOf(late)).toEqual(["outside_hours"]);
    const after = value(await tell(world, one, planId, { from: "22:00", to: "22:00" }));
    expect(after).toMatchObject({ recorded: false });
    expect(await typesOn(world, one, "visit")).toEqual([]);
    expect(await typesOn(world, one, "attempt_blocked")).toHaveLength(2);
    expect(await statusOf(world, one, planId)).toBe("planned");
    const made = { from: "21:30", to: "22:00", note: "商定分三期付款。", recording: "visits/2026/1.mp4" };
    const [first, second] = await Promise.all([1, 2].map(() => tell(world, one, planId, made)));
    expect([value(first), value(second)]).toEqual([{ recorded: true }, { recorded: true }]);
    const [visit, ...more] = await typesOn(world, one, "visit");
    expect(more).toEqual([]);
    expect(visit.payload).toMatchObject({
      act: { channel: "in_person", outcome: "met", connected: true },
      refs: { visitId: planId, recording: made.recording },
    });
    expect(await statusOf(world, one, planId)).toBe("done");
    expect(await tell(world, one, planId, { ...made, outcome: "nobody_there" })).toMatchObject({
      error: { kind: "plan-over" },
    });
    expect((await visitView(by(one), one.caseId))?.used).toBe(1);
  },
  slow,
);

test(
  "to the second, the door's page says whether to ring now",
  async () => {
    const one = await aCaseToVisit(world);
    const on = dayOn(world, 1);
    const planId = await aPlan(world, one, { on, time: "14:30" });
    const at = async (time: string) => {
      const ctx = world.ctx(one.lawyer.actor, instantAt(shanghai, on, time) as Date);
      return (await plannedVisitView(ctx, { caseId: one.caseId, planId, language: "en" }))?.decision.allowed;
    };
    const moments = ["07:59:59", "08:00:00", "21:59:59", "22:00:00"];
    expect(await Promise.all(moments.map(at))).toEqual([false, true, true, false]);
  },
  slow,
);

test(
  "what was left unsaid, a note that threatens and another person who was told are no visit",
  async () => {
    const one = await aCaseToVisit(world);
    const on = dayOn(world, 1);
    const planId = await aPlan(world, one, { on });
    await until(world, on, "16:00");
    const refused = async (more: Parameters<typeof tell>[3]) => {
      const outcome = value(await tell(world, one, planId, more));
      return outcome.recorded ? "recorded" : keysOf(outcome);
    };
    expect(await refused({ said: ["record", "consentToEntry"] })).toEqual(["item_missing"]);
    expect(await refused({ said: ["identifiesSender", "consentToEntry"] })).toEqual(["recording_missing"]);
    expect(await refused({ said: ["identifiesSender", "record"] })).toEqual(["no_entry"]);
    expect(await refused({ outcome: "third_person", said: ["record"] })).toEqual(["third_party"]);
    expect(await tell(world, one, planId, { note: "我说再不还钱就让他坐牢" })).toMatchObject({
      error: { kind: "note-unfit" },
    });
    expect(await typesOn(world, one, "visit")).toEqual([]);
    expect(await refused({ outcome: "third_person", said: ["record", "toldNobody"] })).toBe("recorded");
  },
  slow,
);

test(
  "a visit is told on its day: not ahead, not before its plan, not backwards, not by whoever is not of the case",
  async () => {
    const one = await aCaseToVisit(world);
    const other = await aCaseToVisit(world);
    await until(world, dayOn(world, 1), "12:00");
    const planId = await aPlan(world, one, { on: dayOn(world, 0), time: "14:30" });
    const kind = async (mailed: Mailed, more: Parameters<typeof tell>[3] = {}) => {
      const done = await tell(world, mailed, planId, more);
      return done.ok ? done.value : done.error.kind;
    };
    expect(await kind(one)).toBe("in-the-future");
    expect(await kind(one, { from: "11:00", to: "11:30" })).toBe("before-plan");
    await until(world, dayOn(world, 0), "16:00");
    expect(await kind(one, { from: "15:00", to: "14:30" })).toBe("ends-before");
    expect(await kind({ ...one, lawyer: other.lawyer })).toBe("case-not-found");
    expect(await kind({ ...other, caseId: other.caseId })).toBe("plan-not-found");
    expect(await withdrawVisit(by(other), { caseId: one.caseId, planId })).toMatchObject({
      error: { kind: "plan-not-found" },
    });
    expect(await kind(one, { outcome: "nobody_there", said: [] })).toEqual({ recorded: true });
    expect(await withdrawVisit(by(one), { caseId: one.caseId, planId })).toMatchObject({
      error: { kind: "plan-over" },
    });
  },
  slow,
);

test(
  "whoever was there before a dispute stopped the plan still says so; a visit after it is a blocked attempt",
  async () => {
    const [one, two] = [await aCaseToVisit(world), await aCaseToVisit(world)];
    const on = dayOn(world, 1);
    const plans = [
      await aPlan(world, one, { on, time: "10:00" }),
      await aPlan(world, two, { on, time: "10:00" }),
    ];
    await until(world, on, "11:00");
    await disputes(world, one);
    await disputes(world, two);
    await sweep(world);
    expect(await statusOf(world, one, plans[0])).toBe("stopped");
    await until(world, on, "12:00");
    const before = value(await tell(world, one, plans[0], { from: "10:00", to: "10:20" }));
    const after = value(await tell(world, two, plans[1], { from: "11:30", to: "11:40" }));
    expect([before.recorded, after.recorded]).toEqual([true, false]);
    if (!after.recorded) expect(keysOf(after)).toContain("hold_active");
    expect(await statusOf(world, two, plans[1])).toBe("stopped");
  },
  slow,
);

test(
  "a report of the firm's conduct stops its visits and bars what is told of them; a colleague goes on their own standing, and not once they left",
  async () => {
    const [one, two] = [await aCaseToVisit(world), await aCaseToVisit(world)];
    const colleague = await aColleagueOf(world, two.lawyer);
    const plans = [await aPlan(world, one), await aPlan(world, two, { goes: colleague.userId })];
    const letterId = await aLetterAskedFor(world, one);
    await aSevereReport(world, { caseId: one.caseId, letterId });
    value(await leaveOrganization(world.ctx(colleague.actor), { session: colleague.session }));
    await passTime(world, { hours: 1 });
    await sweep(world);
    const stops = await Promise.all(
      [one, two].map(({ caseId }, place) => planOf(world.db, { caseId, id: plans[place] })),
    );
    expect(stops.map((each) => [each?.status, each?.stoppedWhy])).toEqual([
      ["stopped", "conduct"],
      ["stopped", "goer-left"],
    ]);
    expect(await planned(world, one, { on: dayOn(world, 9) })).toMatchObject({ error: { kind: "conduct" } });
    await until(world, dayOn(world, 1), "16:00");
    expect(await tell(world, one, plans[0])).toMatchObject({ error: { kind: "stopped", why: "conduct" } });
    expect(await typesOn(world, one, "visit")).toEqual([]);
  },
  slow,
);
