import { isNotNull } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { AskAdvance } from "#app/domain/advances/advance-forms.ts";
import { newId } from "#app/domain/ids.ts";
import { dateIn } from "#app/domain/timeline/local-time.ts";
import { advanceView } from "#app/use-cases/advances/advance-view.server.ts";
import { askAdvance } from "#app/use-cases/advances/ask-advance.server.ts";
import { endAdvance, spendAdvance } from "#app/use-cases/advances/spend-advance.server.ts";
import { answerReport } from "#app/use-cases/ledger/answer-report.server.ts";
import { readMoney } from "#app/use-cases/ledger/read-money.server.ts";
import { reportSettlement } from "#app/use-cases/ledger/report-settlement.server.ts";
import { payOwed } from "#app/use-cases/payments/pay-owed.server.ts";
import { recordStep } from "#app/use-cases/timeline/record-step.server.ts";
import { balanceOf } from "#db/queries/ledger.ts";
import { checkLedger } from "#db/queries/ledger-check.ts";
import { advances } from "#db/schema/advances.ts";
import { aChineseLoan } from "#test/support/chinese-case.ts";
import { stepNow, tellFact } from "#test/support/ladder.ts";
import { anEngagedCase, daysAgo } from "#test/support/market.ts";
import { aMoneyDesk, card, disputedCard } from "#test/support/money-desk.ts";
import { heldBy } from "#test/support/payments.ts";
import { refusedBy } from "#test/support/refused-by.ts";
import { aLawyer, aPdf, aWorld, mailTo, type Person, value, type World } from "#test/support/world.ts";

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

let papers = 0;
const paper = () => aPdf("notice.pdf", `notice ${++papers}`);
const asks = (by: Person, given: Partial<AskAdvance> & { caseId: string }) =>
  askAdvance(world.ctx(by.actor), {
    ...{ advanceId: newId(world.now), act: "file_suit", kind: "court_costs", ...given },
  });
const spends = (by: Person, caseId: string, advanceId: string, amount: string, spentOn = daysAgo(world, 1)) =>
  spendAdvance(world.ctx(by.actor), { caseId, advanceId, amount, spentOn, proof: paper() });
const money = async (by: Person, caseId: string) => {
  const view = await readMoney(world.ctx(by.actor), caseId, null);
  if (!view) throw new Error("not there");
  return view;
};
const statesOf = async (caseId: string, by = desk.lawyer) =>
  (await money(by, caseId)).advances.rows.map(({ state }) => state).reverse();
const transfers = async (caseId: string, amount: string, answer: "confirmed" | "contested" | null) => {
  const reportId = newId(world.now);
  const report = { caseId, kind: "advance" as const, reportId, paidOn: daysAgo(world, 1), amount };
  const told = await reportSettlement(world.ctx(desk.creditor.actor), report);
  if (told.ok && answer)
    value(await answerReport(world.ctx(desk.lawyer.actor), { caseId, kind: "advance", reportId, answer }));
  return told;
};
const engaged = (given: Parameters<typeof anEngagedCase>[2] = {}) =>
  anEngagedCase(world, desk.lawyer, { creditor: desk.creditor, ...given });

test("without a schedule on file the amount is on a paper; the same form asks once, and only the collector asks", async () => {
  const { caseId } = await engaged();
  expect(await asks(desk.lawyer, { caseId })).toMatchObject({ error: { kind: "paper-needed" } });
  expect(await asks(desk.lawyer, { caseId, amount: "435.00" })).toMatchObject({
    error: { kind: "paper-needed" },
  });
  const form = { caseId, advanceId: newId(world.now), amount: "435.00", proof: paper() };
  for (const _ of [1, 2]) value(await asks(desk.lawyer, form));
  expect((await money(desk.creditor, caseId)).advances.rows).toMatchObject([
    { state: "asked", asked: 43_500, hasPaper: true, citation: null, maySpend: false, mayEnd: false },
  ]);
  expect((await money(desk.creditor, caseId)).figures.advance_owed).toBe(43_500);
  expect((await mailTo(world, desk.creditor.email))?.subject).toContain("An advance is asked for");
  for (const stranger of [desk.creditor, await aLawyer(world)]) {
    expect(await asks(stranger, { caseId, amount: "1.00", proof: paper() })).toMatchObject({
      error: { kind: "case-not-found" },
    });
    expect(await advanceView(world.ctx(stranger.actor), caseId)).toBeNull();
    expect(await spends(stranger, caseId, form.advanceId, "1.00")).toMatchObject({
      error: { kind: "case-not-found" },
    });
  }
});

test("the creditor pays it in at a page on the collector's own account; it is spent by a receipt, and the rest is counted or given back", async () => {
  const { caseId } = await engaged();
  const advanceId = newId(world.now);
  value(await asks(desk.lawyer, { caseId, advanceId, amount: "435.00", proof: paper() }));
  expect(await spends(desk.lawyer, caseId, advanceId, "400.00")).toMatchObject({
    error: { kind: "not-funded" },
  });
  const page = { caseId, purpose: "advance" as const, paymentId: newId(world.now) };
  value(await payOwed(world.ctx(desk.creditor.actor), page));
  await desk.at.work();
  await desk.at.pay(page.paymentId, card);
  await desk.at.deliverAll(desk.account);
  expect(await statesOf(caseId)).toEqual(["funded"]);
  const held = await balanceOf(world.db, { kind: "connected_balance", bookId: desk.lawyer.orgId }, "USD");
  expect(held).toBe(await heldBy(desk.at.local.stripe, desk.account, "USD"));
  expect(await spends(desk.lawyer, caseId, advanceId, "435.01")).toMatchObject({
    error: { kind: "more-than-there-is" },
  });
  const both = await Promise.all([1, 2].map(() => spends(desk.lawyer, caseId, advanceId, "400.00")));
  expect(both.filter(({ ok }) => ok).length).toBeGreaterThan(0);
  expect(await spends(desk.lawyer, caseId, advanceId, "35.00")).toMatchObject({
    error: { kind: "not-funded" },
  });
  expect(await desk.figures(caseId)).toMatchObject({
    advance_spent: 40_000,
    court: 40_000,
    debtor: 0,
    debt: 0,
  });

  value(await asks(desk.lawyer, { caseId, act: "mediation", amount: "20.00", proof: paper() }));
  expect(await statesOf(caseId)).toEqual(["spent", "funded"]);
  expect((await desk.figures(caseId)).advance_owed).toBe(0);
  const { advances: seen, mostToReport } = await money(desk.lawyer, caseId);
  expect([seen.free, mostToReport.advance_return]).toEqual([1_500, 1_500]);
  const gives = (amount: string, reportId = newId(world.now)) =>
    reportSettlement(world.ctx(desk.lawyer.actor), {
      ...{ caseId, kind: "advance_return" as const, reportId, paidOn: daysAgo(world, 1), amount },
    });
  expect(await gives("15.01")).toMatchObject({ error: { kind: "more-than-there-is" } });
  const reportId = newId(world.now);
  value(await gives("15.00", reportId));
  expect((await money(desk.lawyer, caseId)).advances.free).toBe(0);
  const answer = { caseId, kind: "advance_return" as const, reportId, answer: "contested" as const };
  value(await answerReport(world.ctx(desk.creditor.actor), answer));
  // What never came back is still the collector's to give back.
  expect((await money(desk.lawyer, caseId)).advances.free).toBe(1_500);
});

test("a bank transfer counts once the collector has confirmed it, and lies on its client account until the receipt", async () => {
  const { caseId } = await engaged();
  const advanceId = newId(world.now);
  value(await asks(desk.lawyer, { caseId, advanceId, amount: "100.00", proof: paper() }));
  expect(await transfers(caseId, "100.01", null)).toMatchObject({ error: { kind: "more-than-there-is" } });
  value(await transfers(caseId, "100.00", "contested"));
  expect(await desk.figures(caseId)).toMatchObject({ advance_owed: 10_000, cost_advance: 0 });
  value(await transfers(caseId, "100.00", null));
  expect([...(await statesOf(caseId)), (await desk.figures(caseId)).cost_advance]).toEqual(["asked", 10_000]);
  const reported = (await money(desk.lawyer, caseId)).reports.find(({ mayAnswer }) => mayAnswer);
  value(
    await answerReport(world.ctx(desk.lawyer.actor), {
      ...{ caseId, kind: "advance", reportId: reported?.id ?? "", answer: "confirmed" },
    }),
  );
  expect(await statesOf(caseId)).toEqual(["funded"]);
  value(await spends(desk.lawyer, caseId, advanceId, "70.00"));
  expect(await desk.figures(caseId)).toMatchObject({
    cost_advance: 3_000,
    court: 7_000,
    advance_spent: 7_000,
  });
});

test("an advance that is not needed frees what was paid in, and one that was taken back by the payer's bank is not there", async () => {
  const { caseId } = await engaged();
  const [first, second] = [newId(world.now), newId(world.now)];
  value(await asks(desk.lawyer, { caseId, advanceId: first, amount: "60.00", proof: paper() }));
  value(await transfers(caseId, "60.00", "confirmed"));
  value(await endAdvance(world.ctx(desk.lawyer.actor), { caseId, advanceId: first }));
  expect((await money(desk.lawyer, caseId)).advances.free).toBe(6_000);
  value(await asks(desk.lawyer, { caseId, advanceId: second, amount: "100.00", proof: paper() }));
  expect((await money(desk.creditor, caseId)).advances.rows[0]).toMatchObject({ need: 10_000, asked: 4_000 });
  const page = { caseId, purpose: "advance" as const, paymentId: newId(world.now) };
  value(await payOwed(world.ctx(desk.creditor.actor), page));
  await desk.at.work();
  await desk.at.pay(page.paymentId, disputedCard);
  await desk.at.deliverAll(desk.account);
  const disputes = await desk.openOn(caseId);
  expect(disputes).toMatchObject([{ kind: "dispute" }]);
  await desk.done({ caseId, key: disputes[0].key, act: "concede_dispute" });
  expect(await statesOf(caseId)).toEqual(["withdrawn", "asked"]);
  expect((await desk.figures(caseId)).advance_owed).toBe(4_000);
});

test("a fixed fee is asked for only as far as the mandate has one, and is the collector's own once its act is taken", async () => {
  const none = await engaged();
  const fee = { act: "lawyer_letter" as const, kind: "fixed_fee" as const };
  expect(await asks(desk.lawyer, { caseId: none.caseId, ...fee, amount: "10.00" })).toMatchObject({
    error: { kind: "no-fixed-fee", left: 0 },
  });
  const { caseId } = await engaged({ bid: { model: "hybrid", fixedFee: 50_000 } });
  value(await asks(desk.lawyer, { caseId, ...fee, amount: "200.00" }));
  expect(await asks(desk.lawyer, { caseId, ...fee, amount: "300.01" })).toMatchObject({
    error: { kind: "no-fixed-fee", left: 30_000 },
  });
  const advanceId = newId(world.now);
  value(await asks(desk.lawyer, { caseId, advanceId, ...fee }));
  value(await transfers(caseId, "500.00", "confirmed"));
  value(await spends(desk.lawyer, caseId, advanceId, "300.00"));
  expect(await desk.figures(caseId)).toMatchObject({
    collector_bank: 30_000,
    cost_advance: 20_000,
    court: 0,
  });
});

test("in China the court's schedule says how much, the suit waits for it, and what the court was paid comes first out of the next payment", async () => {
  const { caseId, chinese } = await aChineseLoan(world, { creditor: desk.creditor });
  const advanceId = newId(world.now);
  const view = await advanceView(world.ctx(chinese.actor), caseId);
  const fee = view?.acts.find(({ act }) => act === "file_suit")?.fee;
  value(await asks(chinese, { caseId, advanceId }));
  const [asked] = (await money(chinese, caseId)).advances.rows;
  expect(asked).toMatchObject({ need: fee?.amount, citation: fee?.citation, hasPaper: false });
  const rulesAgainst = async () => {
    const tried = value(
      await recordStep(
        world.ctx(chinese.actor),
        stepNow(world, { caseId, type: "file_suit", occurredOn: dateIn("Asia/Shanghai", world.now) }),
      ),
    );
    return tried.recorded ? [] : tried.decision.findings.map(({ rule }) => rule);
  };
  expect(await rulesAgainst()).toContain("POL-ADVANCE-01");
  const reportId = newId(world.now);
  const sum = ((fee?.amount ?? 0) / 100).toFixed(2);
  const report = { caseId, kind: "advance" as const, reportId, paidOn: daysAgo(world, 1), amount: sum };
  value(await reportSettlement(world.ctx(desk.creditor.actor), report));
  value(
    await answerReport(world.ctx(chinese.actor), {
      ...{ caseId, kind: "advance", reportId, answer: "confirmed" },
    }),
  );
  expect(await statesOf(caseId, chinese)).toEqual(["funded"]);
  expect(await rulesAgainst()).not.toContain("POL-ADVANCE-01");
  value(await spends(chinese, caseId, advanceId, sum));
  value(
    await tellFact(world, desk.creditor, { caseId, type: "payment", payee: "creditor", amount: "20,000.00" }),
  );
  const { figures } = await money(chinese, caseId);
  expect(figures.paid_costs).toBe(fee?.amount);
  expect(figures.paid_costs + figures.paid_interest + figures.paid_principal).toBe(2_000_000);
}, 60_000);

test("the database keeps what was asked for, and writes a receipt once", async () => {
  const spent = world.owner.update(advances).set({ spent: 1n }).where(isNotNull(advances.spent));
  expect(await refusedBy(spent.then())).toBe("RG001");
  const [row] = (await world.db.select().from(advances)).filter(
    ({ spent, withdrawnAt }) => !spent && !withdrawnAt,
  );
  const insert = (set: object) =>
    refusedBy(
      world.db
        .insert(advances)
        .values({ ...row, id: newId(world.now), ...set })
        .then(),
    );
  expect(await insert({ citation: null, evidenceId: null, kind: "court_costs" })).toBe("advances_basis");
  expect(await insert({ asked: row.need + 1n })).toBe("advances_amounts");
  expect(await insert({ spent: 5n })).toBe("advances_receipt");
  expect(await refusedBy(world.db.update(advances).set({ need: 1n }).then())).toBe("42501");
});
