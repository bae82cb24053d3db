import { afterAll, beforeAll, expect, test } from "vitest";
import { newId } from "#app/domain/ids.ts";
import { settleException } from "#app/use-cases/exceptions/settle-exception.server.ts";
import { answerReport } from "#app/use-cases/ledger/answer-report.server.ts";
import { readMoney } from "#app/use-cases/ledger/read-money.server.ts";
import { reportSettlement } from "#app/use-cases/ledger/report-settlement.server.ts";
import { payOwed } from "#app/use-cases/payments/pay-owed.server.ts";
import { balanceOf } from "#db/queries/ledger.ts";
import { checkLedger } from "#db/queries/ledger-check.ts";
import { tellFact } from "#test/support/ladder.ts";
import { anEngagedCase, daysAgo } from "#test/support/market.ts";
import { aMoneyDesk, card } from "#test/support/money-desk.ts";
import { heldBy } from "#test/support/payments.ts";
import { aWorld, passTime, value, type World } from "#test/support/world.ts";

let world: World;
let desk: Awaited<ReturnType<typeof aMoneyDesk>>;
/** Engaged before time passes: afterwards the lawyer's licence would have to be looked up again. */
let engagedEarly: string;

beforeAll(async () => {
  world = await aWorld();
  desk = await aMoneyDesk(world);
  engagedEarly = (await anEngagedCase(world, desk.lawyer, { creditor: desk.creditor })).caseId;
}, 60_000);
afterAll(async () => {
  expect((await checkLedger(world.db)).breaks).toEqual([]);
  const held = await balanceOf(world.db, { kind: "connected_balance", bookId: desk.lawyer.orgId }, "USD");
  expect(held).toBe(await heldBy(desk.at.local.stripe, desk.account, "USD"));
  await desk.at.local.close();
  await world.close();
});

test("a reported payment that never came is reversed by two admins: money, report, answer and set-off, by opposite bookings", async () => {
  const { caseId } = await anEngagedCase(world, desk.lawyer, { creditor: desk.creditor });
  value(await tellFact(world, desk.lawyer, { caseId, type: "payment", payee: "creditor", amount: "70.00" }));
  const [report] = (await readMoney(world.ctx(desk.creditor.actor), caseId, null))?.reports ?? [];
  const answer = { caseId, kind: "payment" as const, reportId: report.id, answer: "contested" as const };
  value(await answerReport(world.ctx(desk.creditor.actor), answer));
  const key = `contested:payment:${report.id}`;
  expect(await desk.openOn(caseId)).toMatchObject([{ kind: "contested", key }]);
  const before = await desk.figures(caseId);
  expect(before).toMatchObject({ debtor: -7_000, debt: -7_000, fee_owed: 1_050 });
  await desk.done({ caseId, key, act: "reversal" });
  expect(await desk.figures(caseId)).toMatchObject({
    ...{ debtor: 0, debt: 0, creditor_bank: 0, payment_contested: 0, payment_reported: 0, fee_owed: 0 },
  });
  expect((await readMoney(world.ctx(desk.creditor.actor), caseId, null))?.reports[0].state).toBe("reversed");
  expect(await desk.openOn(caseId)).toEqual([]);
});

test("client money that was passed on cannot be made undone by a reversal", async () => {
  const { caseId } = await anEngagedCase(world, desk.lawyer, { creditor: desk.creditor });
  value(await tellFact(world, desk.lawyer, { caseId, type: "payment", payee: "collector", amount: "70.00" }));
  const reports = (await readMoney(world.ctx(desk.creditor.actor), caseId, null))?.reports ?? [];
  const passed = {
    caseId,
    kind: "remittance" as const,
    reportId: newId(world.now),
    paidOn: daysAgo(world, 1),
  };
  value(await reportSettlement(world.ctx(desk.lawyer.actor), { ...passed, amount: "70.00" }));
  const answer = { caseId, kind: "payment" as const, reportId: reports[0].id, answer: "contested" as const };
  value(await answerReport(world.ctx(desk.creditor.actor), answer));
  const actId = newId(world.now);
  const key = `contested:payment:${reports[0].id}`;
  value(await desk.proposes(desk.admins[0], { caseId, key, act: "reversal", actId }));
  expect(await desk.decides(desk.admins[1], caseId, actId)).toMatchObject({ error: { kind: "moved-on" } });
  expect((await desk.figures(caseId)).debt).toBe(-7_000);
  value(await desk.decides(desk.admins[1], caseId, actId, "refused"));
});

test("a refund after the payout waits at the provider for money, stands on the desk, and is booked once it is paid", async () => {
  const { caseId } = await anEngagedCase(world, desk.lawyer, {
    creditor: desk.creditor,
    claim: { principal: "80.00" },
  });
  const id = await desk.aPayment(caseId, 10_000n);
  await desk.payOut();
  await desk.done({ caseId, key: `overpaid:${id}`, act: "refund", amount: "20.00" });
  expect((await desk.openOn(caseId)).map(({ kind }) => kind)).toEqual(
    expect.arrayContaining(["refund_waits", "overpaid"]),
  );
  expect((await desk.figures(caseId)).debtor).toBe(-10_000);
  const { caseId: other } = await anEngagedCase(world, desk.lawyer, { creditor: desk.creditor });
  await desk.aPayment(other, 50_000n);
  await passTime(world, { days: 3 });
  await desk.at.local.happen("refunds-covered", { account: desk.account });
  await desk.at.deliverAll(desk.account);
  expect((await desk.figures(caseId)).debtor).toBe(-8_000);
  expect(await desk.openOn(caseId)).toEqual([]);
});

test("a chargeback after all is settled: the debt, the fee and what was passed on are counted anew, and the balance may be short", async () => {
  const caseId = engagedEarly;
  const id = await desk.at.asked({ caseId, orgId: desk.lawyer.orgId, amount: 100_000n });
  await desk.at.work();
  await desk.at.pay(id, card);
  await desk.at.deliverAll(desk.account);
  const report = {
    caseId,
    kind: "remittance" as const,
    reportId: newId(world.now),
    paidOn: daysAgo(world, 1),
  };
  value(await reportSettlement(world.ctx(desk.lawyer.actor), { ...report, amount: "1,000.00" }));
  const owed = { caseId, purpose: "collector_fee" as const, paymentId: newId(world.now) };
  value(await payOwed(world.ctx(desk.creditor.actor), owed));
  await desk.at.work();
  await desk.at.pay(owed.paymentId, card);
  await desk.at.deliverAll(desk.account);
  expect(await desk.figures(caseId)).toMatchObject({ fee_settled: 15_000, fee_owed: 0, remit_owed: 0 });
  await desk.payOut();
  const intent = (await desk.at.paymentOf(id)).intentId!;
  const [charge] = (
    await desk.at.local.stripe.charges.list({ payment_intent: intent }, { stripeAccount: desk.account })
  ).data;
  const dispute = await desk.at.local.happen<{ id: string }>("dispute", {
    account: desk.account,
    charge: charge.id,
    reason: "fraudulent",
  });
  await desk.at.deliverAll(desk.account);
  expect(await desk.figures(caseId)).toMatchObject({
    dispute_held: 100_000,
    remit_owed: -100_000,
    debt: -100_000,
  });
  expect(
    await balanceOf(world.db, { kind: "connected_balance", bookId: desk.lawyer.orgId }, "USD"),
  ).toBeLessThan(0n);
  await desk.done({ caseId, key: `dispute:${dispute.id}`, act: "answer_dispute" });
  const answered = await desk.at.local.stripe.disputes.retrieve(
    dispute.id,
    {},
    { stripeAccount: desk.account },
  );
  expect(answered).toMatchObject({
    status: "under_review",
    evidence: { uncategorized_text: "Asked for by the payer." },
  });
  await desk.at.local.happen("dispute-decided", { account: desk.account, dispute: dispute.id, won: false });
  await desk.at.deliverAll(desk.account);
  expect(await desk.figures(caseId)).toMatchObject({
    ...{
      dispute_held: 0,
      debtor: 0,
      debt: 0,
      fee_settled: 0,
      fee_over: 15_000,
      fee_owed: 0,
      remit_owed: -100_000,
    },
  });
  expect((await desk.openOn(caseId)).map(({ kind }) => kind).sort()).toEqual(["dispute_lost", "overpaid"]);
  value(
    await settleException(world.ctx(desk.admins[0].actor), { caseId, key: `dispute_lost:${dispute.id}` }),
  );
  await desk.at.deliverAll(desk.account);
  expect(await desk.openOn(caseId)).toMatchObject([{ key: `overpaid:${owed.paymentId}`, amount: 15_000 }]);
});
