import { afterAll, beforeAll, expect, test } from "vitest";
import { newId } from "#app/domain/ids.ts";
import { err } from "#app/domain/result.ts";
import { reportSettlement } from "#app/use-cases/ledger/report-settlement.server.ts";
import { oweView } from "#app/use-cases/payments/ask-view.server.ts";
import { payOwed } from "#app/use-cases/payments/pay-owed.server.ts";
import { checkLedger } from "#db/queries/ledger-check.ts";
import { handOver } from "#test/support/mandates.ts";
import { anEngagedCase, daysAgo } from "#test/support/market.ts";
import { aMoneyDesk, card } from "#test/support/money-desk.ts";
import { pays } from "#test/support/papers.ts";
import { aLawyer, aWorld, type Person, passTime, value, type World } from "#test/support/world.ts";

/** Papers are drawn and signed, and accounts are opened at the provider. */
const SLOW = 120_000;

let world: World;
let desk: Awaited<ReturnType<typeof aMoneyDesk>>;
let successor: Person;
let successorAccount: string;

beforeAll(async () => {
  world = await aWorld();
  desk = await aMoneyDesk(world);
  successor = await aLawyer(world);
  successorAccount = await desk.at.payee(successor);
  await desk.at.deliverAll(successorAccount);
}, SLOW);
afterAll(async () => {
  expect((await checkLedger(world.db)).breaks).toEqual([]);
  await desk.at.local.close();
  await world.close();
});

/** A case on which 1,000 came in under one collector and 2,000 under the next, none of whose fees is paid. */
async function aCaseOfTwo(): Promise<string> {
  const { lawyer, creditor } = desk;
  const { caseId } = await anEngagedCase(world, lawyer, { creditor });
  await passTime(world, { days: 2 });
  await pays(world, creditor, caseId, "1,000.00");
  await passTime(world, { hours: 1 });
  await handOver(world, { caseId, creditor, successor });
  await passTime(world, { days: 1 });
  await pays(world, creditor, caseId, "2,000.00");
  return caseId;
}

const owed = async (caseId: string) =>
  (await oweView(world.ctx(desk.creditor.actor), caseId, "collector_fee"))?.payees.map(
    ({ payeeId, amount }) => [payeeId, amount],
  );
const pay = async (caseId: string, payeeId?: string) => {
  const asked = { caseId, purpose: "collector_fee" as const, paymentId: newId(world.now), payeeId };
  return { ...asked, done: await payOwed(world.ctx(desk.creditor.actor), asked) };
};

test(
  "each of two collectors is paid its own fee on its own account, and neither the other's",
  async () => {
    const caseId = await aCaseOfTwo();
    const [former, following] = [desk.lawyer.orgId, successor.orgId];
    expect(await owed(caseId)).toEqual([
      [former, 15_000],
      [following, 30_000],
    ]);

    const second = await pay(caseId, following);
    value(second.done);
    await desk.at.work();
    expect(await desk.at.paymentOf(second.paymentId)).toMatchObject({ orgId: following, amount: 30_000n });
    await desk.at.pay(second.paymentId, card);
    await desk.at.deliverAll(successorAccount);
    expect(await owed(caseId)).toEqual([[former, 15_000]]);
    expect((await pay(caseId, following)).done).toEqual(err({ kind: "nothing-owed" }));

    const first = await pay(caseId);
    const path = value(first.done);
    expect(value((await pay(caseId, former)).done)).toBe(path);
    await desk.at.work();
    expect(await desk.at.paymentOf(first.paymentId)).toMatchObject({ orgId: former, amount: 15_000n });
    await desk.at.pay(first.paymentId, card);
    await desk.at.deliverAll(desk.account);
    expect(await owed(caseId)).toEqual([]);
    expect(await desk.figures(caseId)).toMatchObject({ fee_owed: 0, fee_settled: 45_000, fee_over: 0 });
    expect(await desk.openOn(caseId)).toEqual([]);
  },
  SLOW,
);

test(
  "a fee reported as paid to the collector in charge leaves what its predecessor is owed, and a stranger is owed nothing",
  async () => {
    const caseId = await aCaseOfTwo();
    const report = { caseId, kind: "fee" as const, reportId: newId(world.now), paidOn: daysAgo(world, 1) };
    value(await reportSettlement(world.ctx(desk.creditor.actor), { ...report, amount: "300.00" }));
    expect(await owed(caseId)).toEqual([[desk.lawyer.orgId, 15_000]]);
    for (const stranger of [desk.creditor.orgId, (await aLawyer(world)).orgId])
      expect((await pay(caseId, stranger)).done).toEqual(err({ kind: "nothing-owed" }));
  },
  SLOW,
);
