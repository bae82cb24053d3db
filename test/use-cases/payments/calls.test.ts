import { eq } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { system } from "#app/domain/accounts/actor.ts";
import { mostAttempts, pauseAfter } from "#app/domain/payments/calls.ts";
import { failureOf, providerFrom } from "#app/gateways/stripe.server.ts";
import { makeCalls } from "#app/use-cases/payments/make-calls.server.ts";
import { mendWork } from "#app/use-cases/payments/mend-work.server.ts";
import { onboardingLink } from "#app/use-cases/payments/onboarding-link.server.ts";
import { openAccount } from "#app/use-cases/payments/open-account.server.ts";
import { readAccount } from "#app/use-cases/payments/read-account.server.ts";
import { readUnfinished } from "#app/use-cases/payments/read-unfinished.server.ts";
import { providerCalls } from "#db/schema/payments.ts";
import { testKey, testWebhookSecret } from "#test/support/local-stripe.ts";
import { aPaymentWorld } from "#test/support/payments.ts";
import {
  aCreditor,
  aLawyer,
  aWorld,
  type Person,
  passTime,
  theAdmin,
  value,
  type World,
} from "#test/support/world.ts";

let world: World;
let at: Awaited<ReturnType<typeof aPaymentWorld>>;
let lawyer: Person;

beforeAll(async () => {
  world = await aWorld();
  at = await aPaymentWorld(world);
});
beforeEach(async () => {
  lawyer = await aLawyer(world);
});
afterAll(async () => {
  await at.local.close();
  await world.close();
});

const make = () => makeCalls(world.ctx(system));
const callOf = async (orgId: string) => {
  const [row] = await world.db.select().from(providerCalls).where(eq(providerCalls.orgId, orgId));
  return row;
};
/** The call as a worker made it that died before it wrote the answer down. */
const madeFor = async (orgId: string) => {
  const call = await callOf(orgId);
  return at.local.stripe.accounts.create(call.request as never, { idempotencyKey: call.id });
};

test("an account is asked for in the transaction, made by the worker, and then onboarded at the provider", async () => {
  const ctx = () => world.ctx(lawyer.actor);
  expect((await readAccount(ctx()))?.step).toBe("none");
  value(await openAccount(ctx()));
  value(await openAccount(ctx()));
  expect([(await readAccount(ctx()))?.step, (await onboardingLink(ctx())).ok]).toEqual(["being-made", false]);
  await at.work();
  expect((await readAccount(ctx()))?.step).toBe("to-onboard");
  const page = await fetch(value(await onboardingLink(ctx())));
  expect([page.status, await page.text()]).toEqual([200, expect.stringContaining("This is not Stripe")]);
  const { accountId } = await at.accountOf(lawyer.orgId);
  await at.local.happen("onboard", { account: accountId, name: "Firm", accountNumber: "000123456789" });
  for (const event of await at.events(accountId!)) await at.deliver(event);
  await at.work();
  expect((await readAccount(ctx()))?.step).toBe("ready");
});

test("who is killed between the call and its record leaves a call that is made once, however often it is repeated", async () => {
  value(await openAccount(world.ctx(lawyer.actor)));
  const before = await madeFor(lawyer.orgId);
  expect((await at.accountOf(lawyer.orgId)).accountId).toBeNull();
  await at.work();
  expect((await at.accountOf(lawyer.orgId)).accountId).toBe(before.id);
  expect(await callOf(lawyer.orgId)).toMatchObject({ state: "done", answerId: before.id, attempts: 1 });
});

test("one who dies at a call keeps others off it for its lease, and then it is made again", async () => {
  value(await openAccount(world.ctx(lawyer.actor)));
  await world.owner
    .update(providerCalls)
    .set({ attempts: 1, nextTryAt: new Date(world.now.getTime() + 120_000) })
    .where(eq(providerCalls.orgId, lawyer.orgId));
  value(await make());
  expect((await callOf(lawyer.orgId)).state).toBe("waiting");
  await passTime(world, { hours: 0.05 });
  value(await make());
  expect(await callOf(lawyer.orgId)).toMatchObject({ state: "done", attempts: 2 });
});

test("two workers at once make a call once", async () => {
  value(await openAccount(world.ctx(lawyer.actor)));
  const settled = await Promise.all([make(), make(), make()]);
  expect(settled.map(value).reduce((sum, each) => sum + each, 0)).toBe(1);
});

test("what may heal is tried again after a growing pause, and waits for a person when it never does", async () => {
  value(await openAccount(world.ctx(lawyer.actor)));
  await at.local.control("faults", { broken: 1 });
  value(await make());
  const waiting = await callOf(lawyer.orgId);
  expect([waiting.state, waiting.lastError]).toEqual(["waiting", expect.stringContaining("StripeAPIError")]);
  expect(waiting.nextTryAt.getTime()).toBeGreaterThan(world.now.getTime());
  expect(value(await make())).toBe(0);
  await world.owner
    .update(providerCalls)
    .set({ attempts: mostAttempts - 1 })
    .where(eq(providerCalls.id, waiting.id));
  await passTime(world, { hours: 1 });
  await at.local.control("faults", { broken: 1 });
  value(await make());
  expect((await callOf(lawyer.orgId)).state).toBe("dead");
});

test("a dead call is an admin's: tried again under its own key, or ended; nobody else sees it", async () => {
  const creditor = await aCreditor(world);
  value(await openAccount(world.ctx(creditor.actor)));
  const call = await callOf(creditor.orgId);
  await world.owner.update(providerCalls).set({ state: "dead" }).where(eq(providerCalls.id, call.id));
  const admin = world.ctx((await theAdmin(world)).actor);
  expect(await readUnfinished(world.ctx(creditor.actor), null)).toBeNull();
  expect((await readUnfinished(admin, null))?.calls.map(({ id }) => id)).toContain(call.id);
  const retry = { kind: "call", id: call.id, act: "retry" } as const;
  expect(await mendWork(world.ctx(creditor.actor), retry)).toEqual({
    ok: false,
    error: { kind: "not-found" },
  });
  value(await mendWork(admin, retry));
  value(await make());
  expect((await callOf(creditor.orgId)).state).toBe("done");
  expect(await mendWork(admin, retry)).toEqual({ ok: false, error: { kind: "not-dead" } });
  await world.owner.update(providerCalls).set({ state: "dead" }).where(eq(providerCalls.id, call.id));
  value(await mendWork(admin, { ...retry, act: "resolve" }));
  expect(await callOf(creditor.orgId)).toMatchObject({ state: "resolved", resolvedBy: admin.actor.userId });
});

test("what is refused for good is not tried again: a wrong request, a key used for another one", async () => {
  const { stripe } = at.local;
  const wrong = await stripe.accounts.create({ country: 3 as never, bogus: 1 } as never).catch(failureOf);
  expect(wrong).toMatchObject({ kind: "never" });
  await stripe.customers.create({ name: "A" }, { idempotencyKey: "twice" });
  expect(
    await stripe.customers.create({ name: "B" }, { idempotencyKey: "twice" }).catch(failureOf),
  ).toMatchObject({ kind: "never" });
  const nowhere = providerFrom({
    secretKey: testKey,
    webhookSecret: testWebhookSecret,
    address: { host: "127.0.0.1", port: 1, protocol: "http" },
  });
  expect(await nowhere.stripe.balance.retrieve().catch(failureOf)).toMatchObject({ kind: "again" });
});

test("pauses grow, are never twice the same for all, and stay within their bounds", () => {
  for (let attempts = 1; attempts <= mostAttempts; attempts++) {
    const [least, most] = [pauseAfter(attempts, 0), pauseAfter(attempts, 0.999_999)];
    expect(least * 2).toBeGreaterThanOrEqual(most);
    expect(most).toBeGreaterThan(least);
    expect(most).toBeLessThanOrEqual(3 * 3_600_000);
  }
  const whole = Array.from({ length: mostAttempts }, (_, index) => pauseAfter(index + 1, 0.5)).reduce(
    (sum, each) => sum + each,
    0,
  );
  expect(whole).toBeGreaterThan(5 * 3_600_000);
});
