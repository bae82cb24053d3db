import { sql } from "drizzle-orm";
import { bigint, check, date, jsonb, pgTable, primaryKey, text, timestamp, uuid } from "drizzle-orm/pg-core";
import type { CloseTotal } from "#app/domain/papers/month.ts";

const instant = () => timestamp({ withTimezone: true, mode: "date" });
const civil = () => date({ mode: "string" });

/**
 * The months of the books that are closed, for all parties at once. Proposed by one admin and closed by another; what it found is kept
 * with a hash that goes on from the month before.
 */
export const monthCloses = pgTable(
  "month_closes",
  {
    /** The month's first day. */
    month: civil().primaryKey(),
    endsOn: civil().notNull(),
    proposedBy: uuid().notNull(),
    proposedAt: instant().notNull(),
    closedBy: uuid(),
    closedAt: instant(),
    transfers: bigint({ mode: "number" }),
    totals: jsonb().$type<CloseTotal[]>(),
    previousHash: text(),
    hash: text(),
  },
  (t) => [
    check(
      "month_closes_whole",
      sql`${t.endsOn} = (${t.month} + interval '1 month' - interval '1 day')::date
      and extract(day from ${t.month}) = 1`,
    ),
    check("month_closes_four_eyes", sql`${t.closedBy} is null or ${t.closedBy} <> ${t.proposedBy}`),
    check(
      "month_closes_closed",
      sql`num_nulls(${t.closedBy}, ${t.closedAt}, ${t.transfers}, ${t.totals}, ${t.previousHash},
      ${t.hash}) in (0, 6)`,
    ),
  ],
);

/** When the admins were reminded that a month is not closed. */
export const monthReminders = pgTable(
  "month_reminders",
  { month: civil().notNull(), at: instant().notNull() },
  (t) => [primaryKey({ columns: [t.month, t.at] })],
);

/** The closed months whose statements are all issued. */
export const monthsStated = pgTable("months_stated", {
  month: civil().primaryKey(),
  at: instant().notNull(),
});
