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
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";
import {
  debitFailures,
  instalmentStates,
  methodKinds,
  planEnds,
  planStatuses,
} from "#app/domain/payments/plans.ts";

const instant = () => timestamp({ withTimezone: true, mode: "date" });
const amount = () => bigint({ mode: "bigint" });

/**
 * A payment plan that stands in a case's log, as it is paid: to whom, in which parts, and by which saved method. The method is the
 * provider's and so is the mandate; here are their names alone.
 */
export const paymentPlans = pgTable(
  "payment_plans",
  {
    caseId: uuid().notNull(),
    id: uuid().notNull(),
    /** The payee of record, and its account at the provider. */
    orgId: uuid().notNull(),
    accountId: text().notNull(),
    total: amount().notNull(), // minor units
    currency: text().notNull(),
    status: text({ enum: planStatuses }).notNull(),
    endedFor: text({ enum: planEnds }),
    customerId: text(),
    /** Null where the debtor has saved none, or has taken it back: the parts are then paid by hand. */
    methodId: text(),
    methodKind: text({ enum: methodKinds }),
    methodLast4: text(),
    mandateId: text(),
    /** When the method was saved; notices of debits run from here. */
    savedAt: instant(),
    /** When the last debit was asked for. */
    debitedAt: instant(),
    offeredAt: instant().notNull(),
    offeredBy: uuid(),
    acceptedAt: instant(),
    endedAt: instant(),
  },
  (t) => [
    primaryKey({ columns: [t.caseId, t.id] }),
    /** A debtor pays one plan at a time. */
    uniqueIndex("payment_plans_one_live").on(t.caseId).where(sql`${t.status} in ('offered', 'active')`),
    index("payment_plans_by_method").on(t.methodId),
    check("payment_plans_positive", sql`${t.total} > 0`),
    check("payment_plans_ended", sql`(${t.status} in ('done', 'stopped')) = (${t.endedAt} is not null)`),
    check(
      "payment_plans_method",
      sql`(${t.methodId} is null) = (${t.methodKind} is null) and (${t.methodId} is null or ${t.customerId} is not null and ${t.savedAt} is not null)`,
    ),
  ],
);

/** The parts of a plan. Each has the id of the one payment it is paid by from the start, so that it cannot be asked for twice. */
export const planInstalments = pgTable(
  "plan_instalments",
  {
    caseId: uuid().notNull(),
    planId: uuid().notNull(),
    seq: smallint().notNull(),
    paymentId: uuid().notNull(),
    dueOn: date({ mode: "string" }).notNull(),
    amount: amount().notNull(),
    state: text({ enum: instalmentStates }).notNull(),
    /** When it is looked at next; later than its day where a pause or a notice is waited for. */
    lookAt: instant().notNull(),
    failure: text({ enum: debitFailures }),
    /** When the parties were reminded of it, and when they were told that it is missed. */
    remindedAt: instant(),
    missedAt: instant(),
  },
  (t) => [
    primaryKey({ columns: [t.caseId, t.planId, t.seq] }),
    uniqueIndex("plan_instalments_payment").on(t.caseId, t.paymentId),
    index("plan_instalments_due").on(t.lookAt).where(sql`${t.state} = 'planned'`),
    index("plan_instalments_missed").on(t.dueOn).where(sql`${t.state} = 'asked' and ${t.missedAt} is null`),
    check("plan_instalments_positive", sql`${t.amount} > 0`),
  ],
);
