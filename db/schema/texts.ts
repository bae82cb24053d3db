import { sql } from "drizzle-orm";
import { check, index, pgTable, primaryKey, text, timestamp, unique, uuid } from "drizzle-orm/pg-core";
import { stepTypes } from "#app/domain/law/types.ts";
import { bytes, clearIndex } from "./bytes.ts";

const instant = () => timestamp({ withTimezone: true, mode: "date" });

/** Words that the linter doubts and a person reads. They may name the debtor, so they stay beside the log, which keeps their hash alone. */
export const textReviews = pgTable(
  "text_reviews",
  {
    caseId: uuid().notNull(),
    id: uuid().notNull(),
    stepType: text({ enum: stepTypes }).notNull(),
    /** Under the debtor's key, as is the reason; empty once that was erased. */
    words: bytes().notNull(),
    /** SHA-256 of the words as `textKey` reads them. */
    textHash: text().notNull(),
    askedBy: uuid().notNull(),
    askedByOrgId: uuid().notNull(),
    askedAt: instant().notNull(),
    verdict: text({ enum: ["passed", "refused"] }),
    reason: bytes(),
    decidedBy: uuid(),
    decidedAt: instant(),
  },
  (t) => [
    primaryKey({ columns: [t.caseId, t.id] }),
    unique("text_reviews_asked_once").on(t.caseId, t.stepType, t.textHash),
    index().on(t.verdict, t.askedAt, t.id),
    clearIndex("text_reviews_words_clear", t.caseId, t.words),
    clearIndex("text_reviews_reason_clear", t.caseId, t.reason),
    check(
      "text_reviews_decided_whole",
      sql`(${t.verdict} is null) = (${t.decidedBy} is null) and (${t.verdict} is null) = (${t.decidedAt} is null)`,
    ),
    check(
      "text_reviews_refused_why",
      sql`${t.verdict} is distinct from 'refused' or ${t.reason} is not null`,
    ),
  ],
);
