import { sql } from "drizzle-orm";
import {
  bigint,
  check,
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
import { debtKinds, debtorKinds } from "#app/domain/cases/answers.ts";
import { stages } from "#app/domain/law/types.ts";
import { declineReasons } from "#app/domain/tenders/declines.ts";
import { lanes } from "#app/domain/tenders/lanes.ts";
import type { BidTerms } from "#app/domain/tenders/terms.ts";

const instant = () => timestamp({ withTimezone: true, mode: "date" });

export const tenderStatuses = ["open", "closed", "awarded", "void"] as const;
export const awardStatuses = ["active", "engaged", "lapsed", "ended"] as const;

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
    /** When its one extension was given, because fewer than two bids lay in it. */
    extendedAt: instant(),
    closedAt: instant(),
    /** `standing`: no round was held; a standing price was taken, and the one bid is that price. */
    lane: text({ enum: lanes }).notNull().default("sealed"),
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
    /** The standing price that was taken; null for a bid of a sealed round. */
    standingPriceId: uuid(),
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
    uniqueIndex("awards_one_in_force").on(t.caseId).where(sql`${t.status} in ('active', 'engaged')`),
    index().on(t.collectorOrgId),
  ],
);

export const engagements = pgTable(
  "engagements",
  {
    caseId: uuid().notNull(),
    id: uuid().notNull(),
    awardId: uuid().notNull(),
    /** Canonical JSON of every term of the mandate; the papers are drawn from it and the hashes are theirs. */
    contents: text().notNull(),
    documentId: uuid().notNull(),
    documentHash: text().notNull(),
    /** The power of attorney, a paper of its own: it is shown to the debtor and to courts, the terms are not. */
    authorityDocumentId: uuid(),
    authorityHash: text(),
    engagedAt: instant(),
    /** Who signed, when and how they were identified; drawn up at the second signature. */
    certificateDocumentId: uuid(),
    certificateHash: text(),
    /** The licence of the collector on which the mandate rests now. */
    licenceId: uuid(),
    /** First instant after the agreed period; the mandate goes on until it is extended or ended. */
    periodEndsAt: instant(),
    /** When somebody looks next whether the collector acts; null where nobody needs to. */
    watchAt: instant(),
    /** Since when the collector has been silent; null again once it acts. */
    alarmedAt: instant(),
    periodToldAt: instant(),
    endedAt: instant(),
    createdAt: instant().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.caseId, t.id] }),
    unique("engagements_award_key").on(t.caseId, t.awardId),
    index("engagements_on_licence").on(t.licenceId),
    index().on(t.documentId),
    index().on(t.authorityDocumentId),
    index().on(t.certificateDocumentId),
    index("engagements_watched")
      .on(t.watchAt)
      .where(sql`${t.engagedAt} is not null and ${t.endedAt} is null`),
  ],
);

/** Questions on a round. Who asked is for the server alone; a question is shown to the other bidders with its answer and not before. */
export const roundQuestions = pgTable(
  "round_questions",
  {
    caseId: uuid().notNull(),
    id: uuid().notNull(),
    tenderId: uuid().notNull(),
    askerOrgId: uuid().notNull(),
    askedBy: uuid().notNull(),
    question: text().notNull(),
    askedAt: instant().notNull(),
    answer: text(),
    answeredBy: uuid(),
    answeredAt: instant(),
  },
  (t) => [primaryKey({ columns: [t.caseId, t.id] }), index().on(t.caseId, t.tenderId, t.askedAt)],
);

/** Why a collector passed a round by; until the round closes it can think again. */
export const roundDeclines = pgTable(
  "round_declines",
  {
    caseId: uuid().notNull(),
    tenderId: uuid().notNull(),
    orgId: uuid().notNull(),
    reason: text({ enum: declineReasons }).notNull(),
    declinedBy: uuid().notNull(),
    declinedAt: instant().notNull(),
    takenBackAt: instant(),
  },
  (t) => [primaryKey({ columns: [t.caseId, t.tenderId, t.orgId] }), index().on(t.declinedAt)],
);

/** A price that stands for whoever takes it, without a round. What it says does not change: it is ended and published anew. */
export const standingPrices = pgTable(
  "standing_prices",
  {
    id: uuid().primaryKey(),
    orgId: uuid().notNull(),
    /** Jurisdictions, provinces or cities; each covers what lies below it. */
    places: text().array().notNull(),
    claimKinds: text({ enum: debtKinds }).array().notNull(),
    debtorKinds: text({ enum: debtorKinds }).array().notNull(),
    currency: text().notNull(),
    least: bigint({ mode: "bigint" }).notNull(), // minor units of `currency`
    most: bigint({ mode: "bigint" }).notNull(),
    terms: jsonb().$type<BidTerms>().notNull(),
    validUntil: instant().notNull(),
    /** How many cases it takes in seven days; null for any number. */
    weeklyCap: integer(),
    publishedBy: uuid().notNull(),
    publishedAt: instant().notNull(),
    pausedAt: instant(),
    endedAt: instant(),
  },
  (t) => [
    index().on(t.orgId, t.publishedAt),
    index().using("gin", t.places),
    check("standing_prices_band", sql`${t.least} > 0 and ${t.least} <= ${t.most}`),
    check("standing_prices_cap", sql`${t.weeklyCap} is null or ${t.weeklyCap} > 0`),
  ],
);

/** Each taking of a standing price, so that a weekly cap is counted without a look at any case. */
export const standingTakes = pgTable(
  "standing_takes",
  { priceId: uuid().notNull(), caseId: uuid().notNull(), takenAt: instant().notNull() },
  (t) => [primaryKey({ columns: [t.priceId, t.caseId] }), index().on(t.priceId, t.takenAt)],
);
