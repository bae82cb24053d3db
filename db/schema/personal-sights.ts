import { sql } from "drizzle-orm";
import { check, index, pgTable, primaryKey, text, timestamp, unique, uuid } from "drizzle-orm/pg-core";
import { personalFields } from "#app/domain/cases/personal.ts";
import { sightPurposes } from "#app/domain/privacy/sights.ts";

/** Every time somebody was shown what is sealed about a debtor: which fields, and what for; never what stood in them. Append-only by grant and trigger. */
export const personalSights = pgTable(
  "personal_sights",
  {
    caseId: uuid().notNull(),
    id: uuid().notNull(),
    /** Null for the operator's own command line. */
    userId: uuid(),
    orgId: uuid(),
    fields: text({ enum: personalFields }).array().notNull(),
    purpose: text({ enum: sightPurposes }).notNull(),
    at: timestamp({ withTimezone: true, mode: "date" }).notNull(),
    /** Until when they stay shown to this person; null for what an act shows by itself. */
    until: timestamp({ withTimezone: true, mode: "date" }),
    /** Sights of one slot are one. */
    slot: text().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.caseId, t.id] }),
    unique("personal_sights_once")
      .on(t.caseId, t.userId, t.orgId, t.purpose, t.fields, t.slot)
      .nullsNotDistinct(),
    check("personal_sights_of_something", sql`cardinality(${t.fields}) > 0`),
    check("personal_sights_end", sql`${t.until} > ${t.at}`),
    index().on(t.caseId, t.at),
    index().on(t.userId, t.at),
  ],
);
