import { sql } from "drizzle-orm";
import { bigint, check, date, index, pgTable, text, timestamp, uuid } from "drizzle-orm/pg-core";

const instant = () => timestamp({ withTimezone: true, mode: "date" });

export const insuranceStatuses = ["filed", "verified", "refused"] as const;

/** Cover for professional liability, one row a policy. What counts is verified and not over. */
export const insurances = pgTable(
  "insurances",
  {
    id: uuid().primaryKey(),
    orgId: uuid().notNull(),
    insurer: text().notNull(),
    policyNumber: text().notNull(),
    sum: bigint({ mode: "bigint" }).notNull(), // minor units of `currency`, a case
    currency: text().notNull(),
    /** First day without cover. */
    validTo: date({ mode: "string" }).notNull(),
    documentId: uuid().notNull(),
    status: text({ enum: insuranceStatuses }).notNull(),
    filedAt: instant().notNull(),
    decidedAt: instant(),
    decidedBy: uuid(),
    reason: text(),
  },
  (t) => [
    index().on(t.orgId),
    index().on(t.status, t.filedAt),
    check("insurances_sum", sql`${t.sum} > 0`),
    check("insurances_decided", sql`(${t.status} = 'filed') = (${t.decidedAt} is null)`),
  ],
);
