import { sql } from "drizzle-orm";
import { check, index, integer, pgTable, text, timestamp, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import { formIds } from "#app/domain/contact/prescribed-forms.ts";
import { changeStatuses } from "#app/domain/law/book/changes.ts";
import { documents } from "./documents.ts";

const instant = () => timestamp({ withTimezone: true, mode: "date" });

/**
 * The files of forms that letters enclose in prescribed words: proposed by one administrator, decided once by another; the last approved is
 * enclosed, and the earlier ones stay for what was sent with them. One small table of the whole platform, so it names no case.
 */
export const prescribedFormFiles = pgTable(
  "prescribed_form_files",
  {
    id: uuid().primaryKey(),
    form: text({ enum: formIds }).notNull(),
    /** As a letter names it: where it was published and of when it is. */
    edition: text().notNull(),
    documentId: uuid()
      .notNull()
      .references(() => documents.id),
    documentHash: text().notNull(),
    pages: integer().notNull(),
    status: text({ enum: changeStatuses }).notNull(),
    proposedBy: uuid().notNull(),
    proposedAt: instant().notNull(),
    decidedBy: uuid(),
    decidedAt: instant(),
    /** What the deciding administrator wrote. */
    decisionNote: text(),
  },
  (t) => [
    index().on(t.form, t.proposedAt),
    uniqueIndex("prescribed_form_files_one_waits").on(t.form).where(sql`${t.status} = 'proposed'`),
    check("prescribed_form_files_pages", sql`${t.pages} > 0`),
    check(
      "prescribed_form_files_decided",
      sql`(${t.status} = 'proposed') = (${t.decidedAt} is null)
      and (${t.decidedBy} is null) = (${t.decidedAt} is null)`,
    ),
    check(
      "prescribed_form_files_four_eyes",
      sql`${t.status} not in ('approved', 'refused') or ${t.decidedBy} <> ${t.proposedBy}`,
    ),
    check(
      "prescribed_form_files_withdrawn",
      sql`${t.status} <> 'withdrawn' or ${t.decidedBy} = ${t.proposedBy}`,
    ),
  ],
);
