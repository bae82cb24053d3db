import { sql } from "drizzle-orm";
import { check, index, integer, jsonb, pgTable, text, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import type { Wording } from "#app/domain/contact/wording.ts";
import { fourEyes, fourEyesChecks } from "./four-eyes.ts";

/**
 * Other words for a template: proposed by one administrator, decided once by another, and what is approved stays as it is; the
 * triggers of its migration refuse everything else. One small table of the whole platform, so it names no case.
 */
export const templateWordings = pgTable(
  "template_wordings",
  {
    id: uuid().primaryKey(),
    templateId: text().notNull(),
    /** The version whose words it replaces, and the one it is. */
    base: integer().notNull(),
    version: integer().notNull(),
    words: jsonb().$type<Wording>().notNull(),
    reason: text().notNull(),
    ...fourEyes(),
  },
  (t) => [
    index().on(t.templateId, t.proposedAt),
    uniqueIndex("template_wordings_one_waits").on(t.templateId).where(sql`${t.status} = 'proposed'`),
    uniqueIndex("template_wordings_version").on(t.templateId, t.version).where(sql`${t.status} = 'approved'`),
    ...fourEyesChecks("template_wordings", t),
    check("template_wordings_follows", sql`${t.version} > ${t.base}`),
  ],
);
