import { sql } from "drizzle-orm";
import {
  bigint,
  boolean,
  check,
  date,
  index,
  integer,
  pgTable,
  primaryKey,
  text,
  timestamp,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";
import { conductReasons, conductVerdicts } from "#app/domain/debtors/conduct.ts";
import { declineReasons, planAnswers } from "#app/domain/debtors/plan-answers.ts";
import { statementKinds } from "#app/domain/debtors/statements.ts";
import { bytes, clearIndex } from "./bytes.ts";

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

/** What a debtor reported of a firm's conduct, and what an administrator found. Its words are those of the statement of the same id. */
export const conductReports = pgTable(
  "conduct_reports",
  {
    caseId: uuid().notNull(),
    id: uuid().notNull(),
    againstOrgId: uuid().notNull(),
    reason: text({ enum: conductReasons }).notNull(),
    severe: boolean().notNull(),
    reportedAt: instant().notNull(),
    dueAt: instant().notNull(),
    verdict: text({ enum: conductVerdicts }),
    /** The administrator's, for both sides to read; under the debtor's key, and empty once that was erased. */
    reasons: bytes(),
    decidedBy: uuid(),
    decidedAt: instant(),
  },
  (t) => [
    primaryKey({ columns: [t.caseId, t.id] }),
    clearIndex("conduct_reports_clear", t.caseId, t.reasons),
    index("conduct_reports_waiting").on(t.dueAt, t.id).where(sql`${t.verdict} is null`),
    /** Said again while it waits, it is the same report. */
    uniqueIndex("conduct_reports_one_waiting")
      .on(t.caseId, t.againstOrgId, t.reason)
      .where(sql`${t.verdict} is null`),
    check(
      "conduct_reports_decided_whole",
      sql`(${t.verdict} is null) = (${t.decidedBy} is null) and (${t.verdict} is null) = (${t.decidedAt} is null) and (${t.verdict} is null) = (${t.reasons} is null)`,
    ),
  ],
);

/** What a party answered to a debtor's proposal to pay in parts: once, and in figures. */
export const proposalAnswers = pgTable(
  "proposal_answers",
  {
    caseId: uuid().notNull(),
    statementId: uuid().notNull(),
    answer: text({ enum: planAnswers }).notNull(),
    reason: text({ enum: declineReasons }),
    /** Of a counter-proposal, in minor units of the claim's currency. */
    monthly: bigint({ mode: "number" }),
    firstOn: date({ mode: "string" }),
    /** Of an accepted one, where the plan stands in the log. */
    eventSeq: integer(),
    answeredBy: uuid().notNull(),
    answeredByOrgId: uuid().notNull(),
    answeredAt: instant().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.caseId, t.statementId] }),
    check(
      "proposal_answers_whole",
      sql`(${t.answer} = 'declined') = (${t.reason} is not null) and (${t.answer} = 'countered') = (${t.monthly} is not null and ${t.firstOn} is not null) and (${t.answer} = 'accepted') = (${t.eventSeq} is not null)`,
    ),
  ],
);
