import { eq } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { ReportKind } from "#app/domain/ledger/reports.ts";
import { termsFrom } from "#app/domain/portfolios/lot-terms.ts";
import { answerReport } from "#app/use-cases/ledger/answer-report.server.ts";
import { readMoney } from "#app/use-cases/ledger/read-money.server.ts";
import { reportSettlement } from "#app/use-cases/ledger/report-settlement.server.ts";
import { awardLot } from "#app/use-cases/lots/award-lot.server.ts";
import { placeLotBid } from "#app/use-cases/lots/place-lot-bid.server.ts";
import { transfersAbout } from "#db/queries/ledger.ts";
import { checkLedger } from "#db/queries/ledger-check.ts";
import { balanceAsOf } from "#db/queries/ledger-statement.ts";
import { cases } from "#db/schema/cases.ts";
import { aChineseLoan } from "#test/support/chinese-case.ts";
import { aRow } from "#test/support/imports.ts";
import { tellFact } from "#test/support/ladder.ts";
import { flatTerms, openLots, postAll, signLotAs } from "#test/support/lots.ts";
import { anEngagedCase, anOpenRound, closeTheRound, daysAgo } from "#test/support/market.ts";
import { aCreditor, aLawyer, aWorld, type Person, value, type World } from "#test/support/world.ts";

let world: World;
let lawyer: Person;
beforeAll(async () => {
  world = await aWorld();
  lawyer = await aLawyer(world);
});
afterAll(async () => {
  expect((await checkLedger(world.db)).breaks).toEqual([]);
  await world.close();
});

const money = async (person: Person, caseId: string, account: string | null = null) => {
  const view = await readMoney(world.ctx(person.actor), caseId, account);
  if (!view) throw new Error("not there");
  return view;
};
const pays = (
  person: Person,
  caseId: string,
  amount: string,
  more: { payee?: "creditor" | "collector"; occurredOn?: string } = {},
) => tellFact(world, person, { caseId, type: "payment", payee: "creditor", amount, ...more });
const answers = (
  person: Person,
  caseId: string,
  report: { id: string; kind: ReportKind },
  answer: "confirmed" | "contested",
) => answerReport(world.ctx(person.actor), { caseId, reportId: report.id, kind: report.kind, answer });
let made = 0;
const settles = (
  person: Person,
  caseId: string,
  kind: "remittance" | "fee",
  amount: string,
  more: { paidOn?: string; reportId?: string } = {},
) => {
  made += 1;
  const reportId = `01a20756-1c28-7424-9db0-${String(made).padStart(12, "0")}`;
  return reportSettlement(world.ctx(person.actor), {
    caseId,
    kind,
    amount,
    reportId,
    paidOn: daysAgo(world, 1),
    ...more,
  });
};

test("a payment to the creditor is booked with its report, its place and the fee that comes due with it", async () => {
  const { caseId, creditor } = await anEngagedCase(world, lawyer);
  value(await pays(creditor, caseId, "1,000.00"));
  const { figures, fee, reports, order } = await money(lawyer, caseId);
  expect(figures).toMatchObject({
    debtor: -100_000,
    creditor_bank: 100_000,
    client_money: 0,
    payment_reported: 100_000,
  });
  expect(fee).toMatchObject({ recovered: 100_000, agreed: 15_000, owed: 15_000, cappedBy: null });
  expect([figures.fee_owed, figures.fee_terms]).toEqual([15_000, -15_000]);
  expect([order, figures.paid_unassigned, figures.debt]).toEqual([null, 100_000, -100_000]);
  expect(reports).toMatchObject([
    { kind: "payment", state: "reported", by: "creditor", amount: 100_000, mayAnswer: true },
  ]);
  expect((await money(creditor, caseId)).reports[0].mayAnswer).toBe(false);
});

test("a payment on a case that came out of a lot brings due the fee of its own band under the lot's mandate", async () => {
  const collector = await aLawyer(world);
  const rows = [aRow(1, { amount: "2000.00" }), aRow(2, { amount: "8000.00" })];
  const { lots, creditor } = await openLots(world, { rows });
  const [lot] = lots;
  const { caseId: lotId, spread } = lot;
  const rates = spread.cells.map(({ amount, age }) => {
    const successBps = amount < 2 ? 2_000 : 1_000;
    return { amount, age, successBps, fixedFee: 0 };
  });
  const terms = termsFrom(rates, spread, flatTerms(lot, 0));
  const { bidId } = value(await placeLotBid(world.ctx(collector.actor), { caseId: lotId, terms }));
  await closeTheRound(world, lotId);
  value(await awardLot(world.ctx(creditor.actor), { caseId: lotId, bidId }));
  for (const person of [collector, creditor]) value(await signLotAs(world, person, lotId));
  await postAll(world);
  const made = await world.db.select().from(cases).where(eq(cases.creditorOrgId, creditor.orgId));
  const owed = async (principal: number) => {
    const { caseId = "" } = made.find(({ answers }) => answers.claim.principal === principal) ?? {};
    value(await pays(creditor, caseId, "100.00"));
    return (await money(collector, caseId)).fee?.owed;
  };
  expect([spread.cells.length, await owed(200_000), await owed(800_000)]).toEqual([2, 2_000, 1_000]);
});

test("every figure opens to transfers that add up to it", async () => {
  const { caseId, creditor } = await anEngagedCase(world, lawyer);
  value(await pays(creditor, caseId, "1,000.00"));
  value(await pays(lawyer, caseId, "250.50", { payee: "collector" }));
  const { figures } = await money(lawyer, caseId);
  for (const account of [
    "debtor",
    "client_money",
    "creditor_bank",
    "paid_unassigned",
    "fee_terms",
    "fee_owed",
  ] as const) {
    const { opened } = await money(lawyer, caseId, account);
    expect(
      opened?.transfers.reduce((sum, { amount }) => sum + amount, 0),
      account,
    ).toBe(figures[account]);
    expect(opened?.transfers.length, account).toBeGreaterThan(0);
  }
  expect((await money(lawyer, caseId, "no_such_account")).opened).toBeNull();
});

test("client money is passed on, never more than is held, and once however often the form is sent", async () => {
  const { caseId, creditor } = await anEngagedCase(world, lawyer);
  value(await pays(lawyer, caseId, "500.00", { payee: "collector" }));
  expect(await settles(lawyer, caseId, "remittance", "500.01")).toMatchObject({
    error: { kind: "more-than-there-is" },
  });
  expect(await settles(creditor, caseId, "remittance", "5")).toMatchObject({
    error: { kind: "not-yours-to-report" },
  });
  expect(await settles(lawyer, caseId, "remittance", "five")).toMatchObject({ error: { kind: "amount" } });
  expect(await settles(lawyer, caseId, "remittance", "5", { paidOn: "2099-01-01" })).toMatchObject({
    error: { kind: "in-the-future" },
  });
  const reportId = "01a20756-1c28-7424-9db0-2c04ebe1adf4";
  for (const _ of [1, 2]) value(await settles(lawyer, caseId, "remittance", "400.00", { reportId }));
  expect(await settles(lawyer, caseId, "remittance", "1.00", { reportId })).toMatchObject({
    error: { kind: "reported-otherwise" },
  });
  const { figures, reports } = await money(creditor, caseId);
  expect(figures).toMatchObject({ client_money: 10_000, creditor_bank: 40_000, remittance_reported: 40_000 });
  value(await answers(creditor, caseId, { id: reportId, kind: "remittance" }, "confirmed"));
  expect((await money(creditor, caseId)).figures).toMatchObject({
    remittance_reported: 0,
    remittance_confirmed: 40_000,
  });
  expect(reports).toHaveLength(2);
});

test("a fee that the collector says did not come in is owed again, and the money is back where it was", async () => {
  const { caseId, creditor } = await anEngagedCase(world, lawyer);
  value(await pays(creditor, caseId, "1,000.00"));
  expect(await settles(creditor, caseId, "fee", "150.01")).toMatchObject({
    error: { kind: "more-than-there-is" },
  });
  value(await settles(creditor, caseId, "fee", "150.00"));
  const paid = (await money(lawyer, caseId)).reports.find(({ kind }) => kind === "fee");
  if (!paid) throw new Error("no report");
  expect((await money(lawyer, caseId)).figures).toMatchObject({
    fee_owed: 0,
    fee_reported: 15_000,
    collector_bank: 15_000,
  });
  value(await answers(lawyer, caseId, paid, "contested"));
  expect((await money(lawyer, caseId)).figures).toMatchObject({
    fee_owed: 15_000,
    fee_reported: 0,
    collector_bank: 0,
    creditor_bank: 100_000,
  });
  value(await settles(creditor, caseId, "fee", "150.00"));
  const again = (await money(lawyer, caseId)).reports.find(
    ({ kind, state }) => kind === "fee" && state === "reported",
  );
  if (!again) throw new Error("no report");
  value(await answers(lawyer, caseId, again, "confirmed"));
  expect((await money(creditor, caseId)).figures).toMatchObject({
    fee_owed: 0,
    fee_settled: 15_000,
    collector_bank: 15_000,
  });
});

test("money that the creditor says never came is held by the collector again, from the day on that it was said to have gone", async () => {
  const { caseId, creditor } = await anEngagedCase(world, lawyer);
  value(await pays(lawyer, caseId, "500.00", { payee: "collector" }));
  // Two days ago is before the payment's day wherever the debtor lives.
  value(await settles(lawyer, caseId, "remittance", "400.00", { paidOn: daysAgo(world, 2) }));
  const passed = (await money(creditor, caseId)).reports.find(({ kind }) => kind === "remittance");
  if (!passed) throw new Error("no report");
  value(await answers(creditor, caseId, passed, "contested"));
  const { figures, reports, mostToReport } = await money(lawyer, caseId);
  expect(figures).toMatchObject({
    ...{ client_money: 50_000, creditor_bank: 0, remittance_reported: 0, remittance_contested: 40_000 },
  });
  expect(reports.find(({ id }) => id === passed.id)?.state).toBe("contested");
  expect(mostToReport.remittance).toBe(50_000);
  // The debtor's payment counts from today: on the day of the report nothing went that was not there.
  const clientMoney = { kind: "client_money" as const, bookId: caseId };
  expect(await balanceAsOf(world.db, clientMoney, "USD", passed.on)).toBe(0n);
  // It may have been on its way: then it is reported again.
  value(await settles(lawyer, caseId, "remittance", "500.00"));
  expect((await money(creditor, caseId)).figures).toMatchObject({ client_money: 0, creditor_bank: 50_000 });
});

test("only the other side answers, once; a contested payment goes on lessening the claim", async () => {
  const { caseId, creditor } = await anEngagedCase(world, lawyer);
  value(await pays(creditor, caseId, "1,000.00"));
  const [report] = (await money(lawyer, caseId)).reports;
  expect(await answers(creditor, caseId, report, "confirmed")).toMatchObject({
    error: { kind: "own-report" },
  });
  const unknown = { id: "01a20756-1c28-7424-9db0-2c04ebe1adf4", kind: "payment" as const };
  expect(await answers(lawyer, caseId, unknown, "confirmed")).toMatchObject({
    error: { kind: "report-not-found" },
  });
  const atOnce = await Promise.all([1, 2, 3].map(() => answers(lawyer, caseId, report, "contested")));
  for (const answer of atOnce) value(answer);
  expect(await answers(lawyer, caseId, report, "confirmed")).toMatchObject({
    error: { kind: "already-answered" },
  });
  const { figures, reports } = await money(creditor, caseId);
  expect(figures).toMatchObject({ payment_reported: 0, payment_contested: 100_000, debt: -100_000 });
  expect(reports[0].state).toBe("contested");
});

test("money is not there for a stranger, nor are its forms", async () => {
  const { caseId, creditor } = await anEngagedCase(world, lawyer);
  value(await pays(creditor, caseId, "1.00"));
  const before = await transfersAbout(world.db, caseId);
  for (const stranger of [await aCreditor(world), await aLawyer(world)]) {
    expect(await readMoney(world.ctx(stranger.actor), caseId, null)).toBeNull();
    expect(await settles(stranger, caseId, "remittance", "1")).toMatchObject({
      error: { kind: "case-not-found" },
    });
    const [report] = (await money(creditor, caseId)).reports;
    expect(await answers(stranger, caseId, report, "confirmed")).toMatchObject({
      error: { kind: "case-not-found" },
    });
  }
  expect(await transfersAbout(world.db, caseId)).toEqual(before);
});

test("before a collector is engaged only the creditor's account may be paid", async () => {
  const { caseId, creditor } = await anOpenRound(world);
  expect(await pays(creditor, caseId, "5", { payee: "collector" })).toMatchObject({
    error: { kind: "payee-not-permitted" },
  });
  value(await pays(creditor, caseId, "5"));
  expect((await money(creditor, caseId)).figures).toMatchObject({
    debtor: -500,
    creditor_bank: 500,
    fee_terms: 0,
  });
});

test("in China a payment pays the interest of its day before the principal", async () => {
  const { caseId, creditor, chinese } = await aChineseLoan(world);
  value(await pays(creditor, caseId, "70,000.00", { occurredOn: "2025-12-31" }));
  const { figures, order, fee } = await money(chinese, caseId);
  expect(order?.rule).toBe("CN-MONEY-14");
  expect(figures.paid_interest).toBeGreaterThan(7_000_00);
  expect(figures.paid_interest + figures.paid_principal).toBe(70_000_00);
  // It came in before the mandate, so no share of it is owed.
  expect([fee?.recovered, figures.fee_owed]).toEqual([0, 0]);
}, 60_000);

test("a payment that is learned of late sets those after it off anew, and nothing already booked is changed", async () => {
  const { caseId, creditor, chinese } = await aChineseLoan(world);
  value(await pays(creditor, caseId, "70,000.00", { occurredOn: "2025-12-31" }));
  const before = await transfersAbout(world.db, caseId);
  const alone = (await money(chinese, caseId)).figures;
  value(await pays(creditor, caseId, "30,000.00", { occurredOn: "2025-06-30" }));
  const after = await transfersAbout(world.db, caseId);
  expect(after).toEqual(expect.arrayContaining(before));
  expect(after.some(({ cause }) => cause.startsWith("reversal:set-off:"))).toBe(true);
  const { figures } = await money(chinese, caseId);
  // The earlier payment lessened the principal, so less interest had run by the later one.
  expect(figures.paid_interest).toBeLessThan(alone.paid_interest + 30_000_00);
  expect(figures.paid_costs + figures.paid_interest + figures.paid_principal + figures.paid_over).toBe(
    100_000_00,
  );
  expect(figures.debt).toBe(-100_000_00);
}, 60_000);
