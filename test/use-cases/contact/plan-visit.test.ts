import { and, eq } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { instantAt } from "#app/domain/timeline/local-time.ts";
import { plannedVisitView, visitView } from "#app/use-cases/contact/visit-view.server.ts";
import { withdrawVisit } from "#app/use-cases/contact/withdraw-visit.server.ts";
import { checkLogs } from "#app/use-cases/log-notes.server.ts";
import { planOf } from "#db/queries/visits.ts";
import { licences, notifications } from "#db/schema/accounts.ts";
import { personalSights } from "#db/schema/personal-sights.ts";
import { visitPlans } from "#db/schema/visits.ts";
import type { Mailed } from "#test/support/contact.ts";
import { putOnFile } from "#test/support/debtors.ts";
import { dumpOf, placesOf } from "#test/support/dump.ts";
import { anEngagedCase, daysAgo } from "#test/support/market.ts";
import {
  aCaseToVisit,
  aPlan,
  dayOn,
  disputes,
  keysOf,
  planned,
  refusedPlan,
  shanghai,
  statusOf,
  sweep,
  tell,
  typesOn,
  until,
} from "#test/support/visits.ts";
import { aLawyer, aWorld, passTime, turnTo, value, type World } from "#test/support/world.ts";

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
const told = ({ lawyer }: Mailed) =>
  world.db.$count(
    notifications,
    and(eq(notifications.userId, lawyer.userId), eq(notifications.kind, "visit_stopped")),
  );

test(
  "a visit is planned for a lawful moment once, its purpose lies sealed, and only whoever acts on the case sees it",
  async () => {
    const one = await aCaseToVisit(world);
    const purpose = "送还柚木书桌的钥匙";
    const key = "00000000-0000-7000-8000-0000000000aa";
    const planId = await aPlan(world, one, { key, purpose });
    expect(await aPlan(world, one, { key, purpose })).toBe(planId);
    expect(await world.db.$count(visitPlans, eq(visitPlans.caseId, one.caseId))).toBe(1);
    expect(placesOf(await dumpOf(world.owner), "柚木书桌")).toEqual([]);
    const view = await visitView(by(one), one.caseId);
    expect(view).toMatchObject({ never: null, used: 0, hours: [{ from: "08:00", to: "22:00" }] });
    expect(view?.plans).toMatchObject([{ id: planId, status: "planned", goes: "Ada Example" }]);
    const seen = await plannedVisitView(by(one), { caseId: one.caseId, planId, language: null });
    expect(seen).toMatchObject({ when: "ahead", decision: { allowed: true }, plan: { purpose } });
    expect(seen?.must).toEqual(["identifiesSender", "record", "consentToEntry"]);
    expect(seen?.conduct.map(({ cite }) => cite).filter(Boolean)).toHaveLength(7);
    expect(await visitView(world.ctx(one.creditor.actor), one.caseId)).toBeNull();
    const other = await aCaseToVisit(world);
    expect(await plannedVisitView(by(other), { caseId: one.caseId, planId, language: null })).toBeNull();
    expect(await plannedVisitView(by(other), { caseId: other.caseId, planId, language: null })).toBeNull();
  },
  slow,
);

test(
  "a plan in the past, beyond sixty days, for a stranger, on another's case, to an unverified address or with a threat keeps nothing",
  async () => {
    const one = await aCaseToVisit(world);
    const other = await aCaseToVisit(world);
    const loose = await aCaseToVisit(world, { unverified: true });
    const kind = async (mailed: Mailed, more: Parameters<typeof planned>[2] = {}) => {
      const done = await planned(world, mailed, more);
      return done.ok ? done.value : done.error.kind;
    };
    expect(await kind(one, { on: dayOn(world, 0), time: "10:00" })).toBe("in-the-past");
    expect(await kind(one, { on: dayOn(world, -1) })).toBe("in-the-past");
    expect(await kind(one, { on: dayOn(world, 61) })).toBe("too-far-ahead");
    expect(await kind(one, { goes: other.lawyer.userId })).toBe("not-staff");
    expect(await kind(one, { evidenceId: crypto.randomUUID() })).toBe("proof-needed");
    expect(await kind(one, { by: other.lawyer, goes: other.lawyer.userId })).toBe("case-not-found");
    expect(await kind(one, { by: one.creditor, goes: one.creditor.userId })).toBe("case-not-found");
    expect(await kind(loose)).toBe("postal-unverified");
    expect(await kind(one, { purpose: "告诉他再不还钱就让他坐牢" })).toBe("purpose-unfit");
    for (const { caseId } of [one, other, loose])
      expect(await world.db.$count(visitPlans, eq(visitPlans.caseId, caseId))).toBe(0);
  },
  slow,
);

test(
  "the gate decides for the planned moment: hours to the minute, consent, and the next lawful moment",
  async () => {
    const one = await aCaseToVisit(world);
    const on = dayOn(world, 1);
    for (const time of ["07:59", "22:00"]) {
      const refused = await refusedPlan(world, one, { time });
      expect(keysOf(refused), time).toEqual(["outside_hours"]);
      const next = time === "07:59" ? on : dayOn(world, 2);
      expect(refused.decision.earliest).toBe(instantAt(shanghai, next, "08:00")?.toISOString());
    }
    const unasked = await refusedPlan(world, one, { consent: "no", evidenceId: undefined });
    expect(keysOf(unasked)).toEqual(["no_entry"]);
    expect(await typesOn(world, one, "attempt_blocked")).toEqual([]);
    const [first] = await Promise.all([aPlan(world, one, { time: "08:00" })]);
    value(await withdrawVisit(by(one), { caseId: one.caseId, planId: first }));
    await aPlan(world, one, { time: "21:59" });
  },
  slow,
);

test(
  "one visit a week whoever plans it: other plans count, before and after",
  async () => {
    const address = "深圳市南山区柚子巷 9 号";
    const one = await aCaseToVisit(world, { address });
    const other = await aCaseToVisit(world, { address });
    await aPlan(world, one, { on: dayOn(world, 10) });
    for (const days of [4, 9, 10, 16]) {
      const refused = await refusedPlan(world, other, { on: dayOn(world, days) });
      expect(keysOf(refused), String(days)).toContain("frequency_cap");
      expect(refused.decision.earliest, String(days)).toBe(
        instantAt(shanghai, dayOn(world, 17), "08:00")?.toISOString(),
      );
    }
    await aPlan(world, other, { on: dayOn(world, 3) });
    await aPlan(world, other, { on: dayOn(world, 17) });
  },
  slow,
);

test(
  "of plans at once, over two collectors of one debtor, exactly one fits under the cap",
  async () => {
    const address = "深圳市南山区柚子巷 11 号";
    const pair = [await aCaseToVisit(world, { address }), await aCaseToVisit(world, { address })];
    const asked = pair.flatMap((each) =>
      [1, 2, 3].map((days) => planned(world, each, { on: dayOn(world, days) })),
    );
    const outcomes = (await Promise.all(asked)).map((each) => value(each).planned);
    expect(outcomes.filter(Boolean)).toHaveLength(1);
  },
  slow,
);

test(
  "a dispute at any time, a licence that lapses and a visit by another collector stop a plan, and its planner is told once",
  async () => {
    const one = await aCaseToVisit(world);
    const two = await aCaseToVisit(world);
    const address = "深圳市南山区柚子巷 13 号";
    const [three, four] = [await aCaseToVisit(world, { address }), await aCaseToVisit(world, { address })];
    const plans = await Promise.all(
      [one, two, three].map((each) => aPlan(world, each, { on: dayOn(world, 2) })),
    );
    await sweep(world);
    expect(await sweep(world)).toBe(0);
    await disputes(world, one);
    await world.owner
      .update(licences)
      .set({ status: "suspended" })
      .where(eq(licences.orgId, two.lawyer.orgId));
    await passTime(world, { hours: 1 });
    await sweep(world);
    expect(await statusOf(world, one, plans[0])).toBe("stopped");
    expect(await statusOf(world, two, plans[1])).toBe("stopped");
    expect(await statusOf(world, three, plans[2])).toBe("planned");
    expect([await told(one), await told(two), await told(three)]).toEqual([1, 1, 0]);
    await sweep(world);
    expect(await told(one)).toBe(1);
    expect(await refusedPlan(world, four, { on: dayOn(world, 1) })).toMatchObject({ planned: false });
    value(await withdrawVisit(by(three), { caseId: three.caseId, planId: plans[2] }));
    const sooner = await aPlan(world, four, { on: dayOn(world, 1) });
    expect(await refusedPlan(world, three, { on: dayOn(world, 2) })).toMatchObject({ planned: false });
    await until(world, dayOn(world, 1), "16:00");
    expect(value(await tell(world, four, sooner))).toEqual({ recorded: true });
    expect(await refusedPlan(world, three, { on: dayOn(world, 1) })).toMatchObject({ planned: false });
  },
  slow,
);

test(
  "a debtor who moved is not looked for at the address that was planned",
  async () => {
    const one = await aCaseToVisit(world);
    const planId = await aPlan(world, one);
    await putOnFile(world, one.caseId, { address: "深圳市罗湖区石榴路 1 号" });
    await passTime(world, { hours: 1 });
    await sweep(world);
    expect(await planOf(world.db, { caseId: one.caseId, id: planId })).toMatchObject({
      ...{ status: "stopped", stoppedWhy: "postal-unverified" },
    });
  },
  slow,
);

test(
  "the database takes no plan for the past, none changed, and no visit that the log does not count",
  async () => {
    const one = await aCaseToVisit(world);
    const planId = await aPlan(world, one);
    const plan = await planOf(world.db, { caseId: one.caseId, id: planId });
    if (!plan) throw new Error("no plan");
    const mine = and(eq(visitPlans.caseId, one.caseId), eq(visitPlans.id, planId));
    const write = (set: Partial<typeof plan>) => world.db.update(visitPlans).set(set).where(mine);
    const refusedAs = (code: string) => ({ cause: { code } });
    const past = { ...plan, id: crypto.randomUUID(), startsAt: new Date(plan.plannedAt.getTime() - 1) };
    await expect(world.db.insert(visitPlans).values(past)).rejects.toMatchObject(refusedAs("RG001"));
    await expect(write({ goes: one.creditor.userId })).rejects.toMatchObject(refusedAs("RG001"));
    await expect(write({ addressKey: "" })).rejects.toMatchObject(refusedAs("RG001"));
    const made = { startedAt: plan.startsAt, endedAt: plan.startsAt, outcome: "met", lookAt: null } as const;
    await expect(write({ ...made, status: "done", eventSeq: 1 })).rejects.toMatchObject(refusedAs("RG005"));
    await expect(world.db.delete(visitPlans).where(mine)).rejects.toThrow();
  },
  slow,
);

test(
  "the United States, England and Germany refuse every visit, and the page says by which source",
  async () => {
    const lawyer = await aLawyer(world, { territory: "US-CA" });
    const { caseId } = await anEngagedCase(world, lawyer, {
      history: { reminderSentOn: daysAgo(world, 30) },
    });
    const view = await visitView(world.ctx(lawyer.actor), caseId);
    expect(view?.never?.map(({ citation }) => citation)).toEqual([expect.stringContaining("no door visits")]);
  },
  slow,
);

test(
  "the street is masked but on the page of a visit that is planned, and there it is a sight",
  async () => {
    const one = await aCaseToVisit(world, { address: "深圳市宝安区蜜柚街 77 号" });
    const planId = await aPlan(world, one);
    const at = { caseId: one.caseId, planId, language: null };
    const sights = () =>
      world.db.$count(
        personalSights,
        and(eq(personalSights.caseId, one.caseId), eq(personalSights.purpose, "visit")),
      );
    expect(JSON.stringify(await visitView(by(one), one.caseId))).not.toContain("蜜柚街 77");
    expect(await sights()).toBe(0);
    expect((await plannedVisitView(by(one), at))?.address.to).toContain("蜜柚街 77");
    expect(await sights()).toBe(1);
    value(await withdrawVisit(by(one), { caseId: one.caseId, planId }));
    expect(JSON.stringify(await plannedVisitView(by(one), at))).not.toContain("蜜柚街 77");
  },
  slow,
);
