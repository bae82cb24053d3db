import { sql } from "drizzle-orm";
import {
  bigint,
  boolean,
  check,
  date,
  pgTable,
  primaryKey,
  text,
  timestamp,
  uuid,
} from "drizzle-orm/pg-core";
import { advanceActs, advanceKinds } from "#app/domain/advances/advances.ts";

const instant = () => timestamp({ withTimezone: true, mode: "date" });
const amount = () => bigint({ mode: "bigint" }); // minor units

/** What a collector asks a creditor to pay in before an act, and the receipt of what it was spent on. */
export const advances = pgTable(
  "advances",
  {
    caseId: uuid().notNull(),
    id: uuid().notNull(),
    kind: text({ enum: advanceKinds }).notNull(),
    act: text({ enum: advanceActs }).notNull(),
    currency: text().notNull(),
    need: amount().notNull(),
    /** What of the need was not there already. */
    asked: amount().notNull(),
    /** The schedule that the need is calculated from; null where a paper or the mandate says it. */
    citation: text(),
    /** Whether the schedule has it paid before the act. */
    prepaid: boolean().notNull(),
    /** The paper that says how much. */
    evidenceId: uuid(),
    askedAt: instant().notNull(),
    askedBy: uuid(),
    spent: amount(),
    spentOn: date({ mode: "string" }),
    receiptId: uuid(),
    withdrawnAt: instant(),
  },
  (t) => [
    primaryKey({ columns: [t.caseId, t.id] }),
    check("advances_amounts", sql`${t.need} > 0 and ${t.asked} between 0 and ${t.need}`),
    check(
      "advances_basis",
      sql`${t.kind} = 'fixed_fee' or ${t.citation} is not null or ${t.evidenceId} is not null`,
    ),
    check(
      "advances_receipt",
      sql`(${t.spent} is null) = (${t.receiptId} is null) and (${t.spent} is null) = (${t.spentOn} is null) and coalesce(${t.spent}, 1) > 0
        and (${t.spent} is null or ${t.withdrawnAt} is null)`,
    ),
  ],
);
