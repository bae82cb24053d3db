import { sql } from "drizzle-orm";
import {
  boolean,
  check,
  date,
  index,
  integer,
  pgTable,
  primaryKey,
  smallint,
  text,
  timestamp,
  unique,
  uuid,
} from "drizzle-orm/pg-core";
import { mailModes } from "#app/domain/accounts/notice-rules.ts";
import { bytes, clearIndex } from "./bytes.ts";

const instant = () => timestamp({ withTimezone: true, mode: "date" });

/**
 * What creditor and collector write to each other about a case. It is no part of the log and reaches no debtor. A message belongs to
 * the engagement it was written in, so a successor reads none of it and who is replaced reads nothing later.
 */
export const caseMessages = pgTable(
  "case_messages",
  {
    caseId: uuid().notNull(),
    id: uuid().notNull(),
    /** Its place in the case's conversation, given under the case's lock: what was written later stands later. */
    seq: integer().notNull(),
    engagementId: uuid().notNull(),
    creditorOrgId: uuid().notNull(),
    collectorOrgId: uuid().notNull(),
    authorUserId: uuid().notNull(),
    authorOrgId: uuid().notNull(),
    /** As it was typed, under the debtor's key; empty once redacted or erased. */
    body: bytes().notNull(),
    replyToId: uuid(),
    /** The entry of the case's log that it is about. */
    aboutSeq: integer(),
    /** By when the other side answers; null where no answer is needed. */
    dueAt: instant(),
    /** When the other side is reminded, once, before it is due. */
    remindAt: instant(),
    remindedAt: instant(),
    overdueToldAt: instant(),
    doneAt: instant(),
    doneBy: uuid(),
    createdAt: instant().notNull(),
    /** SHA-256 of the form's own key and all it carried: one form is one message however often it is sent. */
    formHash: text().notNull(),
    /** A party asked the administrators to look at it, who may read it only then. */
    reportedAt: instant(),
    reportedBy: uuid(),
    redactedAt: instant(),
    redactedBy: uuid(),
    /** The administrator's, under the debtor's key as well. */
    redactionReason: bytes(),
  },
  (t) => [
    primaryKey({ columns: [t.caseId, t.id] }),
    unique("case_messages_place").on(t.caseId, t.seq),
    unique("case_messages_sent_once").on(t.caseId, t.authorUserId, t.formHash),
    clearIndex("case_messages_clear", t.caseId, t.body),
    clearIndex("case_messages_redaction_clear", t.caseId, t.redactionReason),
    index("case_messages_tasks_of_creditor")
      .on(t.creditorOrgId, t.dueAt, t.id)
      .where(sql`${t.dueAt} is not null and ${t.doneAt} is null`),
    index("case_messages_tasks_of_collector")
      .on(t.collectorOrgId, t.dueAt, t.id)
      .where(sql`${t.dueAt} is not null and ${t.doneAt} is null`),
    index("case_messages_to_remind")
      .on(t.remindAt)
      .where(sql`${t.remindAt} is not null and ${t.doneAt} is null and ${t.remindedAt} is null`),
    index("case_messages_to_chase")
      .on(t.dueAt)
      .where(sql`${t.dueAt} is not null and ${t.doneAt} is null and ${t.overdueToldAt} is null`),
    check("case_messages_two_parties", sql`${t.authorOrgId} in (${t.creditorOrgId}, ${t.collectorOrgId})`),
    check("case_messages_done_whole", sql`(${t.doneAt} is null) = (${t.doneBy} is null)`),
    check("case_messages_reported_whole", sql`(${t.reportedAt} is null) = (${t.reportedBy} is null)`),
    check(
      "case_messages_redacted_whole",
      sql`num_nonnulls(${t.redactedAt}, ${t.redactedBy}, ${t.redactionReason}) in (0, 3)`,
    ),
  ],
);

export const caseMessageMentions = pgTable(
  "case_message_mentions",
  { caseId: uuid().notNull(), messageId: uuid().notNull(), userId: uuid().notNull() },
  (t) => [primaryKey({ columns: [t.caseId, t.messageId, t.userId] })],
);

export const caseMessageFiles = pgTable(
  "case_message_files",
  {
    caseId: uuid().notNull(),
    messageId: uuid().notNull(),
    documentId: uuid().notNull(),
    /** The evidence it was added as, where that was asked for. */
    evidenceId: uuid(),
  },
  (t) => [primaryKey({ columns: [t.caseId, t.messageId, t.documentId] }), index().on(t.documentId)],
);

/** How far a person has read a case's conversation. */
export const caseMessageReads = pgTable(
  "case_message_reads",
  {
    caseId: uuid().notNull(),
    userId: uuid().notNull(),
    seq: integer().notNull(),
    readAt: instant().notNull(),
  },
  (t) => [primaryKey({ columns: [t.caseId, t.userId] })],
);

/** A person's own choice for one kind of notice; without a row the kind's default holds. */
export const noticeSettings = pgTable(
  "notice_settings",
  {
    userId: uuid().notNull(),
    kind: text().notNull(),
    inApp: boolean().notNull(),
    mail: text({ enum: mailModes }).notNull(),
  },
  (t) => [primaryKey({ columns: [t.userId, t.kind] })],
);

/** When a person wants to hear of things. Without a row: no quiet hours, and the digest at the default hour. */
export const noticeHours = pgTable(
  "notice_hours",
  {
    userId: uuid().primaryKey(),
    /** IANA name. */
    timeZone: text().notNull(),
    /** Local hour of the daily digest; null once the person wants none. */
    digestHour: smallint(),
    /** Local minutes of the day; equal or both null: no quiet hours. An end before the start lies on the next day. */
    quietFrom: smallint(),
    quietTo: smallint(),
  },
  (t) => [
    index().on(t.timeZone),
    check("notice_hours_digest", sql`${t.digestHour} between 0 and 23`),
    check("notice_hours_quiet", sql`${t.quietFrom} between 0 and 1439 and ${t.quietTo} between 0 and 1439`),
    check("notice_hours_quiet_whole", sql`(${t.quietFrom} is null) = (${t.quietTo} is null)`),
  ],
);

/** A digest that was written: a person has one a local day, whatever became of the clock, the zone or a worker. */
export const digests = pgTable(
  "digests",
  { userId: uuid().notNull(), onDay: date({ mode: "string" }).notNull(), writtenAt: instant().notNull() },
  (t) => [primaryKey({ columns: [t.userId, t.onDay] })],
);
