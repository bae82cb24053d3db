import fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import { accountKinds } from "#app/domain/ledger/accounts.ts";
import { postCause, reverseCause } from "#db/queries/ledger.ts";
import {
  aCause,
  account,
  books,
  emptyBooks,
  leg,
  moment,
  type Posting,
  postAll,
  somePostings,
} from "#test/support/ledger.ts";
import { aWorld, type World } from "#test/support/world.ts";

let world: World;
beforeAll(async () => {
  world = await aWorld();
});
afterAll(() => world.close());

const runs = { numRuns: 25 };

/** Posts them into empty books and tells what the accounts hold. */
async function balancesAfter(postings: readonly Posting[]) {
  await emptyBooks(world.owner);
  await postAll(world.db, postings);
  return books(world.db);
}

test("the sum of all balances is nought, in each currency", async () => {
  await fc.assert(
    fc.asyncProperty(somePostings, async (postings) => {
      const { accounts } = await balancesAfter(postings);
      for (const currency of ["EUR", "JPY"]) {
        const sum = accounts
          .filter((each) => each.currency === currency)
          .reduce((all, { balance }) => all + balance, 0n);
        expect(sum).toBe(0n);
      }
    }),
    runs,
  );
});

test("the balances kept are those the transfers give when replayed, and each entry carries its own", async () => {
  await fc.assert(
    fc.asyncProperty(somePostings, async (postings) => {
      const { kept, replayed, accounts, transfers } = await balancesAfter(postings);
      expect(kept).toEqual(replayed);
      for (const { bookId, kind, currency, balance, entries } of accounts) {
        const own = transfers
          .filter((each) => each.currency === currency)
          .flatMap((each) => [
            {
              book: each.fromBook,
              kind: each.fromKind,
              seq: each.fromSeq,
              after: each.fromBalance,
              moved: -each.amount,
            },
            {
              book: each.toBook,
              kind: each.toKind,
              seq: each.toSeq,
              after: each.toBalance,
              moved: each.amount,
            },
          ])
          .filter((each) => each.book === bookId && each.kind === kind)
          .sort((a, b) => Number(a.seq - b.seq));
        expect(own.map(({ seq }) => seq)).toEqual(own.map((_, index) => BigInt(index + 1)));
        let running = 0n;
        for (const { moved, after } of own) {
          running += moved;
          expect(after).toBe(running);
        }
        expect([running, BigInt(own.length)]).toEqual([balance, entries]);
      }
    }),
    runs,
  );
});

test("any order of independent causes ends in the same balances", async () => {
  const shuffled = somePostings.chain((postings) =>
    fc.tuple(fc.constant(postings), fc.shuffledSubarray(postings, { minLength: postings.length })),
  );
  await fc.assert(
    fc.asyncProperty(shuffled, async ([postings, otherwise]) => {
      const { kept } = await balancesAfter(postings);
      expect((await balancesAfter(otherwise)).kept).toEqual(kept);
    }),
    runs,
  );
});

test("a cause applied again, then or later, changes nothing", async () => {
  const repeated = somePostings.chain((postings) =>
    fc.tuple(fc.constant(postings), fc.array(fc.constantFrom(...postings), { maxLength: 10 })),
  );
  await fc.assert(
    fc.asyncProperty(repeated, async ([postings, again]) => {
      const before = await balancesAfter(postings);
      for (const { cause, legs } of again) {
        expect(
          await postCause(world.db, { ...cause, now: new Date(moment.getTime() + 86_400_000) }, legs),
        ).toEqual({
          ok: true,
          value: "known",
        });
      }
      expect(await books(world.db)).toEqual(before);
    }),
    runs,
  );
});

test("a reversal restores every balance, leaves what it reverses, and is applied once", async () => {
  await fc.assert(
    fc.asyncProperty(somePostings, fc.nat(), async (postings, pick) => {
      const chosen = postings[pick % postings.length];
      const without = await balancesAfter(postings.filter((each) => each !== chosen));
      const all = await balancesAfter(postings);
      const { key, ...rest } = chosen.cause;
      const reverse = () => reverseCause(world.db, { ...rest, reversed: key });
      expect(await reverse()).toEqual({ ok: true, value: "applied" });
      expect(await reverse()).toEqual({ ok: true, value: "known" });
      const after = await books(world.db);
      for (const [name, balance] of after.kept) expect(balance, name).toBe(without.kept.get(name) ?? 0n);
      expect(after.transfers).toEqual(expect.arrayContaining(all.transfers));
      expect(after.transfers).toHaveLength(all.transfers.length + chosen.legs.length);
    }),
    runs,
  );
});

test("no account of others' money ever stands below nothing, whatever is tried", async () => {
  const kinds = ["debtor", "client_money", "cost_advance", "court", "refund_pending"] as const;
  const tries = fc.array(
    fc
      .record({
        from: fc.constantFrom(...kinds),
        to: fc.constantFrom(...kinds),
        amount: fc.integer({ min: 1, max: 9 }),
      })
      .filter(({ from, to }) => from !== to),
    { minLength: 1, maxLength: 25 },
  );
  await fc.assert(
    fc.asyncProperty(tries, async (moves) => {
      await emptyBooks(world.owner);
      const held = new Map<string, number>();
      for (const [index, { from, to, amount }] of moves.entries()) {
        const left = (held.get(from) ?? 0) - amount;
        const posted = await postCause(world.db, aCause(`try:${index}`), [
          leg(account(from), account(to), amount),
        ]);
        expect(posted.ok).toBe(left >= 0 || accountKinds[from].mayGoNegative);
        if (!posted.ok) continue;
        held.set(from, left);
        held.set(to, (held.get(to) ?? 0) + amount);
      }
      for (const { kind, balance } of (await books(world.db)).accounts)
        expect(Number(balance)).toBe(held.get(kind));
    }),
    runs,
  );
});
