import { index, pgTable, text, timestamp, uuid } from "drizzle-orm/pg-core";

const instant = () => timestamp({ withTimezone: true, mode: "date" });

/**
 * Which letter a code stands on, or which paper that is checked as a letter is. The code itself is nowhere: `codeKey` is its HMAC, and the letter's ids make it again under another key, so that
 * a row somebody else wrote opens nothing. A global name needs a table keyed by the name.
 */
export const letterCodes = pgTable(
  "letter_codes",
  {
    codeKey: text().primaryKey(),
    caseId: uuid().notNull(),
    /** The message, or the paper. */
    letterId: uuid().notNull(),
    issuedAt: instant().notNull(),
    expiresAt: instant().notNull(),
    /** When it was ended: its holder said that the letter was not meant for them. */
    revokedAt: instant(),
  },
  (t) => [index().on(t.caseId)],
);
