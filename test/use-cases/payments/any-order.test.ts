import { eq, sql } from "drizzle-orm";
import fc from "fast-check";
import type Stripe from "stripe";
import { afterAll, beforeAll, expect, test } from "vitest";
import { paymentSums } from "#app/domain/ledger/payments-received.ts";
import { checkLedger } from "#db/queries/ledger-check.ts";
import { eventsOf } from "#db/queries/timeline.ts";
import { moneyExceptions, payments } from "#db/schema/payments.ts";
import { timelineHeads } from "#db/schema/timeline.ts";
import { aChineseLoan } from "#test/support/chinese-case.ts";
import { books, emptyBooks } from "#test/support/ledger.ts";
import { aPaymentWorld, heldBy } from "#test/support/payments.ts";
import { aCreditor, aLawyer, aWorld, type Person, passTime, type World } from "#test/support/world.ts";

const card = "4000000000000077";
const disputedCard = "4000000000000259";

let world: World;
let at: Awaited<ReturnType<typeof aPaymentWorld>>;
let lawyer: Awaited<ReturnType<typeof aLawyer>>;
let creditor: Person;
let accounts: string[];
let caseId: string;
let week: Stripe.Event[];

type Asked = {
  amount: bigint;
  number: string;
  purpose?: "collector_fee" | "platform_charge";
  payee?: Person;
};
const asks = async ({ amount, number, purpose, payee = lawyer }: Asked): Promise<string> => {
  const id = await at.asked({
    ...{ caseId, amount, currency: "CNY", orgId: payee.orgId, purpose: purpose ?? "recovery" },
    ...(purpose === "collector_fee" ? { payerOrgId: creditor.orgId } : {}),
  });
  await at.work();
  await at.pay(id, number);
  return id;
};
/** The provider's intent of a payment that no event has told of yet. */
const intentOf = async (id: string, account: string): Promise<string> => {
  const { sessionId } = await at.paymentOf(id);
  const session = await at.local.stripe.checkout.sessions.retrieve(
    sessionId!,
    {},
    { stripeAccount: account },
  );
  return String(session.payment_intent);
};

/** A week in which everything happens that can: at the provider, while every message to us is held back. */
async function aWeek(): Promise<void> {
  const [own, creditors] = accounts;
  const on = { stripeAccount: own };
  await asks({ amount: 7_000_000n, number: card });
  const refunded = await asks({ amount: 300_000n, number: card });
  await asks({ amount: 150_000n, number: card, payee: creditor });
  for (const amount of [200_000n, 160_000n]) await asks({ amount, number: disputedCard });
  await asks({ amount: 90_000n, number: "4000000000000002" });
  await asks({ amount: 400_000n, number: card, purpose: "collector_fee" });
  await asks({ amount: 60_000n, number: card, purpose: "platform_charge", payee: creditor });
  const [first, second] = (await at.local.stripe.disputes.list({}, on)).data;
  await passTime(world, { days: 3 });
  await at.local.happen("dispute-decided", { account: own, dispute: second.id, won: true });
  await at.local.happen("dispute-decided", { account: own, dispute: first.id, won: false });
  const intent = await intentOf(refunded, own);
  for (const amount of [120_000, 50_000])
    await at.local.stripe.refunds.create({ payment_intent: intent, amount }, on);
  for (const [account, arrived] of [
    [own, true],
    [creditors, false],
  ] as const) {
    const [out] = await at.local.happen<{ id: string }[]>("pay-out", { account });
    await at.local.happen("payout-answered", { account, payout: out.id, arrived });
  }
}

beforeAll(async () => {
  world = await aWorld();
  at = await aPaymentWorld(world);
  lawyer = await aLawyer(world, { territory: "CN", seat: "CN-440300" });
  creditor = await aCreditor(world);
  accounts = [await at.payee(lawyer), await at.payee(creditor)];
  await at.deliverAll(...accounts);
  ({ caseId } = await aChineseLoan(world, { chinese: lawyer, creditor }));
  const known = new Set((await at.events(...accounts)).map(({ id }) => id));
  await aWeek();
  week = (await at.events(...accounts)).filter(({ id }) => !known.has(id));
}, 120_000);
afterAll(async () => {
  await at.local.close();
  await world.close();
});

/** As it was before the first message of the week: what the database keeps for good is taken out by its owner. */
async function asBefore(head: typeof timelineHeads.$inferSelect): Promise<void> {
  await emptyBooks(world.owner);
  await world.owner.execute(
    sql.raw(`set session_replication_role = replica;
    delete from timeline_events where case_id = '${caseId}' and seq > ${head.seq};
    update timeline_heads set seq = ${head.seq}, hash = '${head.hash}', mac = '${head.mac}' where case_id = '${caseId}';
    delete from money_exceptions; delete from provider_events;
    update payments set status = 'open', intent_id = null, settled_at = null;
    set session_replication_role = origin`),
  );
}

const asText = (value: unknown) =>
  JSON.stringify(value, (_, each) => (typeof each === "bigint" ? String(each) : each));

/** All that must not hang on the order: balances, what the log makes of each payment, how payments stand, what is on the desk. */
async function ending(): Promise<string> {
  const { kept } = await books(world.db);
  const stands = await world.db.select().from(payments);
  const exceptions = await world.db.select().from(moneyExceptions);
  return asText([
    [...kept].filter(([, balance]) => balance !== 0n).sort(),
    [...paymentSums(await eventsOf(world.db, caseId))].sort(),
    stands.map(({ id, status, intentId }) => `${id} ${status} ${intentId}`).sort(),
    exceptions
      .filter(({ closedAt }) => !closedAt)
      .map(({ key, amount }) => `${key} ${amount}`)
      .sort(),
  ]);
}

/** In, out and held by the provider's own account of it, to be met by the books. */
async function provided() {
  let [came, back, fees] = [0n, 0n, 0n];
  for (const account of [undefined, ...accounts]) {
    const on = account ? { stripeAccount: account } : {};
    for await (const { type, reporting_category, amount, fee } of at.local.stripe.balanceTransactions.list(
      { limit: 100 },
      on,
    )) {
      fees += BigInt(fee);
      if (type === "charge") came += BigInt(amount);
      else if (type === "refund" || reporting_category.startsWith("dispute")) back -= BigInt(amount);
    }
  }
  return { came, back, fees };
}

async function mustBalance(): Promise<void> {
  expect((await checkLedger(world.db)).breaks).toEqual([]);
  const { kept, replayed } = await books(world.db);
  expect(asText([...kept].sort())).toBe(asText([...replayed].sort()));
  const sum = (...kinds: string[]) =>
    [...kept].reduce(
      (all, [name, balance]) => (kinds.includes(name.split("/")[1]) ? all + balance : all),
      0n,
    );
  const { came, back, fees } = await provided();
  const held = sum("connected_balance", "platform_fees", "dispute_held");
  // What came in, less what went back, is with the payees' banks, held, or the provider's fee. Payers are the debtor and the creditor.
  expect(-sum("debtor", "creditor_bank", "collector_bank", "platform_bank")).toBe(held + fees);
  expect(sum("provider_fees")).toBe(fees);
  expect(-sum("debtor")).toBe(came - back - 460_000n);
  for (const [index, person] of [lawyer, creditor].entries())
    expect(kept.get(`${person.orgId}/connected_balance/CNY`) ?? 0n).toBe(
      await heldBy(at.local.stripe, accounts[index], "CNY"),
    );
}

test("whatever order, repetition and delay a week's events come in, debt, fee, desk and books end the same, and in is out and held", async () => {
  const [head] = await world.owner.select().from(timelineHeads).where(eq(timelineHeads.caseId, caseId));
  expect(week.length).toBeGreaterThan(30);
  const endings = new Set<string>();
  const some = week.length + 20;
  await fc.assert(
    fc.asyncProperty(
      fc.shuffledSubarray([...week, ...week.slice(-20)], { minLength: some, maxLength: some }),
      fc.array(fc.boolean(), { minLength: 8, maxLength: 8 }),
      async (order, pauses) => {
        await asBefore(head);
        for (const [index, event] of order.entries()) {
          await at.deliver(event);
          if (pauses[index % pauses.length] && index % 4 === 0) await at.work();
          if (pauses[index % pauses.length] && index % 16 === 0) await passTime(world, { hours: 1 });
        }
        for (const _ of [1, 2]) {
          await at.work();
          await passTime(world, { hours: 2 });
        }
        await at.work();
        await mustBalance();
        endings.add(await ending());
        expect(endings.size).toBe(1);
      },
    ),
    { numRuns: 5 },
  );
}, 240_000);
