import { eq } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { anonymous, system } from "#app/domain/accounts/actor.ts";
import { claimNow } from "#app/use-cases/claim-now.server.ts";
import { makeCalls } from "#app/use-cases/payments/make-calls.server.ts";
import { readPayPage } from "#app/use-cases/payments/read-pay-page.server.ts";
import { cancelMethod } from "#app/use-cases/plans/cancel-method.server.ts";
import { stopPlan } from "#app/use-cases/plans/stop-plan.server.ts";
import { findCase } from "#db/queries/cases.ts";
import { paymentPlans } from "#db/schema/plans.ts";
import { tellFact, typesOf } from "#test/support/ladder.ts";
import { aPlanWorld, cards } from "#test/support/plans.ts";
import { aCreditor, aWorld, mailTo, value, type World } from "#test/support/world.ts";

let world: World;
let plans: Awaited<ReturnType<typeof aPlanWorld>>;

beforeAll(async () => {
  world = await aWorld();
  plans = await aPlanWorld(world);
}, 60_000);
afterAll(async () => {
  expect(await plans.close()).toEqual([]);
});

test("never more is taken than what is owed: the last debit is the rest, and nothing owed ends the plan", async () => {
  const { caseId } = await plans.begun({ claim: { principal: "300.00" } });
  const pays = (amount: string) =>
    tellFact(world, plans.lawyer, { caseId, type: "payment", payee: "creditor", amount });
  value(await pays("150.00"));
  await plans.daysPass(32);
  await plans.settle();
  expect((await plans.plan(caseId)).parts[1]).toMatchObject({ state: "paid", amount: 5_000 });
  await plans.daysPass(31);
  await plans.settle();
  expect(await plans.row(caseId)).toMatchObject({ status: "done", endedFor: "nothing_owed" });
  expect(await plans.debits(caseId, 3)).toEqual([]);
}, 60_000);

test("a bank debit keeps its notice: no part is taken within fourteen days of the mandate", async () => {
  const { caseId } = await plans.begun({ claim: { currency: "EUR" }, rhythm: "weekly" }, cards.sepa);
  await plans.daysPass(8);
  await plans.settle();
  expect(await plans.debits(caseId, 2)).toEqual([]);
  await plans.daysPass(7);
  await plans.settle();
  expect(await plans.debits(caseId, 2)).toHaveLength(1);
}, 60_000);

test("yen have no decimals, and the parts still add up", async () => {
  const { caseId } = await plans.begun({ claim: { currency: "JPY", principal: "80,000" }, total: "1,000" });
  expect((await plans.plan(caseId)).parts.map(({ amount }) => amount)).toEqual([333, 333, 334]);
  await plans.daysPass(32);
  await plans.settle();
  expect(await plans.states(caseId)).toEqual(["paid", "paid", "planned"]);
}, 60_000);

test("a missed part is told once; a party may then say that the plan is broken, and the pause ends by the log", async () => {
  const { caseId, planId } = await plans.begun();
  expect(await plans.stops(caseId, planId, "broken")).toMatchObject({ error: { kind: "nothing-missed" } });
  const token = ((await plans.plan(caseId)).firstPath ?? "").slice(5);
  value(await cancelMethod(world.ctx(anonymous), token));
  await plans.daysPass(32);
  await plans.settle();
  await plans.daysPass(7);
  await plans.settle();
  expect(await plans.states(caseId)).toEqual(["paid", "missed", "planned"]);
  expect((await mailTo(world, plans.creditor.email, /was missed/))?.body).toContain("not paid");
  const stranger = world.ctx((await aCreditor(world)).actor);
  expect(await stopPlan(stranger, { caseId, planId, reason: "party" })).toMatchObject({
    error: { kind: "case-not-found" },
  });
  for (const _ of [1, 2]) value(await plans.stops(caseId, planId, "broken"));
  expect((await typesOf(world, caseId)).filter((type) => type === "plan_ended")).toHaveLength(1);
  const kase = await findCase(world.db, system, caseId);
  expect(kase && (await claimNow(world.db, world, kase))).toMatchObject({ planEndsAt: null, rests: false });
  expect(await readPayPage(world.ctx(anonymous), token)).toMatchObject({ plan: { status: "stopped" } });
}, 60_000);

test("a plan is offered only as it stands in the log, for no more than is owed, and once; the same form offers it once", async () => {
  const caseId = await plans.agreed({ endsIn: 60 });
  const none = await plans.agreed();
  value(await tellFact(world, plans.lawyer, { caseId: none, type: "plan_ended" }));
  expect(await plans.offers(none)).toMatchObject({ error: { kind: "no-plan-agreed" } });
  expect(await plans.offers(caseId, { total: "80,000.01" })).toMatchObject({
    error: { kind: "more-than-owed" },
  });
  expect(await plans.offers(caseId, { count: 4 })).toMatchObject({ error: { kind: "after-the-plan" } });
  expect(await plans.offers(caseId, { firstOn: "2020-01-01" })).toMatchObject({
    error: { kind: "in-the-past" },
  });
  expect(await plans.offers(caseId, { payee: "creditor", count: 2 })).toMatchObject({
    error: { kind: "payee-not-ready" },
  });
  expect(await plans.offers(caseId, {}, await aCreditor(world))).toMatchObject({
    error: { kind: "case-not-found" },
  });
  const planId = "01990000-0000-7000-8000-000000000001";
  for (const _ of [1, 2]) expect(value(await plans.offers(caseId, { planId, count: 2 }))).toBe(planId);
  expect(await plans.offers(caseId, { count: 2 })).toMatchObject({ error: { kind: "plan-stands" } });
  expect(await plans.parts(caseId)).toHaveLength(2);
}, 60_000);

test("two parties who offer a plan at once offer one", async () => {
  const caseId = await plans.agreed();
  const both = await Promise.all([plans.offers(caseId), plans.offers(caseId, {}, plans.creditor)]);
  expect(both.filter(({ ok }) => ok)).toHaveLength(1);
  value(await makeCalls(world.ctx(system)));
  expect(await world.db.$count(paymentPlans, eq(paymentPlans.caseId, caseId))).toBe(1);
}, 60_000);
