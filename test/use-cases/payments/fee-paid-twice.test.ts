import { afterAll, beforeAll, expect, test } from "vitest";
import { newId } from "#app/domain/ids.ts";
import { answerReport } from "#app/use-cases/ledger/answer-report.server.ts";
import { reportSettlement } from "#app/use-cases/ledger/report-settlement.server.ts";
import { payOwed } from "#app/use-cases/payments/pay-owed.server.ts";
import { readPayPage } from "#app/use-cases/payments/read-pay-page.server.ts";
import { renewPage } from "#app/use-cases/payments/renew-page.server.ts";
import { checkLedger } from "#db/queries/ledger-check.ts";
import { openPayments } from "#db/queries/payments.ts";
import { anEngagedCase, daysAgo } from "#test/support/market.ts";
import { aMoneyDesk, card } from "#test/support/money-desk.ts";
import { aWorld, value, type World } from "#test/support/world.ts";

let world: World;
let desk: Awaited<ReturnType<typeof aMoneyDesk>>;

beforeAll(async () => {
  world = await aWorld();
  desk = await aMoneyDesk(world);
}, 60_000);
afterAll(async () => {
  expect((await checkLedger(world.db)).breaks).toEqual([]);
  await desk.at.local.close();
  await world.close();
});

test("a fee that was paid by transfer while its page stood open reaches the desk when it is paid there too, and its link opens no more", async () => {
  const { caseId } = await anEngagedCase(world, desk.lawyer, { creditor: desk.creditor });
  await desk.aPayment(caseId, 100_000n);
  const fee = { caseId, purpose: "collector_fee" as const, paymentId: newId(world.now) };
  const path = value(await payOwed(world.ctx(desk.creditor.actor), fee));
  await desk.at.work();
  const report = { caseId, kind: "fee" as const, reportId: newId(world.now), paidOn: daysAgo(world, 1) };
  value(await reportSettlement(world.ctx(desk.creditor.actor), { ...report, amount: "150.00" }));
  const token = path.replace("/pay/", "");
  expect(await readPayPage(world.ctx(desk.creditor.actor), token)).toMatchObject({ isSettled: true });
  const { sessionId } = await desk.at.paymentOf(fee.paymentId);
  await desk.at.local.stripe.checkout.sessions.expire(sessionId!, {}, { stripeAccount: desk.account });
  await desk.at.deliverAll(desk.account);
  expect(await renewPage(world.ctx(desk.creditor.actor), token)).toMatchObject({
    error: { kind: "not-owed" },
  });

  const other = {
    ...fee,
    caseId: (await anEngagedCase(world, desk.lawyer, { creditor: desk.creditor })).caseId,
  };
  await desk.aPayment(other.caseId, 100_000n);
  value(await payOwed(world.ctx(desk.creditor.actor), { ...other, paymentId: newId(world.now) }));
  await desk.at.work();
  const [page] = await openPayments(world.db, other.caseId, "collector_fee");
  const told = { ...report, caseId: other.caseId, reportId: newId(world.now), amount: "150.00" };
  value(await reportSettlement(world.ctx(desk.creditor.actor), told));
  await desk.at.pay(page.id, card);
  await desk.at.deliverAll(desk.account);
  const key = `overpaid:${page.id}`;
  expect(await desk.openOn(other.caseId)).toMatchObject([{ kind: "overpaid", key, amount: 15_000 }]);
  await desk.done({ caseId: other.caseId, key, act: "refund", amount: "150.00" });
  expect(await desk.figures(other.caseId)).toMatchObject({ fee_over: 0, fee_reported: 15_000 });
  expect(await desk.openOn(other.caseId)).toEqual([]);
});

test("where the transfer never came after all, what was paid at the page settles the fee and nothing stands on the desk", async () => {
  const { caseId } = await anEngagedCase(world, desk.lawyer, { creditor: desk.creditor });
  await desk.aPayment(caseId, 100_000n);
  const fee = { caseId, purpose: "collector_fee" as const, paymentId: newId(world.now) };
  value(await payOwed(world.ctx(desk.creditor.actor), fee));
  await desk.at.work();
  const reportId = newId(world.now);
  const report = { caseId, kind: "fee" as const, reportId, paidOn: daysAgo(world, 1), amount: "150.00" };
  value(await reportSettlement(world.ctx(desk.creditor.actor), report));
  await desk.at.pay(fee.paymentId, card);
  await desk.at.deliverAll(desk.account);
  expect(await desk.openOn(caseId)).toMatchObject([{ kind: "overpaid", amount: 15_000 }]);
  const answer = { caseId, kind: "fee" as const, reportId, answer: "contested" as const };
  value(await answerReport(world.ctx(desk.lawyer.actor), answer));
  expect(await desk.figures(caseId)).toMatchObject({ fee_owed: 0, fee_settled: 15_000, fee_over: 0 });
  expect(await desk.openOn(caseId)).toEqual([]);
});
