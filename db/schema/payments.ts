import { sql } from "drizzle-orm";
import {
  bigint,
  boolean,
  check,
  index,
  jsonb,
  pgTable,
  primaryKey,
  smallint,
  text,
  timestamp,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";
import { callOperations, callStates } from "#app/domain/payments/calls.ts";
import { paymentPurposes, paymentStatuses } from "#app/domain/payments/payments.ts";

const instant = () => timestamp({ withTimezone: true, mode: "date" });

export const eventStates = ["waiting", "applied", "ignored", "dead"] as const;

/** An organisation's own account at the payment provider, on which it is paid directly. */
export const paymentAccounts = pgTable(
  "payment_accounts",
  {
    orgId: uuid().primaryKey(),
    /** The provider's name for it; null until the provider has made it. */
    accountId: text(),
    country: text().notNull(),
    chargesEnabled: boolean().notNull().default(false),
    payoutsEnabled: boolean().notNull().default(false),
    detailsSubmitted: boolean().notNull().default(false),
    /** What the provider still asks for, in its own words. */
    requirements: jsonb().$type<string[]>().notNull(),
    createdAt: instant().notNull(),
    syncedAt: instant(),
  },
  (t) => [uniqueIndex("payment_accounts_account_key").on(t.accountId)],
);

/** A payment asked of somebody through the provider, and how it stands there. */
export const payments = pgTable(
  "payments",
  {
    caseId: uuid().notNull(),
    id: uuid().notNull(),
    purpose: text({ enum: paymentPurposes }).notNull(),
    /** Who is paid: the payee of record, or the creditor whom the platform charges. */
    orgId: uuid().notNull(),
    /** The connected account that is paid directly; null where the platform itself is paid. */
    accountId: text(),
    amount: bigint({ mode: "bigint" }).notNull(), // minor units
    currency: text().notNull(),
    status: text({ enum: paymentStatuses }).notNull(),
    sessionId: text(),
    /** The hosted page; it is closed with the payment. */
    sessionUrl: text(),
    intentId: text(),
    createdAt: instant().notNull(),
    createdBy: uuid(),
    settledAt: instant(),
  },
  (t) => [
    primaryKey({ columns: [t.caseId, t.id] }),
    index("payments_by_intent").on(t.intentId),
    check("payments_positive", sql`${t.amount} > 0`),
    check("payments_currency", sql`${t.currency} ~ '^[A-Z]{3}$'`),
    /** A recovery never passes through the platform; only the platform's own charge is paid to it. */
    check("payments_payee_of_record", sql`(${t.purpose} = 'platform_charge') = (${t.accountId} is null)`),
  ],
);

/**
 * Calls that are to be made to the provider, written in the transaction that causes them. The id is the idempotency key, so that a
 * call that is made again because nobody saw its answer is made once.
 */
export const providerCalls = pgTable(
  "provider_calls",
  {
    id: uuid().primaryKey(),
    operation: text({ enum: callOperations }).notNull(),
    accountId: text(),
    request: jsonb().$type<Record<string, unknown>>().notNull(),
    /** What the answer is written to: an organisation, or a payment of a case. */
    orgId: uuid().notNull(),
    caseId: uuid(),
    paymentId: uuid(),
    state: text({ enum: callStates }).notNull(),
    attempts: smallint().notNull().default(0),
    nextTryAt: instant().notNull(),
    lastError: text(),
    /** The provider's id of what was made. */
    answerId: text(),
    createdAt: instant().notNull(),
    endedAt: instant(),
    /** Who ended a dead call by hand. */
    resolvedBy: uuid(),
  },
  (t) => [
    index("provider_calls_due").on(t.nextTryAt).where(sql`${t.state} = 'waiting'`),
    index("provider_calls_by_state").on(t.state, t.createdAt, t.id),
  ],
);

/** Every event the provider sent, as it came, once: the event's own id is the key. */
export const providerEvents = pgTable(
  "provider_events",
  {
    id: text().primaryKey(),
    accountId: text(),
    type: text().notNull(),
    objectId: text().notNull(),
    /** The body whose signature was checked. */
    raw: text().notNull(),
    receivedAt: instant().notNull(),
    state: text({ enum: eventStates }).notNull(),
    attempts: smallint().notNull().default(0),
    nextTryAt: instant().notNull(),
    lastError: text(),
    endedAt: instant(),
  },
  (t) => [
    index("provider_events_due").on(t.nextTryAt).where(sql`${t.state} = 'waiting'`),
    index("provider_events_by_state").on(t.state, t.receivedAt, t.id),
  ],
);
