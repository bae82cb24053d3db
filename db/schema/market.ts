import { sql } from "drizzle-orm";
import {
  bigint,
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
import { subjects } from "#app/domain/market/listing.ts";
import type { Amounts } from "#app/domain/market/practice.ts";
import { alertKinds } from "#app/domain/market/saved-search.ts";

const instant = () => timestamp({ withTimezone: true, mode: "date" });

/**
 * The market's read model: a row for every round that takes bids, case or lot, written in the transaction that opens it and
 * deleted in the one that ends it. All that is listed, counted and searched is here; no column can name a debtor.
 */
export const openRounds = pgTable(
  "open_rounds",
  {
    caseId: uuid().primaryKey(),
    tenderId: uuid().notNull(),
    subject: text({ enum: subjects }).notNull(),
    code: text().notNull(),
    /** For the server alone: it leaves it in no answer to a bidder. */
    creditorOrgId: uuid().notNull(),
    jurisdiction: text().notNull(),
    country: text().notNull(),
    provinceCode: text().notNull(),
    placeCode: text().notNull(),
    field: text().notNull(),
    claimKind: text().notNull(),
    debtorKind: text({ enum: ["natural_consumer", "sole_trader", "company"] }).notNull(),
    creditorKind: text().notNull(),
    purpose: text({ enum: ["consumer", "commercial"] }).notNull(),
    principal: bigint({ mode: "number" }).notNull(), // minor units of `currency`; of a lot the sum
    currency: text().notNull(),
    caseCount: integer().notNull(),
    dueOn: date({ mode: "string" }).notNull(), // of a lot the oldest
    limitationLast: date({ mode: "string" }),
    goal: text().notNull(),
    evidenceKinds: text().array().notNull(),
    disputed: text({ enum: ["yes", "no", "unknown"] }).notNull(),
    regulatedCredit: boolean(),
    titledOn: date({ mode: "string" }),
    enforceableUntil: date({ mode: "string" }),
    scope: text().notNull(),
    feeModels: text().array().notNull(),
    territories: text().array().notNull(),
    /** No rung of the mandate is reserved to lawyers. */
    agencyOpen: boolean().notNull(),
    amountBand: smallint().notNull(),
    /** The claim's age when the round opened; a round lives for days, an age band for months. */
    ageBand: smallint().notNull(),
    opensAt: instant().notNull(),
    closesAt: instant().notNull(),
    /** Codes of the places, fields and kinds by which it is found. */
    terms: text().array().notNull(),
  },
  (t) => [
    index("open_rounds_in_jurisdiction").on(t.jurisdiction, t.closesAt, t.caseId),
    index("open_rounds_in_province").on(t.provinceCode, t.closesAt, t.caseId),
    index("open_rounds_in_place").on(t.placeCode, t.closesAt, t.caseId),
    index("open_rounds_by_terms").using("gin", t.terms),
    index("open_rounds_by_code").on(t.code),
    /** Few picked among many rounds; any column but the first may be free. */
    index("open_rounds_sorts_in_jurisdiction").on(
      t.jurisdiction,
      t.field,
      t.claimKind,
      t.debtorKind,
      t.amountBand,
      t.ageBand,
    ),
    index("open_rounds_sorts_in_province").on(
      t.provinceCode,
      t.field,
      t.claimKind,
      t.debtorKind,
      t.amountBand,
      t.ageBand,
    ),
    index("open_rounds_opened").on(t.opensAt),
    check("open_rounds_open", sql`${t.closesAt} > ${t.opensAt}`),
  ],
);

/**
 * How many open rounds there are of each sort, by place and by practice field: a row for a place, a fee model ('' for any), a field
 * and a claim kind, with as many figures as there are sorts in use; and the sums that are asked for most, a branch with '', '' with
 * a claim kind, '' with ''. Kept from `open_rounds` by the database; what is not folded in yet lies in `round_count_changes`, and
 * only both together are right.
 */
export const roundCounts = pgTable(
  "round_counts",
  {
    place: text().notNull(),
    model: text().notNull(),
    field: text().notNull(),
    claimKind: text().notNull(),
    /** All of them, and those of them that are open to agencies. */
    rounds: integer().notNull(),
    agencyRounds: integer().notNull(),
    /**
     * Debtor kind, amount, age and openness to agencies as one number, see `sorts`; with the figure of each. Both with commas, as
     * they are sent: they are read a thousand times for each time they are written, and an array would be written out each time.
     */
    slots: text().notNull(),
    figures: text().notNull(),
  },
  (t) => [primaryKey({ columns: [t.place, t.model, t.field, t.claimKind] })],
);

/** Rounds that came and went since the counts were folded last: appended, so that no two openings ever wait for one another. */
export const roundCountChanges = pgTable("round_count_changes", {
  id: bigint({ mode: "number" }).primaryKey().generatedAlwaysAsIdentity(),
  places: text().array().notNull(),
  models: text().array().notNull(),
  field: text().notNull(),
  claimKind: text().notNull(),
  slot: smallint().notNull(),
  change: smallint().notNull(),
});

/** What a collector's organisation takes on. An empty list of anything but places means any. */
export const practiceProfiles = pgTable(
  "practice_profiles",
  {
    orgId: uuid().primaryKey(),
    places: text().array().notNull(),
    fields: text().array().notNull(),
    claimKinds: text().array().notNull(),
    debtorKinds: text().array().notNull(),
    feeModels: text().array().notNull(),
    languages: text().array().notNull(),
    /** Least and most principal by currency, in minor units. */
    amounts: jsonb().$type<Amounts>().notNull(),
    /** Days overdue. */
    leastDays: integer(),
    mostDays: integer(),
    takesDisputed: boolean().notNull(),
    takesLots: boolean().notNull(),
    /** Works beyond its places, wherever it is licensed. */
    remote: boolean().notNull(),
    paused: boolean().notNull(),
    updatedBy: uuid().notNull(),
    updatedAt: instant().notNull(),
  },
  (t) => [
    index("practice_profiles_at").using("gin", t.places).where(sql`not ${t.paused}`),
    index("practice_profiles_remote").on(t.orgId).where(sql`${t.remote} and not ${t.paused}`),
    check("practice_profiles_days", sql`${t.leastDays} <= ${t.mostDays}`),
  ],
);

/** How far the news of a round has gone, and when it goes further. Gone with the round. */
export const roundNews = pgTable(
  "round_news",
  {
    caseId: uuid().primaryKey(),
    tenderId: uuid().notNull(),
    /** The widest ring told so far; -1 before the first. */
    ring: smallint().notNull(),
    told: integer().notNull(),
    /** Null when there is nobody left to tell. */
    widenAt: instant(),
  },
  (t) => [index("round_news_due").on(t.widenAt).where(sql`${t.widenAt} is not null`)],
);

/** Who was told of a round, and in which ring: nobody twice. */
export const roundInvitations = pgTable(
  "round_invitations",
  {
    caseId: uuid().notNull(),
    tenderId: uuid().notNull(),
    orgId: uuid().notNull(),
    ring: smallint().notNull(),
    toldAt: instant().notNull(),
  },
  (t) => [primaryKey({ columns: [t.caseId, t.tenderId, t.orgId] }), index().on(t.orgId, t.toldAt)],
);

/** A person's own narrowed list, kept by name, with news of what comes into it. */
export const savedSearches = pgTable(
  "saved_searches",
  {
    id: uuid().primaryKey(),
    userId: uuid().notNull(),
    orgId: uuid().notNull(),
    name: text().notNull(),
    /** The list's address without its beginning: `kind=goods&place=CN-440000`. */
    query: text().notNull(),
    alert: text({ enum: alertKinds }).notNull(),
    createdAt: instant().notNull(),
    /** What opened until then has been told or was there when it was saved. */
    toldUntil: instant().notNull(),
    /** When to look next; null where no news is wanted. */
    lookAt: instant(),
  },
  (t) => [
    index().on(t.userId, t.createdAt),
    index("saved_searches_due").on(t.lookAt).where(sql`${t.lookAt} is not null`),
  ],
);
