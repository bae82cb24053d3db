import { sql } from "drizzle-orm";
import {
  check,
  index,
  integer,
  pgTable,
  primaryKey,
  text,
  timestamp,
  unique,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";

const instant = () => timestamp({ withTimezone: true, mode: "date" });

export const paperSides = ["creditor", "collector"] as const;
export const amendmentStatuses = ["proposed", "agreed", "declined", "withdrawn"] as const;

/** A numbered change of a mandate in force: proposed and signed by one side, signed or declined by the other. */
export const amendments = pgTable(
  "amendments",
  {
    caseId: uuid().notNull(),
    id: uuid().notNull(),
    engagementId: uuid().notNull(),
    number: integer().notNull(),
    proposedSide: text({ enum: paperSides }).notNull(),
    status: text({ enum: amendmentStatuses }).notNull(),
    /** Canonical JSON of what changes. */
    contents: text().notNull(),
    documentId: uuid().notNull(),
    documentHash: text().notNull(),
    certificateDocumentId: uuid(),
    certificateHash: text(),
    proposedAt: instant().notNull(),
    /** It is signed before this instant or not at all. */
    answerBy: instant().notNull(),
    decidedAt: instant(),
  },
  (t) => [
    primaryKey({ columns: [t.caseId, t.id] }),
    unique("amendments_number_key").on(t.caseId, t.engagementId, t.number),
    uniqueIndex("amendments_one_open").on(t.caseId, t.engagementId).where(sql`${t.status} = 'proposed'`),
    index().on(t.documentId),
    index().on(t.certificateDocumentId),
    check("amendments_decided", sql`(${t.status} = 'proposed') = (${t.decidedAt} is null)`),
  ],
);

/** One side's signature on an engagement or an amendment, and how the person was identified. Append-only. */
export const signatures = pgTable(
  "signatures",
  {
    caseId: uuid().notNull(),
    id: uuid().notNull(),
    /** The engagement or the amendment. */
    paperId: uuid().notNull(),
    side: text({ enum: paperSides }).notNull(),
    orgId: uuid().notNull(),
    userId: uuid().notNull(),
    /** As it was typed. */
    name: text().notNull(),
    /** Where the one-time code went, when it was sent, and from which address of the network it came back. */
    email: text().notNull(),
    codeSentAt: instant(),
    address: text().notNull(),
    /** SHA-256 of what was signed: the paper, and the power of attorney where there is one. */
    documentHash: text().notNull(),
    authorityHash: text(),
    signedAt: instant().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.caseId, t.id] }),
    unique("signatures_one_a_side").on(t.caseId, t.paperId, t.side),
  ],
);

/** One-time codes for a signature. Only a keyed hash is kept, bound to the person and to the paper's own hash. */
export const signingCodes = pgTable(
  "signing_codes",
  {
    caseId: uuid().notNull(),
    id: uuid().notNull(),
    paperId: uuid().notNull(),
    userId: uuid().notNull(),
    codeMac: text().notNull(),
    sentAt: instant().notNull(),
    expiresAt: instant().notNull(),
    tries: integer().notNull().default(0),
    usedAt: instant(),
  },
  (t) => [
    primaryKey({ columns: [t.caseId, t.id] }),
    index().on(t.caseId, t.paperId, t.userId),
    check("signing_codes_tries", sql`${t.tries} <= 5`),
  ],
);

export const lapseReasons = ["expired", "suspended", "holder_left"] as const;
export const planStatuses = ["open", "waiting", "renewed", "passed", "retendered", "over"] as const;

/** What becomes of a mandate whose collector lost the licence it needs: the creditor chooses, or the date does. */
export const lapsePlans = pgTable(
  "lapse_plans",
  {
    caseId: uuid().notNull(),
    id: uuid().notNull(),
    engagementId: uuid().notNull(),
    licenceId: uuid().notNull(),
    reason: text({ enum: lapseReasons }).notNull(),
    status: text({ enum: planStatuses }).notNull(),
    openedAt: instant().notNull(),
    /** The case is tendered anew at this instant unless something else was chosen; a wait moves it. */
    decideBy: instant().notNull(),
    decidedBy: uuid(),
    decidedAt: instant(),
    closedAt: instant(),
  },
  (t) => [
    primaryKey({ columns: [t.caseId, t.id] }),
    uniqueIndex("lapse_plans_one_open").on(t.caseId, t.engagementId).where(sql`${t.closedAt} is null`),
    index("lapse_plans_due").on(t.decideBy).where(sql`${t.closedAt} is null`),
  ],
);
