import { sql } from "drizzle-orm";
import {
  bigint,
  check,
  date,
  index,
  pgTable,
  primaryKey,
  smallint,
  text,
  timestamp,
  uuid,
} from "drizzle-orm/pg-core";
import { accountKindNames, kindsThatMayGoNegative, obligationKinds } from "#app/domain/ledger/accounts.ts";

const instant = () => timestamp({ withTimezone: true, mode: "date" });
const civil = () => date({ mode: "string" });
const amount = () => bigint({ mode: "bigint" });
const kind = () => text({ enum: accountKindNames });
/** A closed list of ours as SQL; no value of it comes from outside. */
const listed = (names: readonly string[]) => sql.raw(names.map((name) => `'${name}'`).join(", "));

/**
 * An account is a kind in a book (a case's, or a party's own) in one currency. The balance is kept with every posting, and only
 * `post_cause` writes it. What may go below nothing hangs on the kind, so that no flag can be turned.
 */
export const ledgerAccounts = pgTable(
  "ledger_accounts",
  {
    bookId: uuid().notNull(),
    kind: kind().notNull(),
    currency: text().notNull(),
    balance: amount().notNull().default(sql`0`),
    /** How many entries it has; the last one's number. */
    entries: amount().notNull().default(sql`0`),
    /** The last entry's booking day; it never steps back, whatever the clock does. */
    bookedOn: civil().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.bookId, t.kind, t.currency] }),
    check("ledger_accounts_kind", sql`${t.kind} in (${listed(accountKindNames)})`),
    check("ledger_accounts_currency", sql`${t.currency} ~ '^[A-Z]{3}$'`),
    check(
      "ledger_accounts_not_negative",
      sql`${t.balance} >= 0 or ${t.kind} in (${listed(kindsThatMayGoNegative)})`,
    ),
  ],
);

/**
 * Append-only. A row moves money between two accounts, so the books cannot be out of balance; it has one currency, and its
 * accounts are named by it, so another one cannot be written. Each side carries its account's running number and balance: the
 * entries of an account without a table of their own.
 */
export const ledgerTransfers = pgTable(
  "ledger_transfers",
  {
    /** The case it is about; the party's book where it is about none. */
    caseId: uuid().notNull(),
    cause: text().notNull(),
    leg: smallint().notNull(),
    fromBook: uuid().notNull(),
    fromKind: kind().notNull(),
    toBook: uuid().notNull(),
    toKind: kind().notNull(),
    currency: text().notNull(),
    amount: amount().notNull(), // minor units
    /** When it happened, as the bank or the provider says. */
    at: instant().notNull(),
    /** The civil date it counts from. */
    effectiveOn: civil().notNull(),
    recordedAt: instant().notNull(),
    fromSeq: amount().notNull(),
    fromBalance: amount().notNull(),
    fromBookedOn: civil().notNull(),
    toSeq: amount().notNull(),
    toBalance: amount().notNull(),
    toBookedOn: civil().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.caseId, t.cause, t.leg] }),
    check("ledger_transfers_moves_money", sql`${t.amount} > 0`),
    check("ledger_transfers_two_accounts", sql`(${t.fromBook}, ${t.fromKind}) <> (${t.toBook}, ${t.toKind})`),
    check(
      "ledger_transfers_one_family",
      sql`(${t.fromKind} in (${listed(obligationKinds)})) = (${t.toKind} in (${listed(obligationKinds)}))`,
    ),
    // The platform is paid by creditors alone: no debtor's money and no share of a collector's fee reaches its accounts.
    check(
      "ledger_transfers_platform_paid",
      sql`(${t.toKind} <> 'platform_fees' or ${t.fromKind} in ('creditor_bank', 'provider_fees', 'provider_clearing', 'dispute_held', 'platform_bank'))
        and (${t.toKind} <> 'platform_bank' or ${t.fromKind} = 'platform_fees')`,
    ),
    check(
      "ledger_transfers_not_ahead",
      sql`${t.effectiveOn} <= least(${t.fromBookedOn}, ${t.toBookedOn})
        and ${t.effectiveOn} <= (${t.recordedAt} at time zone 'UTC')::date + 1`,
    ),
    index("ledger_transfers_from").on(t.fromBook, t.fromKind, t.currency, t.fromBookedOn, t.fromSeq),
    index("ledger_transfers_to").on(t.toBook, t.toKind, t.currency, t.toBookedOn, t.toSeq),
    // Entries booked after the day they count from: what an as-of balance must add to the running one. They are few.
    index("ledger_transfers_from_late")
      .on(t.fromBook, t.fromKind, t.currency, t.fromBookedOn, t.effectiveOn)
      .where(sql`${t.effectiveOn} < ${t.fromBookedOn}`),
    index("ledger_transfers_to_late")
      .on(t.toBook, t.toKind, t.currency, t.toBookedOn, t.effectiveOn)
      .where(sql`${t.effectiveOn} < ${t.toBookedOn}`),
  ],
);

/** What has been applied, once each: a global name needs a table keyed by the name. Append-only. */
export const appliedCauses = pgTable("applied_causes", {
  /** `stripe:<event id>`, `report:<id>`, `reversal:<cause>`. */
  cause: text().primaryKey(),
  caseId: uuid().notNull(),
  legs: smallint().notNull(),
  recordedAt: instant().notNull(),
  recordedBy: uuid(),
});
