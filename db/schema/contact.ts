import { sql } from "drizzle-orm";
import {
  boolean,
  check,
  date,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  smallint,
  text,
  timestamp,
  uuid,
} from "drizzle-orm/pg-core";
import type { ChannelBasis } from "#app/domain/contact/channel.ts";
import { batchStates } from "#app/domain/contact/letter-batch.ts";
import { messageStatuses } from "#app/domain/contact/message-moves.ts";
import { contactChannels } from "#app/domain/contact/templates/template.ts";
import { deliveries, replyStates, textEventKinds, textEventStates } from "#app/domain/contact/text-events.ts";
import type { Finding } from "#app/domain/law/types.ts";
import { stepTypes } from "#app/domain/law/types.ts";

const instant = () => timestamp({ withTimezone: true, mode: "date" });

/**
 * That the address on file is the debtor's own: how somebody knows, and what proves it. The address itself stays with the debtor; this row
 * keeps a blind index of it, so that another address there is not verified by it. Nothing here can hold an address of anybody else.
 */
export const debtorChannels = pgTable(
  "debtor_channels",
  {
    caseId: uuid().notNull(),
    id: uuid().notNull(),
    kind: text({ enum: contactChannels }).notNull(),
    /** HMAC of the address in its compared form: the same address on several cases is one person to the caps. */
    addressKey: text().notNull(),
    basis: text().$type<ChannelBasis>().notNull(),
    employerAddress: boolean().notNull(),
    evidenceId: uuid().notNull(),
    verifiedBy: uuid().notNull(),
    verifiedAt: instant().notNull(),
    /** Of a phone number: the day on which it was last known to be the debtor's. */
    checkedOn: date({ mode: "string" }),
    /** When a server said that there is no such mailbox or phone, or the post brought a letter back: nothing goes out by it from then on. */
    deadAt: instant(),
  },
  (t) => [primaryKey({ columns: [t.caseId, t.id] }), index().on(t.addressKey)],
);

/** What leaves for a debtor, and what became of it. Its words are sealed; the log keeps their hash. */
export const contactMessages = pgTable(
  "contact_messages",
  {
    caseId: uuid().notNull(),
    /** Out of the form's key and what it carried: sent twice, it is one message. */
    id: uuid().notNull(),
    stepType: text({ enum: stepTypes }).notNull(),
    channel: text({ enum: contactChannels }).notNull(),
    templateId: text().notNull(),
    templateVersion: integer().notNull(),
    addressKey: text().notNull(),
    /** What the sender typed, sealed. */
    typed: text().notNull(),
    /** Figures it was asked for with: where the case owes another sum by then, it does not go out. */
    owed: text().notNull(),
    askedBy: uuid().notNull(),
    askedByOrgId: uuid().notNull(),
    askedAt: instant().notNull(),
    status: text({ enum: messageStatuses }).notNull(),
    /** When it is next tried; null when only a person can move it. */
    dueAt: instant(),
    tries: integer().notNull().default(0),
    /** Why it is held: what the law said at the moment of sending, or a reason of the gate's own. */
    heldWhy: text(),
    findings: jsonb().$type<Finding[]>(),
    claimedAt: instant(),
    /** The event of the log that counts it. */
    eventSeq: integer(),
    /** The letter as it went out, sealed, and its hash. */
    letter: text(),
    letterHash: text(),
    settledAt: instant(),
    /** The mail server's own words, or the provider's of text messages. */
    answer: text(),
    /** Of a text message: its name at the provider, what was last heard of it, and how often the provider was asked for it. */
    providerId: text(),
    delivery: text({ enum: deliveries }),
    lookUps: smallint().notNull().default(0),
    /** Lies in the demo, which sends nothing. */
    demo: boolean().notNull().default(false),
    /** Of a letter: the batch it is printed with, its number there, and what the post gave for it. */
    batchId: uuid(),
    batchPlace: integer(),
    tracking: text(),
  },
  (t) => [
    primaryKey({ columns: [t.caseId, t.id] }),
    index("contact_messages_due")
      .on(t.dueAt, t.id)
      .where(sql`${t.status} in ('waiting', 'held', 'sending', 'unknown')`),
    index().on(t.caseId, t.askedAt),
    index("contact_messages_id").on(t.id),
    index("contact_messages_texted").on(t.addressKey, t.claimedAt).where(sql`${t.channel} = 'sms'`),
    index("contact_messages_batch").on(t.batchId, t.batchPlace).where(sql`${t.batchId} is not null`),
    index("contact_messages_to_print")
      .on(t.askedByOrgId, t.askedAt, t.id)
      .where(sql`${t.channel} = 'post' and ${t.status} in ('waiting', 'held') and ${t.batchId} is null`),
    check("contact_messages_batched", sql`(${t.batchId} is null) = (${t.batchPlace} is null)`),
    check(
      "contact_messages_counted",
      sql`(${t.status} in ('sending', 'sent', 'unknown', 'bounced')) = (${t.eventSeq} is not null)`,
    ),
    check("contact_messages_words_kept", sql`(${t.eventSeq} is null) or (${t.letter} is not null)`),
  ],
);

/** Letters that are printed and posted together. */
export const letterBatches = pgTable(
  "letter_batches",
  {
    /** The form's own key: handed in twice, it is one batch. */
    id: uuid().primaryKey(),
    orgId: uuid().notNull(),
    madeBy: uuid().notNull(),
    madeAt: instant().notNull(),
    state: text({ enum: batchStates }).notNull(),
    /** How many were taken for it. */
    taken: integer().notNull(),
    /** The printed sheets, once all its letters are decided: their file, and how many letters and pages it has. */
    documentHash: text(),
    letters: integer(),
    pages: integer(),
    /** The day on which somebody says it was posted, and who. */
    postedOn: date({ mode: "string" }),
    postedBy: uuid(),
    postedAt: instant(),
  },
  (t) => [
    index().on(t.orgId, t.madeAt),
    index("letter_batches_going").on(t.madeAt).where(sql`${t.state} in ('deciding', 'drawing', 'posting')`),
    check(
      "letter_batches_drawn",
      sql`(${t.state} in ('ready', 'posting', 'posted')) = (${t.documentHash} is not null)`,
    ),
    check("letter_batches_posted", sql`(${t.state} in ('posting', 'posted')) = (${t.postedOn} is not null)`),
  ],
);

/** What the provider of text messages told us, as it came and once. It holds a person's number and words, so it is sealed. */
export const textEvents = pgTable(
  "text_events",
  {
    /** The provider's own name of the message, with the status it tells of. */
    id: text().primaryKey(),
    kind: text({ enum: textEventKinds }).notNull(),
    /** Of a status: the message it is about, as its signed address says. */
    caseId: uuid(),
    messageId: uuid(),
    /** The body whose signature was checked, sealed. */
    raw: text().notNull(),
    receivedAt: instant().notNull(),
    state: text({ enum: textEventStates }).notNull(),
  },
  (t) => [index("text_events_waiting").on(t.receivedAt, t.id).where(sql`${t.state} = 'waiting'`)],
);

/** A text message from a number that is on several cases, or on none: a person says to which case it belongs. */
export const textReplies = pgTable(
  "text_replies",
  {
    /** The event's own name. */
    id: text().primaryKey(),
    /** HMAC of the number it came from. */
    addressKey: text().notNull(),
    words: text().notNull(),
    receivedAt: instant().notNull(),
    state: text({ enum: replyStates }).notNull(),
    /** The case it was said to belong to, and who said so. */
    caseId: uuid(),
    settledBy: uuid(),
    settledAt: instant(),
  },
  (t) => [
    index("text_replies_open").on(t.receivedAt, t.id).where(sql`${t.state} = 'open'`),
    check("text_replies_settled", sql`(${t.state} = 'open') = (${t.settledAt} is null)`),
    check("text_replies_placed", sql`(${t.state} = 'placed') = (${t.caseId} is not null)`),
  ],
);
