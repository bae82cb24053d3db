import { sql } from "drizzle-orm";
import { check, index, integer, pgTable, smallint, text, timestamp } from "drizzle-orm/pg-core";
import { textStates } from "#app/domain/cases/document-text.ts";

const instant = () => timestamp({ withTimezone: true, mode: "date" });

/** What became of taking the text out of a document that is evidence. The text itself lies sealed in the document store, as the document does. */
export const documentTexts = pgTable(
  "document_texts",
  {
    /** Of the document: equal bytes say the same, whatever they are called and wherever they lie. */
    sha256: text().primaryKey(),
    mediaType: text().notNull(),
    state: text({ enum: textStates }).notNull(),
    /** When it is tried, or tried again by another worker; null once it is settled. */
    dueAt: instant(),
    tries: smallint().notNull().default(0),
    /** Pages of the document, those that were read, and those of them on which there is no text; unknown where it cannot be read. */
    pages: integer(),
    readPages: integer(),
    blankPages: integer(),
    /** SHA-256 of the kept text: its name in the document store. */
    textHash: text(),
    settledAt: instant(),
  },
  (t) => [
    index("document_texts_due").on(t.dueAt).where(sql`${t.dueAt} is not null`),
    check("document_texts_settled", sql`(${t.state} = 'waiting') = (${t.dueAt} is not null)`),
    check("document_texts_read", sql`(${t.state} = 'read') = (${t.textHash} is not null)`),
  ],
);
