import { sql } from "drizzle-orm";
import { check, index, pgTable, text, timestamp, uuid } from "drizzle-orm/pg-core";
import { bytes } from "./bytes.ts";

/** Keys that outlast a secret, each sealed under the application's. A row is made once; only what it is wrapped in changes. */
export const lastingKeys = pgTable("lasting_keys", {
  purpose: text().primaryKey(),
  sealed: text().notNull(),
  keptAt: timestamp({ withTimezone: true, mode: "date" }).notNull(),
});

/** A debtor's own key, one a case, sealed under the application's. What lies under it cannot be read by anybody once it is destroyed. */
export const subjectKeys = pgTable(
  "subject_keys",
  {
    caseId: uuid().primaryKey(),
    /** Null once destroyed. */
    sealed: bytes(),
    madeAt: timestamp({ withTimezone: true, mode: "date" }).notNull(),
    destroyedAt: timestamp({ withTimezone: true, mode: "date" }),
    /** The term that had ended, or the request, by which it was destroyed: a row's id of `retention.data.ts`. */
    rule: text(),
    /** When it is next asked whether every term has ended; null once destroyed. */
    lookAt: timestamp({ withTimezone: true, mode: "date" }),
  },
  (t) => [
    index("subject_keys_to_look_at").on(t.lookAt, t.caseId).where(sql`${t.lookAt} is not null`),
    check("subject_keys_destroyed", sql`(${t.sealed} is null) = (${t.destroyedAt} is not null)`),
    check("subject_keys_looked_at", sql`(${t.lookAt} is null) = (${t.destroyedAt} is not null)`),
    check("subject_keys_destroyed_why", sql`(${t.rule} is null) = (${t.destroyedAt} is null)`),
  ],
);
