import { index, pgTable, text, timestamp, uuid } from "drizzle-orm/pg-core";
import { sightPurposes } from "#app/domain/accounts/document-sights.ts";

/** Every time somebody took a document's bytes out, and what for. Append-only by grant and trigger. */
export const documentSights = pgTable(
  "document_sights",
  {
    id: uuid().primaryKey(),
    documentId: uuid().notNull(),
    at: timestamp({ withTimezone: true, mode: "date" }).notNull(),
    userId: uuid(),
    orgId: uuid(),
    purpose: text({ enum: sightPurposes }).notNull(),
  },
  (t) => [index().on(t.documentId, t.at)],
);
