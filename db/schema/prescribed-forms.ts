import { sql } from "drizzle-orm";
import { check, index, integer, pgTable, text, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import { formIds } from "#app/domain/contact/prescribed-forms.ts";
import { documents } from "./documents.ts";
import { fourEyes, fourEyesChecks } from "./four-eyes.ts";

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
    ...fourEyes(),
  },
  (t) => [
    index().on(t.form, t.proposedAt),
    uniqueIndex("prescribed_form_files_one_waits").on(t.form).where(sql`${t.status} = 'proposed'`),
    check("prescribed_form_files_pages", sql`${t.pages} > 0`),
    ...fourEyesChecks("prescribed_form_files", t),
  ],
);
