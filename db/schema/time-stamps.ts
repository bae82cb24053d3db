import { sql } from "drizzle-orm";
import { check, index, pgTable, smallint, text, timestamp } from "drizzle-orm/pg-core";

const instant = () => timestamp({ withTimezone: true, mode: "date" });

/** What a time authority is asked to stamp, and its token once it did (RFC 3161). A token holds a hash and a time, and nothing of what was stamped. */
export const timeStamps = pgTable(
  "time_stamps",
  {
    /** Of a document, or of a bundle's manifest. */
    sha256: text().primaryKey(),
    /** When it is asked for, or asked for again; null once there is one. */
    dueAt: instant(),
    tries: smallint().notNull().default(0),
    /** Why there was none the last time. */
    answer: text(),
    /** DER, base64. */
    token: text(),
    /** The time it bears, and who says so. */
    stampedAt: instant(),
    stampedBy: text(),
  },
  (t) => [
    index("time_stamps_due").on(t.dueAt).where(sql`${t.dueAt} is not null`),
    check("time_stamps_settled", sql`(${t.dueAt} is null) = (${t.token} is not null)`),
    check("time_stamps_whole", sql`num_nulls(${t.token}, ${t.stampedAt}, ${t.stampedBy}) in (0, 3)`),
  ],
);
