import fc from "fast-check";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { postCause } from "#db/queries/ledger.ts";
import { checkLedger } from "#db/queries/ledger-check.ts";
import { balanceAsOf, type Entry, statementOf } from "#db/queries/ledger-statement.ts";
import { aCause, account, emptyBooks, leg, postAll, someBook, somePostings } from "#test/support/ledger.ts";
import { aWorld, type World } from "#test/support/world.ts";

let world: World;
beforeAll(async () => {
  world = await aWorld();
});
afterAll(() => world.close());
beforeEach(() => emptyBooks(world.owner));

const [debtor, bank] = [account("debtor"), account("creditor_bank")];
const day = (n: number) => `2026-03-${String(n).padStart(2, "0")}`;

test("as of any day an account held what counts from by then, however late it was learned and wherever the clock stood", async () => {
  const moves = fc.array(
    fc
      .record({
        effective: fc.integer({ min: 1, max: 20 }),
        now: fc.integer({ min: 1, max: 20 }),
        amount: fc.integer({ min: 1, max: 99 }),
        out: fc.boolean(),
      })
      .map((move) => ({ ...move, effective: Math.min(move.effective, move.now) })),
    { minLength: 1, maxLength: 12 },
  );
  await fc.assert(
    fc.asyncProperty(moves, async (all) => {
      await emptyBooks(world.owner);
      for (const [index, { effective, now, amount, out }] of all.entries()) {
        const cause = aCause(`m:${index}`, {
          effectiveOn: day(effective),
          now: new Date(`${day(now)}T12:00:00Z`),
        });
        await postCause(world.db, cause, [out ? leg(bank, debtor, amount) : leg(debtor, bank, amount)]);
      }
      for (const asked of [1, 5, 10, 15, 20]) {
        const held = all
          .filter(({ effective }) => effective <= asked)
          .reduce((sum, { amount, out }) => sum + (out ? -amount : amount), 0);
        expect(await balanceAsOf(world.db, bank, "EUR", day(asked))).toBe(BigInt(held));
        expect(await balanceAsOf(world.db, debtor, "EUR", day(asked))).toBe(BigInt(-held));
      }
    }),
    { numRuns: 25 },
  );
});

test("pages of a statement, joined, are every entry once, the last first, each with its balance", async () => {
  const total = 25;
  for (let n = 1; n <= total; n += 1) {
    const legs = [n % 3 ? leg(debtor, bank, n) : leg(bank, debtor, n)];
    // The clock steps back every seventh time; the booking day must not.
    await postCause(
      world.db,
      aCause(`n:${n}`, { effectiveOn: day(1), now: new Date(`${day(n % 7 ? n : 1)}T12:00:00Z`) }),
      legs,
    );
  }
  const found: Entry[] = [];
  for (let below: Entry | null = null; ; below = found[found.length - 1]) {
    const page = await statementOf(world.db, bank, "EUR", { below, limit: 4 });
    found.push(...page);
    if (page.length < 4) break;
  }
  expect(found.map(({ seq }) => seq)).toEqual(Array.from({ length: total }, (_, index) => total - index));
  let running = 0n;
  for (const { amount, balance, bookedOn, seq } of found.reverse()) {
    running += amount;
    expect([amount, balance]).toEqual([BigInt(seq % 3 ? seq : -seq), running]);
    expect(bookedOn <= (found[seq]?.bookedOn ?? "9999")).toBe(true);
  }
  expect(await statementOf(world.db, bank, "USD", { limit: 4 })).toEqual([]);
});

test("books made by posting hold", async () => {
  await fc.assert(
    fc.asyncProperty(somePostings, async (postings) => {
      await emptyBooks(world.owner);
      await postAll(world.db, postings);
      const { breaks, causes, transfers } = await checkLedger(world.db);
      expect(breaks).toEqual([]);
      expect([causes, transfers]).toEqual([postings.length, postings.flatMap(({ legs }) => legs).length]);
    }),
    { numRuns: 10 },
  );
});

const name = (kind: string) => `${someBook(1)}/${kind}/EUR`;
/** What a superuser with the guards switched off could do, and what the check must name. */
const forgeries: Record<string, { sql: string; subjects: string[] }> = {
  "one cent more on a balance": {
    sql: "update ledger_accounts set balance = balance + 1 where kind = 'creditor_bank'",
    subjects: ["EUR", name("creditor_bank")],
  },
  "one cent more in a transfer": {
    sql: "update ledger_transfers set amount = amount + 1 where cause = 'b'",
    subjects: [name("creditor_bank"), name("debtor")],
  },
  "one cent moved from one account to another": {
    sql: `update ledger_accounts set balance = balance + case kind when 'debtor' then 1 else -1 end`,
    subjects: [name("creditor_bank"), name("debtor")],
  },
  "a transfer taken out": {
    sql: "delete from ledger_transfers where cause = 'b'",
    subjects: ["b", name("creditor_bank"), name("debtor")],
  },
  "the last transfer taken out, and the balances and counts set to fit": {
    sql: `delete from ledger_transfers where cause = 'c';
      update ledger_accounts set entries = 2, balance = case kind when 'debtor' then -30 else 30 end`,
    subjects: ["c"],
  },
  "a cause forgotten, to be applied again": {
    sql: "delete from applied_causes where cause = 'a'",
    subjects: ["a"],
  },
  "an account taken out": {
    sql: "delete from ledger_accounts where kind = 'debtor'",
    subjects: ["EUR", name("debtor")],
  },
  "an entry's balance rewritten": {
    sql: "update ledger_transfers set to_balance = 11 where cause = 'b'",
    subjects: [name("creditor_bank")],
  },
  "a debt set off beyond its parts": {
    sql: `insert into ledger_accounts (book_id, kind, currency, balance, booked_on)
      select '${someBook(1)}', 'paid_costs', 'EUR', 5, '2026-03-02'`,
    subjects: [`${someBook(1)}/EUR`],
  },
};

for (const [forgery, { sql, subjects }] of Object.entries(forgeries)) {
  test(`the check finds ${forgery}, and says where`, async () => {
    await postAll(
      world.db,
      (["a", "b", "c"] as const).map((key, index) => ({
        cause: aCause(key),
        legs: [leg(debtor, bank, 10 * (index + 1))],
      })),
    );
    expect((await checkLedger(world.db)).breaks).toEqual([]);
    await world.owner.execute(
      `set session_replication_role = replica; ${sql}; set session_replication_role = origin`,
    );
    const { breaks } = await checkLedger(world.db);
    for (const subject of subjects)
      expect(
        breaks.map((each) => each.subject),
        subject,
      ).toContain(subject);
  });
}
