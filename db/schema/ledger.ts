import { sql } from "drizzle-orm";
import {
  bigint,
  check,
  customType,
  date,
  index,
  pgTable,
  primaryKey,
  smallint,
  text,
  timestamp,
  uuid,
} from "drizzle-orm/pg-core";
import { type AccountKind, accountKindNames } from "#app/domain/ledger/accounts.ts";

const instant = () => timestamp({ withTimezone: true, mode: "date" });
const civil = () => date({ mode: "string" });
const amount = () => bigint({ mode: "bigint" });
const kind = () => text({ enum: accountKindNames });
/**
 * Domains: what they allow is asked when a row is opened and not each time its balance moves. The lists of kinds stand in the migrations,
 * because PostgreSQL reads the text of a check anew for every statement (decision 0019); `test/db/ledger-guards.test.ts` compares
 * them with `accounts.ts` kind by kind and pair by pair.
 */
const openedKind = customType<{ data: AccountKind; driverData: string }>({ dataType: () => "ledger_kind" });
const openedCurrency = customType<{ data: string; driverData: string }>({ dataType: () => "currency_code" });

/**
 * An account is a kind in a book (a case's, or a party's own) in one currency. The balance is kept with every posting, and only
 * `post_cause` writes it. What may go below nothing hangs on the kind, so that no flag can be turned.
 */
export const ledgerAccounts = pgTable(
  "ledger_accounts",
  {
    bookId: uuid().notNull(),
    kind: openedKind().notNull(),
    currency: openedCurrency().notNull(),
    balance: amount().notNull().default(sql`0`),
    /** How many entries it has; the last one's number. */
    entries: amount().notNull().default(sql`0`),
    /** The last entry's booking day; it never steps back, whatever the clock does. */
    bookedOn: civil().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.bookId, t.kind, t.currency] }),
    check("ledger_accounts_not_negative", sql`${t.balance} >= 0 or ledger_may_go_negative(${t.kind})`),
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
    // That it has two accounts of one family, pays the platform with nobody's recoveries, is not ahead of its day and falls in no
    // closed month is asked by `guard_transfer`, a trigger that is compiled once a session.
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
