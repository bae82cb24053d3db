import { sql } from "drizzle-orm";
import { check, index, pgTable, text, timestamp, uniqueIndex } from "drizzle-orm/pg-core";
import { bytes } from "./bytes.ts";

const instant = () => timestamp({ withTimezone: true, mode: "date" });

/** A key a kept file, sealed under the application's secret. What lies under it cannot be read by anybody once it is destroyed. */
export const documentKeys = pgTable(
  "document_keys",
  {
    /** The file's name on the shelf, drawn with the key; that of a file of before there were keys is its hash. */
    name: text().primaryKey(),
    sha256: text().notNull(),
    /** Null once destroyed; and while the file is one of before, under a key that all such files have in common. */
    sealed: bytes(),
    madeAt: instant().notNull(),
    destroyedAt: instant(),
    /** When the file is taken off the shelf, or is given a key of its own; null where neither is to be done. */
    dueAt: instant(),
  },
  (t) => [
    uniqueIndex("document_keys_living").on(t.sha256).where(sql`${t.destroyedAt} is null`),
    index("document_keys_due").on(t.dueAt, t.name).where(sql`${t.dueAt} is not null`),
    check("document_keys_destroyed", sql`${t.sealed} is null or ${t.destroyedAt} is null`),
    check(
      "document_keys_due_for_something",
      sql`${t.dueAt} is null or ${t.destroyedAt} is not null or ${t.sealed} is null`,
    ),
  ],
);
