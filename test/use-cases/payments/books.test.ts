import { sql } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { system } from "#app/domain/accounts/actor.ts";
import { newId } from "#app/domain/ids.ts";
import type { Provider } from "#app/gateways/stripe.server.ts";
import { compareNow, keepBooks } from "#app/use-cases/books/keep-books.server.ts";
import { keepRemittances } from "#app/use-cases/books/keep-remittances.server.ts";
import { readBooks } from "#app/use-cases/books/read-books.server.ts";
import { compareAccount } from "#app/use-cases/compare-account.server.ts";
import { readDesk } from "#app/use-cases/exceptions/read-desk.server.ts";
import { reportSettlement } from "#app/use-cases/ledger/report-settlement.server.ts";
import { balanceOf, postCause, reverseCause } from "#db/queries/ledger.ts";
import { checkLedger } from "#db/queries/ledger-check.ts";
import { anEngagedCase, daysAgo } from "#test/support/market.ts";
import { aPaymentWorld } from "#test/support/payments.ts";
import {
  aCreditor,
  aLawyer,
  aWorld,
  mailTo,
  type Person,
  passTime,
  theAdmin,
  value,
  type World,
} from "#test/support/world.ts";

const card = "4000000000000077";
let world: World;
let at: Awaited<ReturnType<typeof aPaymentWorld>>;
let lawyer: Person;
let creditor: Person;
let account: string;
let caseId: string;

beforeAll(async () => {
  world = await aWorld();
  at = await aPaymentWorld(world);
  [lawyer, creditor] = [await aLawyer(world), await aCreditor(world)];
  account = await at.payee(lawyer);
  await at.deliverAll(account);
  ({ caseId } = await anEngagedCase(world, lawyer, { creditor }));
  await theAdmin(world);
}, 60_000);
afterAll(async () => {
  await at.local.close();
  await world.close();
});

const anAmount = (amount: bigint) => ({ caseId, orgId: lawyer.orgId, amount });
const aPayment = async (amount: bigint) => {
  const id = await at.asked(anAmount(amount));
  await at.work();
  await at.pay(id, card);
  return id;
};
const compare = async () => value(await compareNow(world.ctx((await theAdmin(world)).actor)));
const ofLawyer = async () => {
  const accounts = (await readBooks(world.ctx((await theAdmin(world)).actor))) ?? [];
  const own = accounts.find(({ accountId }) => accountId === account);
  if (!own) throw new Error("not compared");
  return own;
};
const kindsOnDesk = async () =>
  (await readDesk(world.ctx((await theAdmin(world)).actor)))?.exceptions.map(({ kind }) => kind) ?? [];

test("a payment whose events were all lost is found by comparing, booked, and then the books agree", async () => {
  await aPayment(12_345n);
  await compare();
  const { agrees, findings, sums } = await ofLawyer();
  expect({ agrees, findings }).toEqual({ agrees: true, findings: [] });
  expect(sums).toMatchObject([{ currency: "USD", unexplained: "0", outside: "0" }]);
  expect(await balanceOf(world.db, { kind: "debtor", bookId: caseId }, "USD")).toBe(-12_345n);
  expect(await balanceOf(world.db, { kind: "debt", bookId: caseId }, "USD")).toBe(-12_345n);
});

test("business of the payee's own explains the difference, and nobody is alarmed", async () => {
  const own = await at.local.stripe.paymentIntents.create(
    {
      amount: 7_000,
      currency: "usd",
      payment_method: "pm_card_bypassPending",
      confirm: true,
      return_url: "http://127.0.0.1/",
      // The payee's own names for its own business, as ours are.
      metadata: { case_id: "A-17", payment_id: "1" },
    },
    { stripeAccount: account },
  );
  expect(own.status).toBe("succeeded");
  await compare();
  const { agrees, findings, sums } = await ofLawyer();
  expect(agrees).toBe(true);
  expect(findings).toMatchObject([{ kind: "outside" }]);
  expect(sums[0].unexplained).toBe("0");
  expect(await kindsOnDesk()).toEqual([]);
  const told = (await at.events(account)).filter(({ type }) => type === "payment_intent.succeeded").at(-1)!;
  await at.deliver(told);
  await at.work();
  expect(await at.eventRow(told.id)).toMatchObject({ state: "ignored", attempts: 0 });
});

test("one cent in the books that is at no provider is found, explained, put on the desk and told to the admins once", async () => {
  const [connected, bank] = [
    { kind: "connected_balance" as const, bookId: lawyer.orgId },
    { kind: "collector_bank" as const, bookId: lawyer.orgId },
  ];
  const rest = { caseId: lawyer.orgId, at: world.now, effectiveOn: daysAgo(world, 1), now: world.now };
  const leg = { from: bank, to: connected, currency: "USD", amount: 1n };
  value(await postCause(world.db, { ...rest, key: "planted" }, [leg]));
  await compare();
  await compare();
  const { agrees, findings, sums } = await ofLawyer();
  expect(agrees).toBe(false);
  expect(findings.filter(({ kind }) => kind !== "outside")).toEqual([
    { kind: "without-movement", id: "planted", currency: "USD", provider: "0", books: "1" },
  ]);
  expect(sums[0].unexplained).toBe("-1");
  expect(await kindsOnDesk()).toEqual(["discrepancy"]);
  const admin = await theAdmin(world);
  const mails = await world.owner.execute(sql`select count(*)::int as n from mails
    where subject = 'The provider and the books differ' and to_address = (select email from users where id = ${admin.userId})`);
  expect(mails[0]).toEqual({ n: 1 });
  value(await reverseCause(world.db, { ...rest, reversed: "planted" }));
  await compare();
  expect((await ofLawyer()).sums[0].unexplained).toBe("0");
  expect(await kindsOnDesk()).toEqual([]);
});

test("one cent that was changed in a booked movement is found by its own name, and the ledger's check finds it too", async () => {
  const change = (by: string) => sql`set session_replication_role = replica;
    update ledger_transfers set amount = amount ${sql.raw(by)} 1 where cause like 'stripe:txn_%' and to_kind = 'connected_balance'
      and case_id = '${sql.raw(caseId)}';
    set session_replication_role = origin`;
  await world.owner.execute(change("+"));
  await compare();
  const { findings } = await ofLawyer();
  const differs = findings.filter(({ kind }) => kind === "differs");
  expect(differs).toHaveLength(1);
  expect(BigInt(differs[0].books) - BigInt(differs[0].provider)).toBe(1n);
  const subjects = (await checkLedger(world.db)).breaks.map(({ subject }) => subject);
  expect(subjects).toEqual(expect.arrayContaining([account, `stripe:${differs[0].id}`]));
  await world.owner.execute(change("-"));
  await compare();
  expect((await checkLedger(world.db)).breaks).toEqual([]);
});

test("every night each account is compared once, and only by the worker or an admin", async () => {
  const keep = (person?: Person) => keepBooks(world.ctx(person?.actor ?? system));
  await compare();
  expect(value(await keep())).toBe(0);
  await passTime(world, { days: 1 });
  // The lawyer's account and the platform's own.
  expect(value(await keep())).toBe(2);
  expect(value(await keep())).toBe(0);
  for (const stranger of [lawyer, creditor])
    expect(await keep(stranger)).toMatchObject({ error: { kind: "not-allowed" } });
  expect(await readBooks(world.ctx(lawyer.actor))).toBeNull();
});

test("money that is held for more than ten days raises an alarm once, for both sides, and passing it on ends it", async () => {
  const keep = async () => value(await keepRemittances(world.ctx(system)));
  expect(await keep()).toBe(0);
  await passTime(world, { days: 11 });
  expect(await keep()).toBe(1);
  expect(await keep()).toBe(0);
  expect(await kindsOnDesk()).toContain("unremitted");
  for (const person of [lawyer, creditor])
    expect((await mailTo(world, person.email))?.body).toContain("was not passed on");
  const report = {
    caseId,
    kind: "remittance" as const,
    reportId: newId(world.now),
    paidOn: daysAgo(world, 1),
  };
  value(await reportSettlement(world.ctx(lawyer.actor), { ...report, amount: "123.45" }));
  expect(await keep()).toBe(1);
  expect(await kindsOnDesk()).not.toContain("unremitted");
});

const nightly = () => keepBooks(world.ctx(system));

test("by night it goes on from where the last comparison agreed, and once a week from the first movement on", async () => {
  await passTime(world, { days: 1 });
  value(await nightly());
  expect((await ofLawyer()).findings).toMatchObject([{ kind: "outside" }]);
  await aPayment(4_000n);
  await passTime(world, { days: 1 });
  value(await nightly());
  // The payee's own business is part of what was there before, and not named again.
  expect(await ofLawyer()).toMatchObject({ findings: [], sums: [{ unexplained: "0", outside: "6767" }] });
  expect(await balanceOf(world.db, { kind: "debtor", bookId: caseId }, "USD")).toBe(-16_345n);
  await passTime(world, { days: 7 });
  value(await nightly());
  expect(await ofLawyer()).toMatchObject({
    findings: [{ kind: "outside" }],
    sums: [{ unexplained: "0", outside: "6767" }],
  });
});

test("a cent that is booked on a day long compared is found the next night, by its own name", async () => {
  const [connected, bank] = (["connected_balance", "collector_bank"] as const).map((kind) => ({
    kind,
    bookId: lawyer.orgId,
  }));
  const old = { caseId: lawyer.orgId, at: new Date(0), effectiveOn: daysAgo(world, 30), now: world.now };
  const leg = { from: bank, to: connected, currency: "USD", amount: 1n };
  value(await postCause(world.db, { ...old, key: "planted-long-ago" }, [leg]));
  await passTime(world, { days: 1 });
  value(await nightly());
  const { findings } = await ofLawyer();
  expect(findings).toMatchObject([{ kind: "outside" }, { kind: "without-movement", id: "planted-long-ago" }]);
  expect(await kindsOnDesk()).toContain("discrepancy");
  value(await reverseCause(world.db, { ...old, reversed: "planted-long-ago" }));
  await passTime(world, { days: 1 });
  value(await nightly());
  expect(await kindsOnDesk()).not.toContain("discrepancy");
});

/** The provider with something that happens there just before it answers what an account holds, and after. */
function interrupted(before: () => Promise<unknown>, after: () => Promise<unknown>): Provider {
  const { provider } = world.services;
  if (!provider) throw new Error("no provider");
  const balance = new Proxy(provider.stripe.balance, {
    get: (target, name) =>
      name === "retrieve"
        ? async (...asked: Parameters<typeof target.retrieve>) => {
            await before();
            const held = await target.retrieve(...asked);
            await after();
            return held;
          }
        : Reflect.get(target, name),
  });
  const stripe = new Proxy(provider.stripe, {
    get: (target, name) => (name === "balance" ? balance : Reflect.get(target, name)),
  });
  return { ...provider, stripe };
}

test("money that moves while an account is compared alarms nobody", async () => {
  await passTime(world, { days: 1 });
  const waiting: string[] = [];
  for (const amount of [1_100n, 1_300n, 1_700n, 1_900n]) waiting.push(await at.asked(anAmount(amount)));
  await at.work();
  const payNext = () => at.pay(waiting.shift()!, card);
  const provider = interrupted(payNext, payNext);
  await compareAccount(world.ctx(system), provider, { accountId: account, orgId: lawyer.orgId });
  expect((await ofLawyer()).sums[0].unexplained).toBe("0");
  expect(await kindsOnDesk()).not.toContain("discrepancy");
});
