import { pgTable, text, timestamp } from "drizzle-orm/pg-core";

/** Keys that outlast a secret, each sealed under the application's. A row is made once; only what it is wrapped in changes. */
export const lastingKeys = pgTable("lasting_keys", {
  purpose: text().primaryKey(),
  sealed: text().notNull(),
  keptAt: timestamp({ withTimezone: true, mode: "date" }).notNull(),
});
