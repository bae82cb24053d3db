import { sql } from "drizzle-orm";
import { check, index, integer, pgTable, text, timestamp, uuid } from "drizzle-orm/pg-core";
import { bytes, clearIndex } from "./bytes.ts";

/** Uploaded files: bytes live in the document store, found by their hash, never inline from the app's origin. */
export const documents = pgTable(
  "documents",
  {
    id: uuid().primaryKey(),
    /** Null with `uploadedBy`: handed in by a debtor, who belongs to no organisation. */
    orgId: uuid(),
    sha256: text().notNull(),
    sizeBytes: integer().notNull(),
    mediaType: text().notNull(),
    /** The case it was handed in for, under whose debtor's key its name lies; null for an organisation's own. */
    caseId: uuid(),
    /** Null for what belongs to a case. */
    fileName: text(),
    /** Of what belongs to a case; empty once its debtor was erased. */
    sealedName: bytes(),
    uploadedBy: uuid(),
    uploadedAt: timestamp({ withTimezone: true, mode: "date" }).notNull(),
  },
  (t) => [
    index().on(t.orgId),
    index().on(t.sha256),
    index().on(t.caseId),
    clearIndex("documents_clear", t.caseId, t.sealedName),
    check(
      "documents_named_once",
      sql`(${t.caseId} is null) = (${t.fileName} is not null) and (${t.caseId} is null) = (${t.sealedName} is null)`,
    ),
  ],
);
