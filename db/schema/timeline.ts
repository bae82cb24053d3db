import { index, integer, pgTable, primaryKey, text, timestamp, unique, uuid } from "drizzle-orm/pg-core";
import { stages } from "#app/domain/law/types.ts";
import { bytes, clearIndex } from "./bytes.ts";

const instant = () => timestamp({ withTimezone: true, mode: "date" });

/**
 * Append-only and hash-chained per case. The database itself refuses UPDATE, DELETE, TRUNCATE, a gap, a
 * fork, a stage jump its pack does not know, and a hash that does not follow (see the triggers migration).
 */
export const timelineEvents = pgTable(
  "timeline_events",
  {
    caseId: uuid().notNull(),
    seq: integer().notNull(),
    id: uuid().notNull(),
    type: text().notNull(),
    stageBefore: text({ enum: stages }).notNull(),
    stageAfter: text({ enum: stages }).notNull(),
    /** When the act happened, as its author states it. */
    occurredAt: instant().notNull(),
    /** When we learned of it. */
    recordedAt: instant().notNull(),
    actorUserId: uuid(),
    actorOrgId: uuid(),
    actorRole: text().notNull(),
    packId: text().notNull(),
    packVersion: text().notNull(),
    /** Canonical JSON `{payload, decision}`: text, so that its bytes are what was hashed. No personal data. */
    body: text().notNull(),
    prevHash: text().notNull(),
    hash: text().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.caseId, t.seq] }),
    unique("timeline_events_id_key").on(t.caseId, t.id),
    unique("timeline_events_no_fork").on(t.caseId, t.prevHash),
    index().on(t.caseId, t.type),
  ],
);

/** The last link of each chain, sealed by the application's key: a rewritten or shortened chain shows. */
export const timelineHeads = pgTable("timeline_heads", {
  caseId: uuid().primaryKey(),
  seq: integer().notNull(),
  hash: text().notNull(),
  mac: text().notNull(),
});

/** What people write in their own words stays out of the chain; its salted hash is in the event's body. */
export const eventNotes = pgTable(
  "event_notes",
  {
    caseId: uuid().notNull(),
    seq: integer().notNull(),
    /** The salt and the words, together under the debtor's key: with the salt at hand, short words could be guessed by their hash. */
    note: bytes().notNull(),
  },
  (t) => [primaryKey({ columns: [t.caseId, t.seq] }), clearIndex("event_notes_clear", t.caseId, t.note)],
);

/** Every move between stages that a pack knows; filled from the packs when the database is migrated. */
export const lawStageMoves = pgTable(
  "law_stage_moves",
  {
    packId: text().notNull(),
    packVersion: text().notNull(),
    type: text().notNull(),
    stageBefore: text({ enum: stages }).notNull(),
    stageAfter: text({ enum: stages }).notNull(),
  },
  (t) => [primaryKey({ columns: [t.packId, t.packVersion, t.type, t.stageBefore, t.stageAfter] })],
);
