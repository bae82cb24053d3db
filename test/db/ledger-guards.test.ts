import { sql } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { type AccountKind, accountKindNames, accountKinds } from "#app/domain/ledger/accounts.ts";
import { balanceOf, postCause, reverseCause } from "#db/queries/ledger.ts";
import { raisedBy } from "#db/queries/raised-by.ts";
import { aCause, account, books, emptyBooks, leg, someBook } from "#test/support/ledger.ts";
import { aWorld, type World } from "#test/support/world.ts";

let world: World;
beforeAll(async () => {
  world = await aWorld();
});
afterAll(() => world.close());
beforeEach(() => emptyBooks(world.owner));

const [debtor, held, bank] = [account("debtor"), account("client_money"), account("creditor_bank", 2)];
const paidIn = (amount: number, key = "paid") =>
  postCause(world.db, aCause(key), [leg(debtor, held, amount)]);

/** SQLSTATE of what a statement is refused with; null when it went through. */
async function refusalOf(work: PromiseLike<unknown>): Promise<string | null> {
  try {
    await work;
    return null;
  } catch (error) {
    return raisedBy(error) ?? String(error);
  }
}

const tables = ["ledger_transfers", "applied_causes", "ledger_accounts"] as const;
const changes: Record<(typeof tables)[number], string> = {
  ledger_transfers: "update ledger_transfers set amount = amount + 1",
  applied_causes: "update applied_causes set cause = 'another'",
  ledger_accounts: "update ledger_accounts set balance = balance + 1",
};

for (const table of tables) {
  test(`the app's role writes nothing in ${table}: no insert, update, delete or truncate`, async () => {
    await paidIn(100);
    const before = await books(world.db);
    for (const attempt of [
      `insert into ${table} select * from ${table}`,
      changes[table],
      `delete from ${table}`,
      `truncate ${table}`,
      `truncate notifications, ${table} cascade`,
    ]) {
      expect(await refusalOf(world.db.execute(attempt)), attempt).toBe("42501");
    }
    expect(await books(world.db)).toEqual(before);
  });

  test(`not even the owner deletes from ${table} or empties it`, async () => {
    await paidIn(100);
    for (const attempt of [
      `delete from ${table}`,
      `truncate ${table}`,
      `truncate notifications, ${table} cascade`,
    ]) {
      expect(await refusalOf(world.owner.execute(attempt)), attempt).toBe("RG001");
    }
  });
}

test("not even the owner changes a transfer or a cause", async () => {
  await paidIn(100);
  expect(await refusalOf(world.owner.execute(changes.ledger_transfers))).toBe("RG001");
  expect(await refusalOf(world.owner.execute(changes.applied_causes))).toBe("RG001");
});

test("the app's role cannot switch the guards off, nor write its own door", async () => {
  for (const attempt of [
    "alter table ledger_transfers disable trigger all",
    "alter table ledger_accounts drop constraint ledger_accounts_not_negative",
    "drop function post_cause",
    "create or replace function refuse_change() returns trigger language plpgsql as 'begin return new; end'",
    "select book_entry(gen_random_uuid(), 'debtor', 'EUR', 1, current_date)",
    "select hold_account(gen_random_uuid(), 'debtor', 'EUR', current_date)",
    "alter domain ledger_kind drop constraint ledger_kind_known",
    "set session_replication_role = replica",
  ]) {
    expect(await refusalOf(world.db.execute(attempt)), attempt).toBe("42501");
  }
});

test("a temporary table in the name of ours does not stand in for the books", async () => {
  await paidIn(100);
  const posted = world.db.transaction(async (tx) => {
    await tx.execute(
      "create temporary table ledger_accounts on commit drop as select * from public.ledger_accounts",
    );
    await tx.execute("update ledger_accounts set balance = 1000000");
    return postCause(tx, aCause("out"), [leg(held, bank, 101)]);
  });
  expect(await refusalOf(posted)).toBe("23514");
  expect(await balanceOf(world.db, held, "EUR")).toBe(100n);
});

test("client money is never overdrawn, not by one cent and not for one leg of a cause", async () => {
  await paidIn(100);
  const overdrawn = { ok: false, error: { kind: "overdrawn" } };
  expect(await postCause(world.db, aCause("out"), [leg(held, bank, 101)])).toEqual(overdrawn);
  const repaidAtOnce = [leg(held, bank, 150), leg(bank, held, 150)];
  expect(await postCause(world.db, aCause("out"), repaidAtOnce)).toEqual(overdrawn);
  expect(await balanceOf(world.db, held, "EUR")).toBe(100n);
  expect((await books(world.db)).transfers).toHaveLength(1);
  expect((await postCause(world.db, aCause("out"), [leg(held, bank, 100)])).ok).toBe(true);
});

test("the law of signs is the constraint's, not the function's: the owner cannot write it either", async () => {
  const opened = (kind: string, balance: number) =>
    world.owner.execute(sql`insert into ledger_accounts (book_id, kind, currency, balance, booked_on)
      values (gen_random_uuid(), ${kind}, 'EUR', ${balance}, '2026-03-02')`);
  for (const kind of accountKindNames) {
    if (kind !== "platform_held") expect(await refusalOf(opened(kind, 1)), kind).toBeNull();
    expect(await refusalOf(opened(kind, -1)), kind).toBe(accountKinds[kind].mayGoNegative ? null : "23514");
  }
  expect(await refusalOf(opened("no_such_kind", 1))).toBe("23514");
});

test("the database and the product know the same pairs of accounts that money may pass between", async () => {
  const payers: AccountKind[] = ["creditor_bank", "provider_fees", "provider_clearing", "dispute_held"];
  const payPlatform: Partial<Record<AccountKind, AccountKind[]>> = {
    platform_fees: [...payers, "platform_bank"],
    platform_bank: ["platform_fees"],
  };
  const asked = await world.owner.execute<{ from: AccountKind; to: AccountKind; broken: string | null }>(sql`
    select f as from, t as to, ledger_transfer_breaks(gen_random_uuid(), f, gen_random_uuid(), t) as broken
    from unnest(${sql.param(accountKindNames)}::text[]) f, unnest(${sql.param(accountKindNames)}::text[]) t`);
  expect(asked).toHaveLength(accountKindNames.length ** 2);
  for (const { from, to, broken } of asked) {
    const crosses = accountKinds[from].family !== accountKinds[to].family;
    const unpaid = payPlatform[to] && !payPlatform[to].includes(from);
    expect(broken, `${from} to ${to}`).toBe(crosses ? "one_family" : unpaid ? "platform_paid" : null);
  }
});

test("of 50 clients that draw on the same money at once, as many succeed as there is money for", async () => {
  await paidIn(1_000);
  const drawn = await Promise.all(
    Array.from({ length: 50 }, (_, each) =>
      postCause(world.db, aCause(`out:${each}`), [leg(held, bank, 70)]),
    ),
  );
  expect(drawn.filter(({ ok }) => ok)).toHaveLength(14);
  expect(await balanceOf(world.db, held, "EUR")).toBe(20n);
  expect(await balanceOf(world.db, bank, "EUR")).toBe(980n);
});

test("of 50 clients that apply the same cause at once, one does", async () => {
  const applied = await Promise.all(Array.from({ length: 50 }, () => paidIn(70)));
  expect(applied.filter((each) => each.ok && each.value === "applied")).toHaveLength(1);
  expect(applied.filter((each) => each.ok && each.value === "known")).toHaveLength(49);
  expect(await balanceOf(world.db, held, "EUR")).toBe(70n);
});

test("money of one currency does not pay in another: each has accounts of its own", async () => {
  await paidIn(100);
  const inDollars = leg(held, bank, 50, "USD");
  expect(await postCause(world.db, aCause("out"), [inDollars])).toEqual({
    ok: false,
    error: { kind: "overdrawn" },
  });
  expect(await balanceOf(world.db, held, "USD")).toBe(0n);
  for (const currency of ["eur", "EURO", "", "E R"]) {
    expect(await refusalOf(paidAt(currency)), currency).toBe("23514");
  }
});

const paidAt = (currency: string) =>
  world.db.execute(sql`select post_cause('x', ${someBook(1)}, now(), '2026-03-02', '2026-03-02Z', array[${someBook(1)}]::uuid[],
    array['debtor'], array[${someBook(1)}]::uuid[], array['client_money'], array[${currency}], array[1]::bigint[])`);

test("what is no movement is refused: nothing, less than nothing, to itself, an obligation paid with money, an unknown kind", async () => {
  const call = (to: string, amount: number) =>
    world.db.execute(sql`select post_cause('x', ${someBook(1)}, now(), '2026-03-02', '2026-03-02Z', array[${someBook(1)}]::uuid[],
      array['debtor'], array[${someBook(1)}]::uuid[], array[${to}], array['EUR'], array[${amount}]::bigint[])`);
  for (const [to, amount] of [
    ["client_money", 0],
    ["client_money", -5],
    ["debtor", 5],
    ["paid_principal", 5],
    ["no_such_kind", 5],
  ] as const) {
    expect(await refusalOf(call(to, amount)), `${to} ${amount}`).toBe("23514");
  }
  expect((await books(world.db)).transfers).toHaveLength(0);
});

test("a day that has not come anywhere on earth is refused as the day a transfer counts from", async () => {
  const on = (effectiveOn: string) =>
    postCause(world.db, aCause(`on:${effectiveOn}`, { effectiveOn }), [leg(debtor, held, 1)]);
  expect((await on("2026-03-03")).ok).toBe(true);
  expect(await refusalOf(on("2026-03-04"))).toBe("23514");
});

test("a known cause with other legs is refused, never taken for a repetition", async () => {
  await paidIn(100);
  const differs = { ok: false, error: { kind: "cause-differs" } };
  expect(await paidIn(101)).toEqual(differs);
  expect(await postCause(world.db, aCause("paid"), [])).toEqual(differs);
  expect(await postCause(world.db, aCause("paid"), [leg(debtor, held, 100), leg(debtor, held, 1)])).toEqual(
    differs,
  );
  expect(
    await postCause(world.db, aCause("paid", { caseId: someBook(7) }), [leg(debtor, held, 100)]),
  ).toEqual(differs);
  expect((await books(world.db)).transfers).toHaveLength(1);
});

test("a cause that moves nothing is applied once all the same", async () => {
  expect(await postCause(world.db, aCause("nothing"), [])).toEqual({ ok: true, value: "applied" });
  expect(await postCause(world.db, aCause("nothing"), [])).toEqual({ ok: true, value: "known" });
});

test("a cause in a transaction that is rolled back has not been applied", async () => {
  const undone = world.db.transaction(async (tx) => {
    await postCause(tx, aCause("paid"), [leg(debtor, held, 100)]);
    throw new Error("rolled back");
  });
  await expect(undone).rejects.toThrow("rolled back");
  expect(await paidIn(100)).toEqual({ ok: true, value: "applied" });
});

test("a payment whose money has moved on is not reversed, and a cause that never was neither", async () => {
  await paidIn(100);
  await postCause(world.db, aCause("out"), [leg(held, bank, 60)]);
  const reverse = (reversed: string) => {
    const { key: _, ...rest } = aCause("");
    return reverseCause(world.db, { ...rest, reversed });
  };
  expect(await reverse("paid")).toEqual({ ok: false, error: { kind: "overdrawn" } });
  expect(await reverse("never")).toEqual({ ok: false, error: { kind: "no-such-cause" } });
  expect(await reverse("out")).toEqual({ ok: true, value: "applied" });
  expect(await reverse("paid")).toEqual({ ok: true, value: "applied" });
  expect(await balanceOf(world.db, held, "EUR")).toBe(0n);
});

test("32 writers whose causes cross the same accounts in every order never wait for one another in a circle", async () => {
  const places = [1, 2, 3, 4].flatMap((book) => [
    account("debtor", book),
    account("creditor_bank", book),
    account("court", book),
  ]);
  const pick = (n: number) => places[n % places.length];
  const writer = async (who: number) => {
    for (let round = 0; round < 12; round += 1) {
      const start = who * 7 + round * 5;
      const legs = Array.from({ length: 1 + (round % 4) }, (_, each) =>
        who % 2
          ? leg(pick(start + each), pick(start + each + 1), 1)
          : leg(pick(start + each + 1), pick(start + each), 1),
      );
      const posted = await postCause(world.db, aCause(`w:${who}:${round}`), legs);
      if (!posted.ok) throw new Error(posted.error.kind);
    }
  };
  await Promise.all(Array.from({ length: 32 }, (_, who) => writer(who)));
  const { kept, replayed, transfers } = await books(world.db);
  expect(kept).toEqual(replayed);
  expect(new Set(transfers.map(({ cause }) => cause)).size).toBe(32 * 12);
});
