import { sql } from "drizzle-orm";
import {
  bigint,
  boolean,
  check,
  date,
  index,
  integer,
  pgTable,
  smallint,
  text,
  timestamp,
  uuid,
} from "drizzle-orm/pg-core";
import { subjects } from "#app/domain/market/listing.ts";

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
    check("open_rounds_open", sql`${t.closesAt} > ${t.opensAt}`),
  ],
);
