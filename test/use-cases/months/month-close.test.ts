import { eq, sql } from "drizzle-orm";
import { afterAll, beforeEach, expect, test } from "vitest";
import { system } from "#app/domain/accounts/actor.ts";
import { lastDayOf, monthAfter } from "#app/domain/papers/month.ts";
import { err, ok } from "#app/domain/result.ts";
import { reportSettlement } from "#app/use-cases/ledger/report-settlement.server.ts";
import { decideClose } from "#app/use-cases/months/decide-close.server.ts";
import { proposeClose } from "#app/use-cases/months/propose-close.server.ts";
import { readMonths } from "#app/use-cases/months/read-months.server.ts";
import { remindMonths } from "#app/use-cases/months/remind-months.server.ts";
import { balanceOf, postCause } from "#db/queries/ledger.ts";
import { checkLedger } from "#db/queries/ledger-check.ts";
import { balanceAsOf } from "#db/queries/ledger-statement.ts";
import { notifications } from "#db/schema/accounts.ts";
import { ledgerTransfers } from "#db/schema/ledger.ts";
import { monthCloses } from "#db/schema/months.ts";
import { transact } from "#db/transact.ts";
import { tellFact } from "#test/support/ladder.ts";
import { aCause, account, leg } from "#test/support/ledger.ts";
import { anEngagedCase } from "#test/support/market.ts";
import { closesAll, closesMonth, twoAdmins } from "#test/support/months.ts";
import { refusedBy } from "#test/support/refused-by.ts";
import { aLawyer, aWorld, type Person, turnTo, value, type World } from "#test/support/world.ts";

let world: World;
beforeEach(async () => {
  await world?.close();
  world = await aWorld();
  await turnTo(world, "2026-11-10T09:00:00Z");
});
afterAll(() => world.close());

const debtor = account("debtor");
const bank = account("creditor_bank", 2);
const booked = async (key: string, on: string, amount = 100) =>
  postCause(world.db, aCause(key, { effectiveOn: on, at: new Date(`${on}T12:00:00Z`), now: world.now }), [
    leg(debtor, bank, amount),
  ]);
const transferOf = async (cause: string) => {
  const [row] = await world.db.select().from(ledgerTransfers).where(eq(ledgerTransfers.cause, cause));
  return row;
};
const ctxOf = (person: Person) => world.ctx(person.actor);

test("a closed month has its totals with a hash that goes on from the month before, and the check recounts them", async () => {
  value(await booked("september", "2026-09-20", 300));
  value(await booked("october", "2026-10-31", 50));
  value(await booked("november", "2026-11-01", 7));
  expect(await closesAll(world)).toEqual(["2026-09-01", "2026-10-01"]);
  const rows = await world.db.select().from(monthCloses).orderBy(monthCloses.month);
  expect(rows.map(({ transfers, totals }) => [transfers, totals])).toEqual([
    [1, totals(300)],
    [1, totals(350)],
  ]);
  expect(rows[0].previousHash).toBe("0".repeat(64));
  expect(rows[1].previousHash).toBe(rows[0].hash);
  expect((await checkLedger(world.db)).breaks).toEqual([]);
});

const totals = (sum: number) => [
  { kind: "creditor_bank", currency: "EUR", balance: String(sum) },
  { kind: "debtor", currency: "EUR", balance: String(-sum) },
];

test("what is learned of after the close counts from the first open day and keeps its own day beside it", async () => {
  value(await booked("known", "2026-10-05"));
  await closesMonth(world);
  const before = await balanceAsOf(world.db, bank, "EUR", "2026-10-31");
  value(await booked("late", "2026-10-20", 40));
  expect(await transferOf("late")).toMatchObject({
    effectiveOn: "2026-11-01",
    at: new Date("2026-10-20T12:00:00Z"),
  });
  expect(await balanceAsOf(world.db, bank, "EUR", "2026-10-31")).toBe(before);
  expect(await balanceOf(world.db, bank, "EUR")).toBe(140n);
  value(await booked("late", "2026-10-20", 40));
  expect((await checkLedger(world.db)).breaks).toEqual([]);
});

test("a report of a day in a closed month is taken, and booked in the open one", async () => {
  const lawyer = await aLawyer(world);
  const { caseId } = await anEngagedCase(world, lawyer);
  await turnTo(world, "2026-12-10T09:00:00Z");
  value(
    await tellFact(world, lawyer, {
      ...{ caseId, type: "payment", payee: "collector", amount: "1,000.00", occurredOn: "2026-11-20" },
    }),
  );
  expect(await closesAll(world)).toEqual(["2026-11-01"]);
  const reportId = "01a20756-1c28-7424-9db0-000000000001";
  const report = { caseId, kind: "remittance", reportId, amount: "400.00", paidOn: "2026-11-25" } as const;
  value(await reportSettlement(ctxOf(lawyer), report));
  const row = await transferOf(`remittance:${reportId}`);
  expect(row.effectiveOn).toBe("2026-12-01");
  expect(row.at.toISOString().slice(0, 10)).toBe("2026-11-25");
  expect((await checkLedger(world.db)).breaks).toEqual([]);
});

test("no transfer gets into a closed month, by the product's role or by the database's owner", async () => {
  value(await booked("known", "2026-10-05"));
  await closesMonth(world);
  // Whoever passes the use-case by and calls the one door posts on the first open day; whoever passes the door by is refused.
  await world.db.execute(sql`select post_cause('forged', ${debtor.bookId}::uuid, now(), '2026-10-31', ${world.now.toISOString()}::timestamptz,
    array[${debtor.bookId}]::uuid[], array['debtor'], array[${bank.bookId}]::uuid[], array['creditor_bank'], array['EUR'], array[1]::bigint[])`);
  expect((await transferOf("forged")).effectiveOn).toBe("2026-11-01");
  const written = (day: string) => sql`insert into ledger_transfers
    select case_id, 'written ' || ${day}, leg, from_book, from_kind, to_book, to_kind, currency, amount, at, ${day}::date, recorded_at,
      from_seq, from_balance, from_booked_on, to_seq, to_balance, to_booked_on from ledger_transfers where cause = 'forged'`;
  expect(await refusedBy(world.db.execute(written("2026-11-01")))).toBe("42501");
  expect(await refusedBy(world.owner.execute(written("2026-10-31")))).toBe("RG016");
  expect(await refusedBy(world.owner.execute(written("2026-11-01")))).toBe("nothing");
  for (const attack of [
    sql`update month_closes set closed_at = null, closed_by = null`,
    sql`update month_closes set ends_on = '2026-09-30'`,
    sql`delete from month_closes`,
    sql`truncate month_closes`,
    sql`insert into month_closes (month, ends_on, proposed_by, proposed_at, closed_by, closed_at, transfers, totals, previous_hash, hash)
      values ('2026-12-01', '2026-12-31', gen_random_uuid(), now(), gen_random_uuid(), now(), 0, '[]', '', '')`,
  ])
    await expect(world.db.execute(attack)).rejects.toThrow();
});

test("a close needs two admins in person, also where the use-case is passed by", async () => {
  value(await booked("known", "2026-10-05"));
  const [one, other] = await twoAdmins(world);
  const month = "2026-10-01";
  value(await proposeClose(ctxOf(one), { month }));
  expect(await decideClose(ctxOf(one), { month, verdict: "close" })).toEqual(err({ kind: "own-proposal" }));
  const sneaked = (by: Person, closer: string) =>
    transact<null, never>(ctxOf(by), async (tx) => {
      await tx.execute(
        sql`update month_closes set closed_by = ${closer}, closed_at = now() where month = ${month}`,
      );
      return ok(null);
    });
  await expect(sneaked(one, one.userId)).rejects.toThrow();
  await expect(sneaked(one, other.userId)).rejects.toThrow();
  const lawyer = await aLawyer(world);
  expect(await decideClose(ctxOf(lawyer), { month, verdict: "close" })).toEqual(err({ kind: "not-there" }));
  value(await decideClose(ctxOf(other), { month, verdict: "refuse" }));
  expect(await readMonths(ctxOf(one))).toMatchObject({ due: month, proposed: null, closed: [] });
  expect(await readMonths(ctxOf(lawyer))).toBeNull();
});

test("a month is closed once, in its turn, and not before it is over", async () => {
  value(await booked("known", "2026-09-05"));
  const [one, other] = await twoAdmins(world);
  for (const month of ["2026-10-01", "2026-11-01", "2026-08-01"])
    expect(await proposeClose(ctxOf(one), { month })).toEqual(err({ kind: "not-due" }));
  const month = "2026-09-01";
  const proposals = await Promise.all([one, other].map((each) => proposeClose(ctxOf(each), { month })));
  expect(proposals.filter((each) => each.ok).length).toBe(1);
  const closers = [one, other, one, other].map((each) =>
    decideClose(ctxOf(each), { month, verdict: "close" }),
  );
  expect((await Promise.all(closers)).filter((each) => each.ok).length).toBe(1);
  expect((await proposeClose(ctxOf(one), { month })).ok).toBe(false);
  await expect(
    transact<null, never>(ctxOf(one), async (tx) => {
      await tx.execute(sql`insert into month_closes (month, ends_on, proposed_by, proposed_at)
        values ('2026-11-01', '2026-11-30', ${one.userId}, now())`);
      return ok(null);
    }),
  ).rejects.toThrow();
});

test("a close waits for the postings under way and counts them; those that come meanwhile land in the open month", async () => {
  value(await booked("known", "2026-10-05"));
  const [one, other] = await twoAdmins(world);
  const month = "2026-10-01";
  value(await proposeClose(ctxOf(one), { month }));
  let release = () => {};
  const held = new Promise<void>((resolve) => {
    release = resolve;
  });
  let entered = () => {};
  const underWay = new Promise<void>((resolve) => {
    entered = resolve;
  });
  const posting = world.db.transaction(async (tx) => {
    await postCause(tx, aCause("under-way", { effectiveOn: "2026-10-31", now: world.now }), [
      leg(debtor, bank, 9),
    ]);
    entered();
    await held;
  });
  await underWay;
  const closing = decideClose(ctxOf(other), { month, verdict: "close" });
  await waiting("advisory", 1);
  const late = booked("meanwhile", "2026-10-30", 5);
  await waiting("advisory", 2);
  release();
  await posting;
  value(await closing);
  value(await late);
  expect((await transferOf("under-way")).effectiveOn).toBe("2026-10-31");
  expect((await transferOf("meanwhile")).effectiveOn).toBe(monthAfter(month));
  const [row] = await world.db.select().from(monthCloses);
  expect([row.endsOn, row.transfers, row.totals]).toEqual([lastDayOf(month), 2, totals(109)]);
  expect((await checkLedger(world.db)).breaks).toEqual([]);
});

/** Until so many sessions wait for a lock of this kind. */
async function waiting(kind: string, count: number): Promise<void> {
  for (;;) {
    const [row] = await world.owner.execute<{ n: string }>(
      sql`select count(*) as n from pg_locks where locktype = ${kind} and not granted
        and database = (select oid from pg_database where datname = current_database())`,
    );
    if (Number(row.n) >= count) return;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

test("the check names a month whose transfers or hash are not what it was closed with", async () => {
  value(await booked("known", "2026-10-05"));
  await closesMonth(world);
  await world.owner.execute(sql`set session_replication_role = replica;
    update ledger_transfers set effective_on = '2026-11-02' where cause = 'known';
    set session_replication_role = origin`);
  const { breaks } = await checkLedger(world.db);
  expect(breaks).toContainEqual({
    subject: "2026-10 creditor_bank/EUR",
    what: "was closed with 100, and its transfers give 0",
  });
  await world.owner.execute(sql`set session_replication_role = replica;
    update ledger_transfers set effective_on = '2026-10-05' where cause = 'known';
    update month_closes set transfers = 2;
    set session_replication_role = origin`);
  expect((await checkLedger(world.db)).breaks).toEqual([
    { subject: "2026-10", what: "does not follow from the month before it" },
  ]);
});

test("admins are reminded of a month that is over and open, again after a week, and not once it is closed", async () => {
  value(await booked("known", "2026-10-05"));
  const [one] = await twoAdmins(world);
  const reminders = async () =>
    (await world.db.select().from(notifications).where(eq(notifications.userId, one.userId))).filter(
      ({ kind }) => kind === "month_to_close",
    ).length;
  const work = () => remindMonths(world.ctx(system));
  await Promise.all([work(), work()]);
  expect(await reminders()).toBe(1);
  await turnTo(world, "2026-11-16T09:00:00Z");
  expect(value(await work())).toBe(0);
  await turnTo(world, "2026-11-17T09:00:00Z");
  expect(value(await work())).toBe(1);
  await closesMonth(world);
  await turnTo(world, "2026-11-25T09:00:00Z");
  expect(value(await work())).toBe(0);
  expect(await reminders()).toBe(2);
});
