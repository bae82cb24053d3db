import { sql } from "drizzle-orm";
import { check, date, index, integer, jsonb, pgTable, text, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import { changeKinds, type LawChangeBody } from "#app/domain/law/book/changes.ts";
import { fourEyes, fourEyesChecks } from "./four-eyes.ts";

/**
 * Proposed and decided changes to the law book. A proposal is decided once, by another admin than its author, and
 * what is approved stays as it is; the triggers of its guards migration refuse everything else. One small table
 * of the whole platform, so it names no case.
 */
export const lawChanges = pgTable(
  "law_changes",
  {
    id: uuid().primaryKey(),
    packId: text().notNull(),
    kind: text({ enum: changeKinds }).notNull(),
    /** What it changes: a series' id, a row's key, or the pack itself for a signature. */
    subject: text().notNull(),
    body: jsonb().$type<LawChangeBody>().notNull(),
    citation: text().notNull(),
    url: text(),
    reason: text().notNull(),
    /** First civil date on which it counts. */
    effectiveOn: date({ mode: "string" }).notNull(),
    ...fourEyes(),
    /** Approvals of the whole platform are numbered without a gap: the order in which they apply. */
    seq: integer(),
    /** The pack's version from this approval on. */
    packVersion: text(),
  },
  (t) => [
    index().on(t.status, t.proposedAt),
    index().on(t.packId, t.subject),
    uniqueIndex("law_changes_seq_key").on(t.seq),
    ...fourEyesChecks("law_changes", t),
    check(
      "law_changes_numbered",
      sql`(${t.status} = 'approved') = (${t.seq} is not null and ${t.packVersion} is not null)`,
    ),
  ],
);
