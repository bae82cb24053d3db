import { sql } from "drizzle-orm";
import {
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
import { stages } from "#app/domain/law/types.ts";
import type { BidTerms } from "#app/domain/tenders/terms.ts";

const instant = () => timestamp({ withTimezone: true, mode: "date" });

export const tenderStatuses = ["open", "closed", "awarded", "void"] as const;
export const awardStatuses = ["active", "engaged", "lapsed"] as const;

export const tenders = pgTable(
  "tenders",
  {
    caseId: uuid().notNull(),
    id: uuid().notNull(),
    round: integer().notNull(),
    status: text({ enum: tenderStatuses }).notNull(),
    /** Mandate up to and including this rung. */
    scope: text({ enum: stages }).notNull(),
    feeModels: text().array().notNull(),
    /** Jurisdictions whose licence holders may bid; widening a thin round adds to it. */
    territories: text().array().notNull(),
    opensAt: instant().notNull(),
    closesAt: instant().notNull(),
    closedAt: instant(),
    /** The round's key, wrapped by the application secret; unwrapped only by closing the round. */
    wrappedKey: text().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.caseId, t.id] }),
    unique("tenders_round_key").on(t.caseId, t.round),
    uniqueIndex("tenders_one_open").on(t.caseId).where(sql`${t.status} = 'open'`),
    index().on(t.status, t.closesAt),
  ],
);

export const bids = pgTable(
  "bids",
  {
    caseId: uuid().notNull(),
    id: uuid().notNull(),
    tenderId: uuid().notNull(),
    orgId: uuid().notNull(),
    licenceId: uuid().notNull(),
    bidBy: uuid().notNull(),
    /** Terms encrypted under the round's key; nobody can read them before close. */
    sealedForRound: text().notNull(),
    /** The same terms under the bidder's own key, so that the bidder can revise them. */
    sealedForBidder: text().notNull(),
    /** Plain terms, written for all bids of a round in the one transaction that closes it. */
    terms: jsonb().$type<BidTerms>(),
    placedAt: instant().notNull(),
    revisedAt: instant(),
    withdrawnAt: instant(),
    openedAt: instant(),
  },
  (t) => [
    primaryKey({ columns: [t.caseId, t.id] }),
    unique("bids_one_per_org").on(t.caseId, t.tenderId, t.orgId),
    index().on(t.orgId, t.placedAt),
  ],
);

export const awards = pgTable(
  "awards",
  {
    caseId: uuid().notNull(),
    id: uuid().notNull(),
    tenderId: uuid().notNull(),
    bidId: uuid().notNull(),
    collectorOrgId: uuid().notNull(),
    awardedBy: uuid().notNull(),
    awardedAt: instant().notNull(),
    /** After this instant an unsigned award lapses. */
    signBy: instant().notNull(),
    status: text({ enum: awardStatuses }).notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.caseId, t.id] }),
    uniqueIndex("awards_one_in_force").on(t.caseId).where(sql`${t.status} <> 'lapsed'`),
    index().on(t.collectorOrgId),
  ],
);

export const engagements = pgTable(
  "engagements",
  {
    caseId: uuid().notNull(),
    id: uuid().notNull(),
    awardId: uuid().notNull(),
    /** Canonical JSON of every term of the mandate; the PDF is drawn from it and `document_hash` is the PDF's. */
    contents: text().notNull(),
    documentId: uuid().notNull(),
    documentHash: text().notNull(),
    creditorSignedBy: uuid(),
    creditorSignedName: text(),
    creditorSignedAt: instant(),
    collectorSignedBy: uuid(),
    collectorSignedName: text(),
    collectorSignedAt: instant(),
    engagedAt: instant(),
    createdAt: instant().notNull(),
  },
  (t) => [primaryKey({ columns: [t.caseId, t.id] }), unique("engagements_award_key").on(t.caseId, t.awardId)],
);
