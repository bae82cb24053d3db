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
import { exceptionKinds, moneyActNames, moneyActStatuses } from "#app/domain/payments/exceptions.ts";
import { movementTypes } from "#app/domain/payments/movements.ts";
import { paymentPurposes, paymentStatuses } from "#app/domain/payments/payments.ts";
import type { Finding, KeptClosing, ReconciledSum } from "#app/domain/payments/reconcile.ts";

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
    /** The creditor who pays a fee; null for a debtor, who has no organisation here. */
    payerOrgId: uuid(),
    amount: bigint({ mode: "bigint" }).notNull(), // minor units
    currency: text().notNull(),
    status: text({ enum: paymentStatuses }).notNull(),
    sessionId: text(),
    /** The hosted page; it is closed with the payment. */
    sessionUrl: text(),
    intentId: text(),
    createdAt: instant().notNull(),
    createdBy: uuid(),
    /** On whose behalf it was asked for; null where that was not kept. */
    askedByOrgId: uuid(),
    settledAt: instant(),
    /** Since when it is not asked for any more; a payment that was under way then may still come in. */
    withdrawnAt: instant(),
  },
  (t) => [
    primaryKey({ columns: [t.caseId, t.id] }),
    index("payments_by_intent").on(t.intentId),
    check("payments_positive", sql`${t.amount} > 0`),
    check("payments_currency", sql`${t.currency} ~ '^[A-Z]{3}$'`),
    /** A recovery never passes through the platform; only the platform's own charge is paid to it. */
    check("payments_payee_of_record", sql`(${t.purpose} = 'platform_charge') = (${t.accountId} is null)`),
    check(
      "payments_payer",
      sql`(${t.purpose} in ('collector_fee', 'advance')) = (${t.payerOrgId} is not null)`,
    ),
  ],
);

/**
 * Every movement at the provider that the books have, and the payment it belongs to. Append-only; written with its transfers. What a
 * payment brought in all is the sum of its rows.
 */
export const providerMovements = pgTable(
  "provider_movements",
  {
    /** The case, or the party's book where it is about none. */
    caseId: uuid().notNull(),
    id: text().notNull(),
    /** The payment's; null for a payout. */
    paymentId: uuid(),
    /** The connected account; null for the platform's own. */
    accountId: text(),
    type: text({ enum: movementTypes }).notNull(),
    currency: text().notNull(),
    gross: bigint({ mode: "bigint" }).notNull(),
    fee: bigint({ mode: "bigint" }).notNull(),
    /** In the payment's own currency. */
    paidAmount: bigint({ mode: "bigint" }),
    paidCurrency: text(),
    at: instant().notNull(),
    recordedAt: instant().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.caseId, t.id] }),
    index("provider_movements_by_account").on(t.accountId, t.at),
    check("provider_movements_paid", sql`(${t.paidAmount} is null) = (${t.paidCurrency} is null)`),
  ],
);

/**
 * What a person must look at: money that is not as it should be. Opened once by its key, closed by an admin or by the work itself when
 * it has passed. `caseId` is a party's book where it is about no case.
 */
export const moneyExceptions = pgTable(
  "money_exceptions",
  {
    caseId: uuid().notNull(),
    key: text().notNull(),
    kind: text({ enum: exceptionKinds }).notNull(),
    paymentId: uuid(),
    amount: bigint({ mode: "bigint" }).notNull(),
    currency: text().notNull(),
    openedAt: instant().notNull(),
    closedAt: instant(),
    /** Null where it passed by itself. */
    closedBy: uuid(),
  },
  (t) => [
    primaryKey({ columns: [t.caseId, t.key] }),
    index("money_exceptions_open").on(t.openedAt, t.key).where(sql`${t.closedAt} is null`),
  ],
);

/** What an admin proposes to do about money and another one decides. */
export const moneyActs = pgTable(
  "money_acts",
  {
    caseId: uuid().notNull(),
    id: uuid().notNull(),
    act: text({ enum: moneyActNames }).notNull(),
    /** The payment at the provider; null for a reversal. */
    paymentId: uuid(),
    /** The cause that is to be reversed, or the provider's dispute that is to be answered. */
    subject: text(),
    amount: bigint({ mode: "bigint" }),
    reason: text().notNull(),
    status: text({ enum: moneyActStatuses }).notNull(),
    proposedBy: uuid().notNull(),
    proposedAt: instant().notNull(),
    decidedBy: uuid(),
    decidedAt: instant(),
  },
  (t) => [
    primaryKey({ columns: [t.caseId, t.id] }),
    index("money_acts_by_status").on(t.status, t.proposedAt, t.id),
    check("money_acts_four_eyes", sql`${t.decidedBy} is null or ${t.decidedBy} <> ${t.proposedBy}`),
    check(
      "money_acts_decided",
      sql`(${t.status} = 'proposed') = (${t.decidedAt} is null)
      and (${t.decidedBy} is null) = (${t.decidedAt} is null)`,
    ),
    check("money_acts_amount", sql`${t.amount} is null or ${t.amount} > 0`),
  ],
);

/** How an account at the provider and the books compared at a moment. Append-only; the last one counts. */
export const reconciliations = pgTable(
  "reconciliations",
  {
    id: uuid().primaryKey(),
    /** The connected account; null for the platform's own. */
    accountId: text(),
    /** Whose it is; null for the platform's own. */
    orgId: uuid(),
    at: instant().notNull(),
    sums: jsonb().$type<ReconciledSum[]>().notNull(),
    findings: jsonb().$type<Finding[]>().notNull(),
    /** What the next comparison begins with; null where somebody must look first. */
    closing: jsonb().$type<KeptClosing>(),
    /** Who asked for it; null for the nightly one. */
    askedBy: uuid(),
  },
  (t) => [index("reconciliations_by_account").on(t.accountId, t.at)],
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
