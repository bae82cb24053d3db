import { and, eq } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { anonymous, system } from "#app/domain/accounts/actor.ts";
import { readPayPage } from "#app/use-cases/payments/read-pay-page.server.ts";
import { renewPage } from "#app/use-cases/payments/renew-page.server.ts";
import { cancelMethod } from "#app/use-cases/plans/cancel-method.server.ts";
import { keepInstalments } from "#app/use-cases/plans/keep-instalments.server.ts";
import { closeCase } from "#app/use-cases/timeline/close-case.server.ts";
import { eventsOf } from "#db/queries/timeline.ts";
import { notifications } from "#db/schema/accounts.ts";
import { providerCalls } from "#db/schema/payments.ts";
import { tellFact } from "#test/support/ladder.ts";
import { aPlanWorld, cards } from "#test/support/plans.ts";
import { aWorld, mailTo, passTime, value, type World } from "#test/support/world.ts";

let world: World;
let plans: Awaited<ReturnType<typeof aPlanWorld>>;

beforeAll(async () => {
  world = await aWorld();
  plans = await aPlanWorld(world);
}, 60_000);
afterAll(async () => {
  expect(await plans.close()).toEqual([]);
});

const keep = () => keepInstalments(world.ctx(system));
/** The debit of a part as it was written and is not made yet. */
const callFor = async (paymentId: string) => {
  const [call] = await world.db
    .select()
    .from(providerCalls)
    .where(and(eq(providerCalls.paymentId, paymentId), eq(providerCalls.operation, "debit.create")));
  return call;
};
/** As a worker made it that died before it wrote the answer down; its lease keeps others off for two minutes. */
const madeByTheDead = async (paymentId: string) => {
  const call = await callFor(paymentId);
  const made = await plans.at.local.stripe.paymentIntents.create(call.request as never, {
    ...plans.on,
    idempotencyKey: call.id,
  });
  await world.owner.update(providerCalls).set({ attempts: 1 }).where(eq(providerCalls.id, call.id));
  return made;
};

test("the debtor pays the first part at the link, and the others are debited on their days, each once, until all is paid", async () => {
  const { caseId } = await plans.begun();
  expect(await plans.row(caseId)).toMatchObject({
    status: "active",
    methodKind: "card",
    methodLast4: "0077",
  });
  expect(await plans.states(caseId)).toEqual(["paid", "planned", "planned"]);
  expect((await mailTo(world, plans.creditor.email, /has begun/))?.body).toContain("first part");
  await plans.daysPass(28);
  await plans.settle();
  const reminded = await world.db.$count(notifications, eq(notifications.kind, "instalment_near"));
  expect(reminded).toBe(2);
  await plans.daysPass(4);
  await plans.settle();
  expect(await plans.states(caseId)).toEqual(["paid", "paid", "planned"]);
  await plans.daysPass(31);
  await plans.settle();
  expect(await plans.plan(caseId)).toMatchObject({ status: "done", endedFor: "paid", paid: 30_000 });
  expect(await plans.debtor(caseId)).toBe(-30_000);
  const told = (await eventsOf(world.db, caseId)).filter(({ type }) => type === "payment");
  expect(told.map(({ payload }) => payload.refs?.amount)).toEqual([10_000, 10_000, 10_000]);
  // The saved method is needed no more: it is taken off at the provider too.
  await plans.settle();
  expect(await plans.row(caseId)).toMatchObject({ methodId: null });
}, 60_000);

test("two workers, a worker that dies at the call, and a repeated one take a part once", async () => {
  const { caseId } = await plans.begun();
  await plans.daysPass(32);
  const done = await Promise.all([keep(), keep(), keep()]);
  expect(done.every(({ ok }) => ok)).toBe(true);
  const [, second] = await plans.parts(caseId);
  await madeByTheDead(second.paymentId);
  for (const _ of [1, 2]) {
    await plans.settle();
    await passTime(world, { hours: 0.1 });
  }
  expect(await plans.debits(caseId, 2)).toHaveLength(1);
  expect(await plans.debtor(caseId)).toBe(-20_000);
}, 60_000);

test("a clock that jumps over several days takes one part at a time, a week between them", async () => {
  const { caseId } = await plans.begun({ rhythm: "weekly", count: 4, total: "400.00" });
  await plans.daysPass(40);
  await plans.settle();
  const states = ["paid", "paid", "waits", "waits"];
  expect(await plans.states(caseId)).toEqual(states);
  await plans.daysPass(6);
  await plans.settle();
  expect(await plans.states(caseId)).toEqual(states);
  await plans.daysPass(1.1);
  await plans.settle();
  expect(await plans.states(caseId)).toEqual(["paid", "paid", "paid", "waits"]);
}, 60_000);

test("a plan that is stopped takes nothing more; a debit that was made before it was known is booked as what it is", async () => {
  const [stopped, made] = [await plans.begun(), await plans.begun()];
  const { methodId: saved } = await plans.row(stopped.caseId);
  await plans.daysPass(32);
  value(await keep());
  const [, second] = await plans.parts(made.caseId);
  await madeByTheDead(second.paymentId);
  for (const { caseId, planId } of [stopped, made]) value(await plans.stops(caseId, planId));
  for (const _ of [1, 2]) {
    await plans.settle();
    await passTime(world, { hours: 0.1 });
  }
  expect(await plans.debits(stopped.caseId, 2)).toEqual([]);
  expect(await plans.states(stopped.caseId)).toEqual(["paid", "dropped", "dropped"]);
  expect(await plans.debits(made.caseId, 2)).toHaveLength(1);
  expect(await plans.states(made.caseId)).toEqual(["paid", "paid", "dropped"]);
  expect(await plans.debtor(made.caseId)).toBe(-20_000);
  const method = await plans.at.local.stripe.paymentMethods.retrieve(saved ?? "", {}, plans.on);
  expect(method.customer).toBeNull();
}, 60_000);

test("a dispute between the debit's writing and its sending holds it back, and one that lies across a part's day lets it wait", async () => {
  const [between, across] = [await plans.begun(), await plans.begun()];
  value(await tellFact(world, plans.lawyer, { caseId: across.caseId, type: "dispute" }));
  await plans.daysPass(32);
  value(await keep());
  value(await tellFact(world, plans.lawyer, { caseId: between.caseId, type: "dispute" }));
  await plans.settle();
  expect(await plans.debits(between.caseId, 2)).toEqual([]);
  expect((await plans.plan(between.caseId)).parts[1]).toMatchObject({
    state: "by_hand",
    failure: "withheld",
  });
  expect(await plans.debits(across.caseId, 2)).toEqual([]);
  const over = { type: "hold_ended", ending: "dispute:debtor_withdrew" } as const;
  value(await tellFact(world, plans.lawyer, { caseId: across.caseId, ...over }));
  await plans.daysPass(2);
  await plans.settle();
  expect(await plans.states(across.caseId)).toEqual(["paid", "paid", "planned"]);
}, 60_000);

test("a case that is closed, or a plan that is over in the log, ends the debits", async () => {
  const [closed, ended] = [await plans.begun(), await plans.begun()];
  const closing = { closing: "closed_uncollectable" as const, note: "Nothing more can be had here." };
  value(await closeCase(world.ctx(plans.creditor.actor), { caseId: closed.caseId, ...closing }));
  value(await tellFact(world, plans.lawyer, { caseId: ended.caseId, type: "plan_ended" }));
  await plans.daysPass(32);
  await plans.settle();
  expect(await plans.row(closed.caseId)).toMatchObject({ status: "stopped", endedFor: "case_over" });
  expect(await plans.row(ended.caseId)).toMatchObject({ status: "stopped", endedFor: "plan_over" });
  for (const { caseId } of [closed, ended]) expect(await plans.debits(caseId, 2)).toEqual([]);
}, 60_000);

test("a method taken off at the provider, told or not, turns the parts into links, and a part is paid there by hand", async () => {
  const [told, untold] = [await plans.begun(), await plans.begun()];
  const methodOf = async (caseId: string) => (await plans.row(caseId)).methodId ?? "";
  const off = async (caseId: string) =>
    plans.at.local.stripe.paymentMethods.detach(await methodOf(caseId), {}, plans.on);
  await off(told.caseId);
  await plans.settle();
  expect(await methodOf(told.caseId)).toBe("");
  expect((await mailTo(world, plans.creditor.email, /is gone/))?.body).toContain("deleted");
  await plans.daysPass(32);
  await off(untold.caseId);
  value(await keep());
  await plans.at.work();
  expect((await plans.plan(untold.caseId)).parts[1]).toMatchObject({
    state: "failed",
    failure: "method_gone",
  });
  expect(await plans.states(told.caseId)).toEqual(["paid", "by_hand", "planned"]);
  await plans.paysPart(told.caseId, 2);
  const { path } = (await plans.plan(untold.caseId)).parts[1];
  value(await renewPage(world.ctx(anonymous), (path ?? "").slice(5)));
  await plans.paysPart(untold.caseId, 2);
  for (const { caseId } of [told, untold]) {
    expect(await plans.states(caseId)).toEqual(["paid", "paid", "planned"]);
    expect(await plans.debtor(caseId)).toBe(-20_000);
    // Whoever pays by hand leaves a method anew.
    expect(await methodOf(caseId)).not.toBe("");
  }
}, 90_000);

test("a bank that wants its holder to confirm refuses the debit, the parties are told, and the part is paid by its link", async () => {
  const { caseId } = await plans.begun({}, cards.asks);
  expect(await plans.row(caseId)).toMatchObject({ status: "active", methodLast4: "3184" });
  await plans.daysPass(32);
  await plans.settle();
  expect((await plans.plan(caseId)).parts[1]).toMatchObject({ state: "failed", failure: "must_prove" });
  const [, second] = await plans.parts(caseId);
  expect(await callFor(second.paymentId)).toMatchObject({ state: "done" });
  expect((await mailTo(world, plans.lawyer.email, /could not be debited/))?.body).toContain("link");
  const { path } = (await plans.plan(caseId)).parts[1];
  value(await renewPage(world.ctx(anonymous), (path ?? "").slice(5)));
  await plans.paysPart(caseId, 2, cards.asks);
  expect(await plans.states(caseId)).toEqual(["paid", "paid", "planned"]);
  expect(await plans.debtor(caseId)).toBe(-20_000);
}, 60_000);

test("a debtor takes the saved method and its mandate back by any link of the plan; a stranger's link does nothing", async () => {
  const { caseId } = await plans.begun({ claim: { currency: "EUR" } }, cards.sepa);
  const [first] = await plans.parts(caseId);
  const { intentId } = await plans.at.paymentOf(first.paymentId);
  expect(await plans.states(caseId)).toEqual(["on_its_way", "planned", "planned"]);
  await plans.at.local.happen("debit-answered", { account: plans.account, intent: intentId });
  await plans.settle();
  const { methodId, mandateId, methodKind } = await plans.row(caseId);
  expect([methodKind, Boolean(methodId), Boolean(mandateId)]).toEqual(["sepa_debit", true, true]);
  const token = ((await plans.plan(caseId)).firstPath ?? "").slice(5);
  expect(await cancelMethod(world.ctx(anonymous), `${token.slice(0, -2)}zz`)).toMatchObject({ ok: false });
  for (const _ of [1, 2]) value(await cancelMethod(world.ctx(anonymous), token));
  await plans.settle();
  const mandate = await plans.at.local.stripe.mandates.retrieve(mandateId ?? "", {}, plans.on);
  expect(mandate.status).toBe("inactive");
  expect((await readPayPage(world.ctx(anonymous), token))?.plan).toMatchObject({
    status: "active",
    method: null,
  });
  await plans.daysPass(32);
  await plans.settle();
  expect(await plans.states(caseId)).toEqual(["paid", "by_hand", "planned"]);
}, 60_000);
