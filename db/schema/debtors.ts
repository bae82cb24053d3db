import { boolean, integer, pgTable, primaryKey, text, timestamp, uuid } from "drizzle-orm/pg-core";
import { statementKinds } from "#app/domain/debtors/statements.ts";

const instant = () => timestamp({ withTimezone: true, mode: "date" });

/** A debtor inside the door: opened by a letter's code and a fact on file, good for one case and a short time. */
export const debtorVisits = pgTable("debtor_visits", {
  /** SHA-256 of the cookie's token: a stolen table opens no door. */
  tokenHash: text().primaryKey(),
  caseId: uuid().notNull(),
  letterId: uuid().notNull(),
  openedAt: instant().notNull(),
  expiresAt: instant().notNull(),
  endedAt: instant(),
  /** Whoever said that the letter was not for them sees what they handed in and nothing else any more. */
  onlyReceipts: boolean().notNull().default(false),
});

/** What a debtor said at the door, with the event of the log that it became. Their words stand beside the log, where they can be erased. */
export const debtorStatements = pgTable(
  "debtor_statements",
  {
    caseId: uuid().notNull(),
    /** Out of the form's key: sent twice, it is one statement. */
    id: uuid().notNull(),
    letterId: uuid().notNull(),
    kind: text({ enum: statementKinds }).notNull(),
    reason: text(),
    saidAt: instant().notNull(),
    eventSeq: integer().notNull(),
    eventHash: text().notNull(),
    evidenceId: uuid(),
  },
  (t) => [primaryKey({ columns: [t.caseId, t.id] })],
);
