import fc from "fast-check";
import type { Account, AccountKind } from "#app/domain/ledger/accounts.ts";
import { accountKey, balancesBy, type Leg } from "#app/domain/ledger/legs.ts";
import type { Db } from "#db/client.ts";
import { type Cause, postCause } from "#db/queries/ledger.ts";
import { ledgerAccounts, ledgerTransfers } from "#db/schema/ledger.ts";

export const moment = new Date("2026-03-02T09:00:00Z");
export const someBook = (n: number): string => `00000000-0000-4000-8000-${String(n).padStart(12, "0")}`;
export const account = (kind: AccountKind, book = 1): Account => ({ kind, bookId: someBook(book) });

export const leg = (from: Account, to: Account, amount: number | bigint, currency = "EUR"): Leg => ({
  from,
  to,
  currency,
  amount: BigInt(amount),
});

export const aCause = (key: string, changed: Partial<Cause> = {}): Cause => ({
  key,
  caseId: someBook(1),
  at: moment,
  effectiveOn: "2026-03-02",
  now: moment,
  ...changed,
});

/** The accounts' rows as they stand, and what they must be by the transfers alone. */
export async function books(db: Db) {
  const [accounts, transfers] = [
    await db.select().from(ledgerAccounts),
    await db.select().from(ledgerTransfers),
  ];
  const kept = new Map(
    accounts.map(({ bookId, kind, currency, balance }) => [accountKey({ kind, bookId }, currency), balance]),
  );
  const legs = transfers.map(
    ({ fromBook, fromKind, toBook, toKind, currency, amount }): Leg => ({
      from: { kind: fromKind, bookId: fromBook },
      to: { kind: toKind, bookId: toBook },
      currency,
      amount,
    }),
  );
  return { accounts, transfers, kept, replayed: balancesBy(legs) };
}

export type Posting = { cause: Cause; legs: Leg[] };

const places = (["debtor", "provider_clearing", "court", "creditor_bank"] as const).flatMap((kind) =>
  [1, 2, 3].map((book) => account(kind, book)),
);

/** Causes of some legs each among accounts that may go below nothing, so that any order of them is possible. */
export const somePostings: fc.Arbitrary<Posting[]> = fc
  .array(
    fc.array(
      fc
        .record({
          from: fc.constantFrom(...places),
          to: fc.constantFrom(...places),
          amount: fc.bigInt(1n, 10n ** 12n),
          currency: fc.constantFrom("EUR", "JPY"),
        })
        .filter(({ from, to }) => from !== to),
      { minLength: 1, maxLength: 4 },
    ),
    { minLength: 1, maxLength: 8 },
  )
  .map((all) => all.map((legs, index) => ({ cause: aCause(`event:${index}`), legs })));

export const postAll = async (db: Db, postings: readonly Posting[]) => {
  for (const { cause, legs } of postings) {
    const posted = await postCause(db, cause, legs);
    if (!posted.ok) throw new Error(posted.error.kind);
  }
};

/** Empties the books between the runs of a property, as no one but a test's owner can. */
export async function emptyBooks(owner: Db) {
  await owner.execute(`set session_replication_role = replica; truncate ledger_transfers, ledger_accounts, applied_causes,
    provider_movements;
    set session_replication_role = origin`);
}
