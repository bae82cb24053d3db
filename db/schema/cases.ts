import { sql } from "drizzle-orm";
import {
  bigint,
  boolean,
  check,
  date,
  foreignKey,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  timestamp,
  unique,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";
import type { AnsweredStep, KeptAnswers } from "#app/domain/cases/answers.ts";
import { evidenceKinds } from "#app/domain/cases/evidence.ts";
import { caseStatuses } from "#app/domain/cases/moves.ts";
import { stages } from "#app/domain/law/types.ts";
import { type DateDetails, dateTimerKinds } from "#app/domain/timeline/date-timers.ts";
import { bytes, clearIndex } from "./bytes.ts";

export const timerKinds = ["close_round", "lapse_award", ...dateTimerKinds] as const;

const instant = () => timestamp({ withTimezone: true, mode: "date" });

/**
 * What was typed into the wizard, valid or not: while a case is being written, and again while it is edited. Each page is sealed by itself,
 * under the case's key.
 */
export const caseDrafts = pgTable(
  "case_drafts",
  {
    caseId: uuid().primaryKey(),
    creditorOrgId: uuid().notNull(),
    answers: jsonb().$type<Partial<Record<AnsweredStep, string>>>().notNull(),
    createdBy: uuid().notNull(),
    createdAt: instant().notNull(),
    updatedAt: instant().notNull(),
  },
  (t) => [
    index().on(t.creditorOrgId, t.updatedAt),
    /** What was kept before there were keys, until the next start seals it. */
    index("case_drafts_clear")
      .on(t.caseId)
      .where(sql`jsonb_path_exists(${t.answers}, '$.* ? (@.type() == "object")')`),
  ],
);

export const cases = pgTable(
  "cases",
  {
    caseId: uuid().primaryKey(),
    /** What people say on the phone: `R-7K2M9`. Unique through `case_codes`. */
    code: text().notNull(),
    creditorOrgId: uuid().notNull(),
    /** The engaged collector; null before the engagement is signed. */
    collectorOrgId: uuid(),
    status: text({ enum: caseStatuses }).notNull(),
    /** Cache of the timeline's last `stage_after`, written where events are appended. */
    stage: text({ enum: stages }).notNull(),
    /** The pack's place: `US-CA`, `CN`. */
    jurisdiction: text().notNull(),
    /** The debtor's place as posted: `US-CA`, `CN-440300`. */
    placeCode: text().notNull(),
    packId: text().notNull(),
    packVersion: text().notNull(),
    answers: jsonb().$type<KeptAnswers>().notNull(),
    postedBy: uuid().notNull(),
    postedAt: instant().notNull(),
    updatedAt: instant().notNull(),
    closedAt: instant(),
  },
  (t) => [
    index().on(t.creditorOrgId, t.updatedAt),
    index().on(t.collectorOrgId, t.updatedAt),
    index().on(t.status, t.updatedAt),
  ],
);

/** A global name needs a table keyed by the name, so that `cases` can be distributed by case_id. */
export const caseCodes = pgTable("case_codes", { code: text().primaryKey(), caseId: uuid().notNull() });

/**
 * Identity of the debtor, apart from everything a bidder may read: sealed under the case's key (`subject_keys`), field by field, and null once that is
 * destroyed. What is looked up has a keyed digest beside it.
 */
export const debtors = pgTable(
  "debtors",
  {
    caseId: uuid().primaryKey(),
    kind: text({ enum: ["natural_consumer", "sole_trader", "company"] }).notNull(),
    name: bytes(),
    email: bytes(),
    phone: bytes(),
    address: bytes(),
    /** The creditor's words about the claim. */
    description: bytes(),
    placeCode: text().notNull(),
    zones: text().array().notNull(),
    /** HMAC of creditor, debtor name and reference in normal form: finds a likely duplicate, reveals nothing. */
    duplicateKey: text(),
    /** HMAC of the debtor's name and place in normal form, for conflict checks. */
    nameKey: text(),
  },
  (t) => [
    index().on(t.duplicateKey),
    index().on(t.nameKey),
    /** What was kept before there were keys, until the next start seals it. */
    index("debtors_clear").on(t.caseId).where(sql`get_byte(${t.name}, 0) = 0`),
  ],
);

export const evidenceItems = pgTable(
  "evidence_items",
  {
    caseId: uuid().notNull(),
    id: uuid().notNull(),
    documentId: uuid().notNull(),
    kind: text({ enum: evidenceKinds }).notNull(),
    /** Under the debtor's key; empty once that was erased. */
    title: bytes().notNull(),
    sha256: text().notNull(),
    /** Null: the debtor, by the door. */
    addedBy: uuid(),
    addedAt: instant().notNull(),
    removedAt: instant(),
    /** The item of the case of which this is a newer version; that one stays, in the log and in the bundle. */
    replaces: uuid(),
  },
  (t) => [
    primaryKey({ columns: [t.caseId, t.id] }),
    foreignKey({ columns: [t.caseId, t.replaces], foreignColumns: [t.caseId, t.id] }),
    uniqueIndex().on(t.caseId, t.replaces),
    index().on(t.documentId),
    clearIndex("evidence_items_clear", t.caseId, t.title),
  ],
);

/** The masked card: all that a collector may know before the award. No column here can name a debtor. */
export const caseBriefs = pgTable(
  "case_briefs",
  {
    caseId: uuid().primaryKey(),
    code: text().notNull(),
    jurisdiction: text().notNull(),
    placeCode: text().notNull(),
    debtorKind: text({ enum: ["natural_consumer", "sole_trader", "company"] }).notNull(),
    creditorKind: text().notNull(),
    purpose: text({ enum: ["consumer", "commercial"] }).notNull(),
    claimKind: text().notNull(),
    /** The practice field it is filed under; cards of before the fields were known keep the widest. */
    field: text().notNull().default("general.other"),
    principal: bigint({ mode: "bigint" }).notNull(), // minor units of `currency`
    currency: text().notNull(),
    dueOn: date({ mode: "string" }).notNull(),
    limitationLast: date({ mode: "string" }),
    goal: text().notNull(),
    evidenceKinds: text().array().notNull(),
    disputed: text({ enum: ["yes", "no", "unknown"] }).notNull(),
    regulatedCredit: boolean(), // null: not asked, or not known
    /** Day of the judgment or award at hand; null without one. */
    titledOn: date({ mode: "string" }),
    /** Last day to apply for its enforcement, where the pack's rows say it. */
    enforceableUntil: date({ mode: "string" }),
    updatedAt: instant().notNull(),
  },
  (t) => [index().on(t.jurisdiction, t.placeCode), check("case_briefs_principal", sql`${t.principal} > 0`)],
);

/**
 * Durable timers. The job library only wakes the worker; this row decides, once, in effect. A case's moments are unique, so that
 * the same one is never kept twice, whatever became of the first.
 */
export const timers = pgTable(
  "timers",
  {
    caseId: uuid().notNull(),
    id: uuid().notNull(),
    kind: text({ enum: timerKinds }).notNull(),
    subjectId: text().notNull(),
    dueAt: instant().notNull(),
    firedAt: instant(),
    /** Stopped before it fired; a legal date that no longer holds is stopped even after. */
    cancelledAt: instant(),
    /** The legal date it tells of, and what that date means; only for `case_date` and `date_alarm`. */
    onDay: date({ mode: "string" }),
    details: jsonb().$type<DateDetails>(),
    /** When the date came to stand as it does, and how often it changed before: a calendar's SEQUENCE. */
    setAt: instant(),
    sequence: integer().notNull().default(0),
  },
  (t) => [
    primaryKey({ columns: [t.caseId, t.id] }),
    unique("timers_moment_key").on(t.caseId, t.kind, t.subjectId, t.dueAt),
    index("timers_pending").on(t.dueAt).where(sql`${t.firedAt} is null and ${t.cancelledAt} is null`),
    index("timers_days").on(t.onDay).where(sql`${t.kind} = 'case_date' and ${t.cancelledAt} is null`),
  ],
);
