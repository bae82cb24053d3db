import { eq } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { newId } from "#app/domain/ids.ts";
import { readMoney } from "#app/use-cases/ledger/read-money.server.ts";
import { askRecovery } from "#app/use-cases/payments/ask-recovery.server.ts";
import { payOwed } from "#app/use-cases/payments/pay-owed.server.ts";
import { readPayPage } from "#app/use-cases/payments/read-pay-page.server.ts";
import { renewPage } from "#app/use-cases/payments/renew-page.server.ts";
import { withdrawPayment, withdrawView } from "#app/use-cases/payments/withdraw-payment.server.ts";
import { checkLedger } from "#db/queries/ledger-check.ts";
import { providerCalls } from "#db/schema/payments.ts";
import { anEngagedCase } from "#test/support/market.ts";
import { aMoneyDesk, card } from "#test/support/money-desk.ts";
import { aCreditor, aLawyer, aWorld, type Person, value, type World } from "#test/support/world.ts";

let world: World;
let desk: Awaited<ReturnType<typeof aMoneyDesk>>;
let caseId: string;

beforeAll(async () => {
  world = await aWorld();
  desk = await aMoneyDesk(world);
  ({ caseId } = await anEngagedCase(world, desk.lawyer, { creditor: desk.creditor }));
}, 60_000);
afterAll(async () => {
  expect((await checkLedger(world.db)).breaks).toEqual([]);
  const dead = await world.db.select().from(providerCalls).where(eq(providerCalls.state, "dead"));
  expect(dead).toEqual([]);
  await desk.at.local.close();
  await world.close();
});

const asks = async (by: Person, amount = "10.00") => {
  const paymentId = newId(world.now);
  const form = { caseId, paymentId, amount, payee: "collector" as const };
  const token = value(await askRecovery(world.ctx(by.actor), form)).replace("/pay/", "");
  return { paymentId, token };
};
const withdraws = (by: Person, paymentId: string) =>
  withdrawPayment(world.ctx(by.actor), { caseId, paymentId });
const seen = async (token: string) => (await readPayPage(world.ctx(desk.lawyer.actor), token))?.status;
const paidIn = async () => 0 - (await desk.figures(caseId)).debtor;

test("a payment that is withdrawn says so at its link, and can be paid nowhere any more", async () => {
  const { paymentId, token } = await asks(desk.lawyer);
  await desk.at.work();
  const { sessionUrl } = await desk.at.paymentOf(paymentId);
  const [listed] = (await readMoney(world.ctx(desk.lawyer.actor), caseId, null))?.asked ?? [];
  expect(listed).toMatchObject({ id: paymentId, mayWithdraw: true });
  for (const _ of [1, 2]) value(await withdraws(desk.lawyer, paymentId));
  expect(await seen(token)).toBe("withdrawn");
  await desk.at.work();
  const body = new URLSearchParams({ number: card, name: "D. Debtor" });
  const late = await fetch(sessionUrl ?? "", { method: "POST", body, redirect: "manual" });
  expect(late.ok || late.status === 303).toBe(false);
  value(await renewPage(world.ctx(desk.lawyer.actor), token));
  await desk.at.deliverAll(desk.account);
  expect([await seen(token), await paidIn()]).toEqual(["withdrawn", 0]);
  expect(await withdrawView(world.ctx(desk.lawyer.actor), caseId, paymentId)).toMatchObject({
    payment: null,
  });
});

test("only who asked for it withdraws it, and the creditor; for a stranger there is nothing", async () => {
  const [mine, theirs] = [await asks(desk.lawyer), await asks(desk.creditor)];
  await desk.at.work();
  expect(await withdraws(desk.lawyer, theirs.paymentId)).toMatchObject({
    error: { kind: "not-yours-to-withdraw" },
  });
  expect(await withdraws(desk.lawyer, newId(world.now))).toMatchObject({
    error: { kind: "not-yours-to-withdraw" },
  });
  for (const stranger of [await aCreditor(world), await aLawyer(world)])
    expect(await withdraws(stranger, mine.paymentId)).toMatchObject({ error: { kind: "case-not-found" } });
  for (const { paymentId } of [mine, theirs]) value(await withdraws(desk.creditor, paymentId));
});

test("a page that was still being made when it was withdrawn is closed as soon as it is there", async () => {
  const { paymentId, token } = await asks(desk.lawyer);
  value(await withdraws(desk.lawyer, paymentId));
  await desk.at.work();
  const { sessionId, status } = await desk.at.paymentOf(paymentId);
  const on = { stripeAccount: desk.account };
  const page = await desk.at.local.stripe.checkout.sessions.retrieve(sessionId ?? "", {}, on);
  expect([page.status, status, await seen(token)]).toEqual(["expired", "withdrawn", "withdrawn"]);
});

test("who paid before the page was closed has paid: it is booked, and nothing is left dead", async () => {
  const before = await paidIn();
  const { paymentId, token } = await asks(desk.lawyer, "25.00");
  await desk.at.work();
  await desk.at.pay(paymentId, card);
  value(await withdraws(desk.lawyer, paymentId));
  await desk.at.work();
  await desk.at.deliverAll(desk.account);
  expect([await seen(token), await paidIn()]).toEqual(["paid", before + 2_500]);
  expect(await withdraws(desk.lawyer, paymentId)).toMatchObject({ error: { kind: "under-way" } });
});

test("paid and withdrawn at the same moment is one of the two, and the books say which", async () => {
  let expected = await paidIn();
  const ends = new Set<string>();
  for (let round = 0; round < 8; round += 1) {
    const { paymentId, token } = await asks(desk.lawyer, "3.00");
    await desk.at.work();
    const pays = () => desk.at.pay(paymentId, card);
    const stops = async () => {
      value(await withdraws(desk.lawyer, paymentId));
      await desk.at.work();
    };
    const url = (await desk.at.paymentOf(paymentId)).sessionUrl ?? "";
    const body = new URLSearchParams({ number: card, name: "D. Debtor" });
    const paysAt = () => fetch(url, { method: "POST", body, redirect: "manual" });
    await Promise.all(
      round === 0 ? [stops().then(paysAt)] : round === 1 ? [pays().then(stops)] : [stops(), paysAt()],
    );
    await desk.at.deliverAll(desk.account);
    const end = (await seen(token)) ?? "";
    ends.add(end);
    expected += end === "paid" ? 300 : 0;
    expect(await paidIn()).toBe(expected);
  }
  expect([...ends].sort()).toEqual(["paid", "withdrawn"]);
});

test("a creditor withdraws the page of a fee it pays otherwise, and a new one can be made", async () => {
  const { caseId: other } = await anEngagedCase(world, desk.lawyer, { creditor: desk.creditor });
  await desk.aPayment(other, 100_000n);
  const fee = () => ({ caseId: other, purpose: "collector_fee" as const, paymentId: newId(world.now) });
  const first = fee();
  const path = value(await payOwed(world.ctx(desk.creditor.actor), first));
  const withdrawn = { caseId: other, paymentId: first.paymentId };
  expect(await withdrawPayment(world.ctx(desk.lawyer.actor), withdrawn)).toMatchObject({
    error: { kind: "not-yours-to-withdraw" },
  });
  value(await withdrawPayment(world.ctx(desk.creditor.actor), withdrawn));
  expect(value(await payOwed(world.ctx(desk.creditor.actor), fee()))).not.toBe(path);
  await desk.at.work();
});
