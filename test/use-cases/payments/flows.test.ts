import { afterAll, beforeAll, expect, test } from "vitest";
import { platformCharge } from "#app/domain/engagements/platform-charge.ts";
import { newId } from "#app/domain/ids.ts";
import { packFor } from "#app/domain/law/packs.ts";
import { readMoney } from "#app/use-cases/ledger/read-money.server.ts";
import { reportSettlement } from "#app/use-cases/ledger/report-settlement.server.ts";
import { paymentIn } from "#app/use-cases/pay-link.server.ts";
import { askRecovery } from "#app/use-cases/payments/ask-recovery.server.ts";
import { askView } from "#app/use-cases/payments/ask-view.server.ts";
import { payOwed } from "#app/use-cases/payments/pay-owed.server.ts";
import { readPayPage } from "#app/use-cases/payments/read-pay-page.server.ts";
import { renewPage } from "#app/use-cases/payments/renew-page.server.ts";
import { balanceOf } from "#db/queries/ledger.ts";
import { checkLedger } from "#db/queries/ledger-check.ts";
import { eventsOf } from "#db/queries/timeline.ts";
import { tellFact } from "#test/support/ladder.ts";
import { anEngagedCase, daysAgo } from "#test/support/market.ts";
import { aPaymentWorld, heldBy } from "#test/support/payments.ts";
import { aCreditor, aLawyer, aWorld, type Person, passTime, value, type World } from "#test/support/world.ts";

const card = "4000000000000077";
let world: World;
let at: Awaited<ReturnType<typeof aPaymentWorld>>;
let lawyer: Person;
let creditor: Person;
let lawyersAccount: string;
let creditorsAccount: string;

beforeAll(async () => {
  world = await aWorld();
  at = await aPaymentWorld(world);
  [lawyer, creditor] = [await aLawyer(world), await aCreditor(world)];
  lawyersAccount = await at.payee(lawyer);
  creditorsAccount = await at.payee(creditor);
  await at.deliverAll(lawyersAccount, creditorsAccount);
}, 60_000);
afterAll(async () => {
  expect((await checkLedger(world.db)).breaks).toEqual([]);
  await at.local.close();
  await world.close();
});

const money = async (person: Person, caseId: string) => {
  const view = await readMoney(world.ctx(person.actor), caseId, null);
  if (!view) throw new Error("not there");
  return view;
};
const asks = (
  person: Person,
  caseId: string,
  given: { amount: string; payee?: "creditor" | "collector"; paymentId?: string },
) =>
  askRecovery(world.ctx(person.actor), {
    ...{ caseId, payee: "collector" as const, paymentId: newId(world.now), ...given },
  });
/** The payer opens the link, pays at the provider, and the provider tells. */
async function paysAt(path: string, number = card): Promise<string> {
  await at.work();
  const key = paymentIn(world.services.secrets, path.replace("/pay/", ""));
  if (!key) throw new Error(`${path} is no link of ours`);
  await at.pay(key.id, number);
  await at.deliverAll(lawyersAccount, creditorsAccount);
  return key.id;
}

test("a debtor pays at the link, straight to the collector's own account, and everybody sees where the money is", async () => {
  const { caseId } = await anEngagedCase(world, lawyer, { creditor });
  const path = value(await asks(lawyer, caseId, { amount: "1,000.00" }));
  const paymentId = await paysAt(path);
  const { figures, fee, asked } = await money(creditor, caseId);
  expect(figures).toMatchObject({
    debtor: -100_000,
    debt: -100_000,
    paid_unassigned: 100_000,
    remit_owed: 100_000,
  });
  expect(figures.connected_balance + figures.provider_fees).toBe(100_000);
  expect(fee).toMatchObject({ recovered: 100_000, owed: 15_000 });
  expect(figures.fee_owed).toBe(15_000);
  expect(asked).toMatchObject([{ id: paymentId, status: "paid", amount: 100_000, back: 0, path }]);
  const log = await eventsOf(world.db, caseId);
  expect(log.at(-1)).toMatchObject({
    type: "payment",
    actorRole: "system",
    payload: { refs: { amount: 100_000, payee: "collector", paymentId } },
  });
  const held = await balanceOf(world.db, { kind: "connected_balance", bookId: lawyer.orgId }, "USD");
  expect(held).toBe(await heldBy(at.local.stripe, lawyersAccount, "USD"));
  expect(await readPayPage(world.ctx(lawyer.actor), path.replace("/pay/", ""))).toMatchObject({
    status: "paid",
  });
});

test("what came in at the provider is passed on by the report as client money is, and never more than there is", async () => {
  const { caseId } = await anEngagedCase(world, lawyer, { creditor });
  await paysAt(value(await asks(lawyer, caseId, { amount: "500.00" })));
  value(await tellFact(world, lawyer, { caseId, type: "payment", payee: "collector", amount: "100.00" }));
  const passesOn = (amount: string, reportId = newId(world.now)) =>
    reportSettlement(world.ctx(lawyer.actor), {
      ...{ caseId, kind: "remittance" as const, reportId, paidOn: daysAgo(world, 1), amount },
    });
  expect((await money(lawyer, caseId)).mostToReport).toMatchObject({ remittance: 60_000, fee: 9_000 });
  expect(await passesOn("600.01")).toMatchObject({ error: { kind: "more-than-there-is" } });
  const reportId = newId(world.now);
  for (const _ of [1, 2]) value(await passesOn("450.00", reportId));
  expect((await money(creditor, caseId)).figures).toMatchObject({
    ...{ client_money: 0, remit_owed: 15_000, remittance_reported: 45_000, creditor_bank: 45_000 },
  });
  expect(await passesOn("150.01")).toMatchObject({ error: { kind: "more-than-there-is" } });
});

test("the creditor's account can be payee of record; then nothing is to be passed on", async () => {
  const { caseId } = await anEngagedCase(world, lawyer, { creditor });
  await paysAt(value(await asks(creditor, caseId, { amount: "80.00", payee: "creditor" })));
  const { figures } = await money(lawyer, caseId);
  expect(figures).toMatchObject({ debtor: -8_000, remit_owed: 0, fee_owed: 1_200 });
  const held = await balanceOf(world.db, { kind: "connected_balance", bookId: creditor.orgId }, "USD");
  expect(held).toBe(await heldBy(at.local.stripe, creditorsAccount, "USD"));
});

test("the creditor pays the fee on the collector's own account and the platform's fixed charge apart from it", async () => {
  const { caseId } = await anEngagedCase(world, lawyer, { creditor });
  const pack = packFor("US-CA");
  const charge = pack && platformCharge("USD", { pack, bidder: "lawyer", at: world.now.toISOString() });
  const chargeAmount = charge?.kind === "fixed" ? charge.amount : 0;
  expect((await money(creditor, caseId)).figures.charge_owed).toBe(chargeAmount);
  await paysAt(value(await asks(lawyer, caseId, { amount: "1,000.00" })));
  const owes = (purpose: "collector_fee" | "platform_charge", person = creditor) =>
    payOwed(world.ctx(person.actor), { caseId, purpose, paymentId: newId(world.now) });
  expect(await owes("collector_fee", lawyer)).toMatchObject({ error: { kind: "case-not-found" } });
  const path = value(await owes("collector_fee"));
  expect(value(await owes("collector_fee"))).toBe(path);
  // More came in while the page stands open: only what it leaves is asked for anew.
  await paysAt(value(await asks(lawyer, caseId, { amount: "200.00" })));
  const rest = value(await owes("collector_fee"));
  expect(rest).not.toBe(path);
  expect(value(await owes("collector_fee"))).toBe(rest);
  for (const each of [path, rest]) await paysAt(each);
  await paysAt(value(await owes("platform_charge")));
  const { figures, owes: left } = await money(creditor, caseId);
  expect(figures).toMatchObject({
    fee_owed: 0,
    fee_settled: 18_000,
    charge_owed: 0,
    charge_settled: chargeAmount,
  });
  expect(left).toEqual([]);
  // The debt is lessened by what the debtor paid alone.
  expect(figures.debt).toBe(-120_000);
  expect(await owes("collector_fee")).toMatchObject({ error: { kind: "nothing-owed" } });
  const platform = await balanceOf(world.db, { kind: "platform_fees", bookId: creditor.orgId }, "USD");
  expect(platform).toBe(await at.platformHolds("USD"));
});

test("nobody is asked for more than is owed, on a case that rests, or by a stranger; the same form asks once", async () => {
  const { caseId } = await anEngagedCase(world, lawyer, { creditor });
  expect(await asks(lawyer, caseId, { amount: "80,000.01" })).toMatchObject({
    error: { kind: "more-than-owed", owed: 80_000_00 },
  });
  expect(await asks(lawyer, caseId, { amount: "five" })).toMatchObject({ error: { kind: "amount" } });
  const paymentId = newId(world.now);
  for (const _ of [1, 2]) value(await asks(lawyer, caseId, { amount: "10.00", paymentId }));
  expect((await money(lawyer, caseId)).asked).toHaveLength(1);
  for (const stranger of [await aCreditor(world), await aLawyer(world)]) {
    expect(await asks(stranger, caseId, { amount: "1.00" })).toMatchObject({
      error: { kind: "case-not-found" },
    });
    expect(await askView(world.ctx(stranger.actor), caseId)).toBeNull();
  }
  value(await tellFact(world, lawyer, { caseId, type: "dispute" }));
  expect(await asks(lawyer, caseId, { amount: "10.00" })).toMatchObject({ error: { kind: "case-rests" } });
  expect(await askView(world.ctx(lawyer.actor), caseId)).toMatchObject({ rests: true });
});

test("a payee without an account at the provider is not offered, and cannot be chosen", async () => {
  const other = await aLawyer(world);
  const { caseId } = await anEngagedCase(world, other, { creditor });
  expect(await askView(world.ctx(other.actor), caseId)).toMatchObject({ payees: [{ payee: "creditor" }] });
  expect(await asks(other, caseId, { amount: "10.00" })).toMatchObject({
    error: { kind: "payee-not-ready" },
  });
});

test("a page that ran out opens anew at the same link, and a link that was changed opens nothing", async () => {
  const { caseId } = await anEngagedCase(world, lawyer, { creditor });
  const path = value(await asks(lawyer, caseId, { amount: "25.00" }));
  const token = path.replace("/pay/", "");
  await at.work();
  await passTime(world, { hours: 25 });
  const first = await readPayPage(world.ctx(lawyer.actor), token);
  await fetch(first?.sessionUrl ?? "");
  await at.deliverAll(lawyersAccount);
  expect(await readPayPage(world.ctx(lawyer.actor), token)).toMatchObject({
    status: "expired",
    sessionUrl: null,
  });
  value(await renewPage(world.ctx(lawyer.actor), token));
  await paysAt(path);
  expect((await money(lawyer, caseId)).figures.debtor).toBe(-2_500);
  const forged = `${token.slice(0, -2)}${token.endsWith("AA") ? "BB" : "AA"}`;
  expect(await readPayPage(world.ctx(lawyer.actor), forged)).toBeNull();
  expect(await renewPage(world.ctx(lawyer.actor), forged)).toMatchObject({ error: { kind: "not-found" } });
});
