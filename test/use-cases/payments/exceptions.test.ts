import { eq, sql } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { newId } from "#app/domain/ids.ts";
import { proposalView } from "#app/use-cases/exceptions/read-desk.server.ts";
import { readMoney } from "#app/use-cases/ledger/read-money.server.ts";
import { closeCase } from "#app/use-cases/timeline/close-case.server.ts";
import { balanceOf } from "#db/queries/ledger.ts";
import { checkLedger } from "#db/queries/ledger-check.ts";
import { eventsOf } from "#db/queries/timeline.ts";
import { moneyActs, providerCalls } from "#db/schema/payments.ts";
import { tellFact } from "#test/support/ladder.ts";
import { anEngagedCase } from "#test/support/market.ts";
import { aMoneyDesk, card, disputedCard } from "#test/support/money-desk.ts";
import { heldBy } from "#test/support/payments.ts";
import { refusedBy } from "#test/support/refused-by.ts";
import { aWorld, type Person, value, type World } from "#test/support/world.ts";

let world: World;
let desk: Awaited<ReturnType<typeof aMoneyDesk>>;

beforeAll(async () => {
  world = await aWorld();
  desk = await aMoneyDesk(world);
}, 60_000);
afterAll(async () => {
  expect((await checkLedger(world.db)).breaks).toEqual([]);
  const held = await balanceOf(world.db, { kind: "connected_balance", bookId: desk.lawyer.orgId }, "USD");
  expect(held).toBe(await heldBy(desk.at.local.stripe, desk.account, "USD"));
  await desk.at.local.close();
  await world.close();
});

test("what is paid beyond the debt stands on the desk, and goes back by two admins and not by one", async () => {
  const { caseId } = await anEngagedCase(world, desk.lawyer, {
    creditor: desk.creditor,
    claim: { principal: "100.00" },
  });
  const id = await desk.aPayment(caseId, 15_000n);
  // No order of set-off is on file in California, so the whole lessens the claim and what is too much is told by its sum.
  const [over] = await desk.openOn(caseId);
  expect(over).toMatchObject({ kind: "overpaid", amount: 5_000, key: `overpaid:${id}` });
  const asked = { caseId, key: over.key, act: "refund" as const };
  expect(await proposalView(world.ctx(desk.admins[0].actor), asked)).toMatchObject({
    typed: "50.00",
    paid: 15_000,
  });
  expect(await desk.proposes(desk.admins[0], { ...asked, amount: "150.01" })).toMatchObject({
    error: { kind: "more-than-paid" },
  });
  expect(await desk.proposes(desk.admins[0], { ...asked, act: "reversal" })).toMatchObject({
    error: { kind: "not-fitting" },
  });
  for (const stranger of [desk.lawyer, desk.creditor])
    expect(await desk.proposes(stranger, { ...asked, amount: "50.00" })).toMatchObject({
      error: { kind: "not-there" },
    });
  const actId = newId(world.now);
  for (const _ of [1, 2]) value(await desk.proposes(desk.admins[0], { ...asked, amount: "50.00", actId }));
  expect(await desk.decides(desk.admins[0], caseId, actId)).toMatchObject({
    error: { kind: "own-proposal" },
  });
  expect(await desk.decides(desk.lawyer, caseId, actId)).toMatchObject({ error: { kind: "not-there" } });
  const both = await Promise.all([1, 2].map(() => desk.decides(desk.admins[1], caseId, actId)));
  expect(both.filter(({ ok }) => ok)).toHaveLength(1);
  await desk.at.work();
  await desk.at.deliverAll(desk.account);
  expect(await desk.figures(caseId)).toMatchObject({ debtor: -10_000, debt: -10_000, remit_owed: 10_000 });
  expect(await desk.openOn(caseId)).toEqual([]);
  expect((await desk.desk()).decided[0]).toMatchObject({ act: "refund", status: "approved", amount: 5_000 });
});

test("what is too much is paid back once: a second refund waits for the first, and one that is overtaken is not made", async () => {
  const { caseId } = await anEngagedCase(world, desk.lawyer, {
    creditor: desk.creditor,
    claim: { principal: "100.00" },
  });
  const id = await desk.aPayment(caseId, 15_000n);
  const asked = { caseId, key: `overpaid:${id}`, act: "refund" as const, amount: "50.00" };
  const ids = [newId(world.now), newId(world.now)];
  const proposed = await Promise.all(ids.map((actId) => desk.proposes(desk.admins[0], { ...asked, actId })));
  expect(proposed.flatMap((each) => (each.ok ? [] : [each.error]))).toEqual([{ kind: "under-way" }]);
  const actId = ids[proposed.findIndex(({ ok }) => ok)];
  value(await desk.decides(desk.admins[1], caseId, actId));
  expect(await desk.proposes(desk.admins[0], asked)).toMatchObject({ error: { kind: "under-way" } });
  await desk.at.work();
  await desk.at.deliverAll(desk.account);
  expect((await desk.figures(caseId)).debtor).toBe(-10_000);

  const other = await desk.aPayment(caseId, 5_000n);
  const late = newId(world.now);
  value(await desk.proposes(desk.admins[0], { ...asked, key: `overpaid:${other}`, actId: late }));
  const { intentId } = await desk.at.paymentOf(other);
  const own = { payment_intent: intentId!, amount: 3_000 };
  await desk.at.local.stripe.refunds.create(own, { stripeAccount: desk.account });
  await desk.at.deliverAll(desk.account);
  expect(await desk.decides(desk.admins[1], caseId, late)).toMatchObject({ error: { kind: "not-possible" } });
});

test("the database itself refuses an admin's own approval, and a proposal that is changed", async () => {
  const [row] = await world.owner.select().from(moneyActs);
  const self = world.owner.execute(sql`select set_config('rung.user_id', ${desk.admins[0].userId}, false)`);
  await self;
  const insert = {
    ...row,
    id: newId(world.now),
    status: "proposed" as const,
    decidedBy: null,
    decidedAt: null,
  };
  await world.owner.transaction(async (tx) => {
    await tx.execute(sql`select set_config('rung.user_id', ${desk.admins[0].userId}, true)`);
    await tx.insert(moneyActs).values({ ...insert, proposedBy: desk.admins[0].userId });
  });
  const change = (set: object, by: Person) =>
    world.owner.transaction(async (tx) => {
      await tx.execute(sql`select set_config('rung.user_id', ${by.userId}, true)`);
      await tx.update(moneyActs).set(set).where(eq(moneyActs.id, insert.id));
    });
  const decision = { status: "approved" as const, decidedAt: world.now };
  const [own, others] = desk.admins.map(({ userId }) => ({ ...decision, decidedBy: userId }));
  expect(await refusedBy(change(own, desk.admins[0]))).toBe("money_acts_four_eyes");
  expect(await refusedBy(change(others, desk.admins[0]))).toBe("RG009");
  expect(await refusedBy(change({ ...others, amount: 1n }, desk.admins[1]))).toBe("RG001");
  await change({ ...decision, status: "refused", decidedBy: desk.admins[1].userId }, desk.admins[1]);
});

test("a dispute that is conceded is lost, and the debt is owed again", async () => {
  const { caseId } = await anEngagedCase(world, desk.lawyer, { creditor: desk.creditor });
  await desk.aPayment(caseId, 30_000n, disputedCard);
  const [{ key, kind }] = await desk.openOn(caseId);
  expect(kind).toBe("dispute");
  await desk.done({ caseId, key, act: "concede_dispute" });
  expect(await desk.figures(caseId)).toMatchObject({ debtor: 0, debt: 0, fee_owed: 0, dispute_held: 0 });
});

test("a bank's question that comes to nothing leaves the desk and the debt as they were", async () => {
  const { caseId } = await anEngagedCase(world, desk.lawyer, { creditor: desk.creditor });
  const id = await desk.aPayment(caseId, 30_000n);
  const { intentId } = await desk.at.paymentOf(id);
  const on = { stripeAccount: desk.account };
  const [charge] = (await desk.at.local.stripe.charges.list({ payment_intent: intentId! }, on)).data;
  const about = { account: desk.account, charge: charge.id, reason: "general" };
  const { id: dispute } = await desk.at.local.happen<{ id: string }>("inquiry", about);
  await desk.at.deliverAll(desk.account);
  expect(await desk.openOn(caseId)).toMatchObject([{ kind: "dispute", key: `dispute:${dispute}` }]);
  expect(await desk.figures(caseId)).toMatchObject({ debtor: -30_000, dispute_held: 0, remit_owed: 30_000 });
  const ended = { account: desk.account, dispute, status: "warning_closed" };
  await desk.at.local.happen("dispute-ended-before", ended);
  await desk.at.deliverAll(desk.account);
  expect(await desk.openOn(caseId)).toEqual([]);
  expect(await desk.figures(caseId)).toMatchObject({ debtor: -30_000, dispute_held: 0, remit_owed: 30_000 });
});

test("a dispute that the network settled with the payer keeps what it took: the money is gone and the debt is owed again", async () => {
  const { caseId } = await anEngagedCase(world, desk.lawyer, { creditor: desk.creditor });
  await desk.aPayment(caseId, 20_000n, disputedCard);
  const [{ key }] = await desk.openOn(caseId);
  const dispute = key.replace("dispute:", "");
  const ended = { account: desk.account, dispute, status: "prevented" };
  await desk.at.local.happen("dispute-ended-before", ended);
  await desk.at.deliverAll(desk.account);
  expect(await desk.openOn(caseId)).toMatchObject([{ kind: "dispute_lost" }]);
  expect(await desk.figures(caseId)).toMatchObject({ debtor: 0, debt: 0, dispute_held: 0 });
});

test("a payment on a closed case is booked and stands on the desk; the log has it and the case stays closed", async () => {
  const { caseId } = await anEngagedCase(world, desk.lawyer, { creditor: desk.creditor });
  const id = await desk.at.asked({ caseId, orgId: desk.lawyer.orgId, amount: 20_000n });
  await desk.at.work();
  const closing = { caseId, closing: "closed_uncollectable" as const, note: "Nothing more can be had here." };
  value(await closeCase(world.ctx(desk.creditor.actor), closing));
  await desk.at.pay(id, card);
  await desk.at.deliverAll(desk.account);
  expect((await desk.figures(caseId)).debtor).toBe(-20_000);
  expect(await desk.openOn(caseId)).toMatchObject([{ kind: "case_closed", amount: 20_000 }]);
  expect((await eventsOf(world.db, caseId)).at(-1)).toMatchObject({ type: "payment", stageAfter: "closed" });
});

test("a payment on a disputed case is booked, lessens the debt and stands on the desk", async () => {
  const { caseId } = await anEngagedCase(world, desk.lawyer, { creditor: desk.creditor });
  const id = await desk.at.asked({ caseId, orgId: desk.lawyer.orgId, amount: 20_000n });
  await desk.at.work();
  value(await tellFact(world, desk.lawyer, { caseId, type: "dispute" }));
  await desk.at.pay(id, card);
  await desk.at.deliverAll(desk.account);
  expect(await desk.figures(caseId)).toMatchObject({ debtor: -20_000, debt: -20_000 });
  expect(await desk.openOn(caseId)).toMatchObject([{ kind: "case_frozen", amount: 20_000 }]);
});

test("a payment in another currency is booked in it, lessens nothing, and is shown apart; no yen is a hundredth of one", async () => {
  const { caseId } = await anEngagedCase(world, desk.lawyer, { creditor: desk.creditor });
  await desk.aPayment(caseId, 5_000n, card, "JPY");
  const view = await readMoney(world.ctx(desk.creditor.actor), caseId, null);
  expect(view?.figures).toMatchObject({ debtor: 0, debt: 0, fee_owed: 0, connected_balance: 0 });
  expect(view?.others).toEqual([{ currency: "JPY", amount: 5_000 }]);
  const [{ key, ...rest }] = await desk.openOn(caseId);
  expect(rest).toMatchObject({ kind: "other_currency", amount: 5_000 });
  await desk.done({ caseId, key, act: "refund", amount: "4,000" });
  expect((await readMoney(world.ctx(desk.creditor.actor), caseId, null))?.others).toEqual([
    { currency: "JPY", amount: 1_000 },
  ]);
  const held = await balanceOf(world.db, { kind: "connected_balance", bookId: desk.lawyer.orgId }, "JPY");
  expect(held).toBe(await heldBy(desk.at.local.stripe, desk.account, "JPY"));
});

test("dinars of three decimals keep their last digit's meaning, or are not asked for", async () => {
  const { caseId } = await anEngagedCase(world, desk.lawyer, { creditor: desk.creditor });
  await desk.aPayment(caseId, 12_340n, card, "KWD");
  const view = await readMoney(world.ctx(desk.creditor.actor), caseId, null);
  expect(view?.others).toEqual([{ currency: "KWD", amount: 12_340 }]);
  await expect(
    desk.at.asked({ caseId, orgId: desk.lawyer.orgId, amount: 12_341n, currency: "KWD" }),
  ).rejects.toThrow(/amount-not-taken/);
});

test("where less is captured than was asked for, what was taken counts and the rest stands on the desk", async () => {
  const { caseId } = await anEngagedCase(world, desk.lawyer, { creditor: desk.creditor });
  const id = await desk.at.asked({ caseId, orgId: desk.lawyer.orgId, amount: 10_000n });
  await world.owner
    .update(providerCalls)
    .set({
      request: sql`jsonb_set(request, '{payment_intent_data,capture_method}', '"manual"')`,
    })
    .where(eq(providerCalls.paymentId, id));
  await desk.at.work();
  await desk.at.pay(id, card);
  await desk.at.deliverAll(desk.account);
  expect(await desk.at.paymentOf(id)).toMatchObject({ status: "processing" });
  expect((await desk.figures(caseId)).debtor).toBe(0);
  const intent = (await desk.at.paymentOf(id)).intentId!;
  await desk.at.local.stripe.paymentIntents.capture(
    intent,
    { amount_to_capture: 6_000 },
    { stripeAccount: desk.account },
  );
  await desk.at.deliverAll(desk.account);
  expect(await desk.at.paymentOf(id)).toMatchObject({ status: "paid" });
  expect(await desk.figures(caseId)).toMatchObject({ debtor: -6_000, debt: -6_000, fee_owed: 900 });
  expect(await desk.openOn(caseId)).toMatchObject([{ kind: "partial_capture", amount: 4_000 }]);
});
