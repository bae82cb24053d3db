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
  text,
  timestamp,
  uuid,
} from "drizzle-orm/pg-core";
import type { Actor } from "#app/domain/accounts/actor.ts";
import { debtKinds, debtorKinds } from "#app/domain/cases/answers.ts";
import { caseStatuses } from "#app/domain/cases/moves.ts";
import type { LotSpread } from "#app/domain/portfolios/bands.ts";
import { standings } from "#app/domain/portfolios/claim.ts";
import type { MappingFile } from "#app/domain/portfolios/mapping.ts";
import {
  type ImportCounts,
  type ImportSetting,
  type LotOffer,
  portfolioStatuses,
} from "#app/domain/portfolios/portfolio.ts";
import { bytes } from "./bytes.ts";

const instant = () => timestamp({ withTimezone: true, mode: "date" });

/** A file of claims that a creditor imported, or is importing. */
export const portfolios = pgTable(
  "portfolios",
  {
    id: uuid().primaryKey(),
    /** `P-7K2M9`. */
    code: text().notNull().unique(),
    creditorOrgId: uuid().notNull(),
    status: text({ enum: portfolioStatuses }).notNull(),
    fileName: text().notNull(),
    /** SHA-256 of creditor, file and mapping: the same import again goes on or changes nothing. */
    importKey: text().notNull().unique(),
    setting: jsonb().$type<ImportSetting>().notNull(),
    counts: jsonb().$type<ImportCounts>().notNull(),
    /** The last row of the file that is done with; a resumed import goes on behind it. */
    rowsDone: integer().notNull(),
    createdBy: uuid().notNull(),
    createdAt: instant().notNull(),
    updatedAt: instant().notNull(),
    finishedAt: instant(),
    /** What its lots are offered for: set when it is sent in for review. */
    offer: jsonb().$type<LotOffer>(),
    /** What the reviewer wrote to the creditor, where it was returned or refused. */
    reviewNote: text(),
  },
  (t) => [index().on(t.creditorOrgId, t.createdAt), index().on(t.status, t.updatedAt)],
);

/** Claims of a portfolio that are alike in what lots are made by. A lot is made of groups, so that splitting touches no claim. */
export const portfolioGroups = pgTable(
  "portfolio_groups",
  {
    portfolioId: uuid().notNull(),
    groupNo: integer().notNull(),
    region: text().notNull(),
    jurisdiction: text().notNull(),
    currency: text().notNull(),
    debtorKind: text({ enum: debtorKinds }).notNull(),
    claimKind: text({ enum: debtKinds }).notNull(),
    standing: text({ enum: standings }).notNull(),
    claims: integer().notNull(),
    principal: bigint({ mode: "bigint" }).notNull(), // minor units of `currency`
    lotId: uuid(),
  },
  (t) => [primaryKey({ columns: [t.portfolioId, t.groupNo] }), index().on(t.lotId)],
);

/**
 * One imported claim. `case_id` is made from the digest of creditor, debtor and reference, so that the same claim cannot be
 * stored twice; it is the id of the case that the claim becomes. Who owes is in `sealed` and nowhere else.
 */
export const portfolioClaims = pgTable(
  "portfolio_claims",
  {
    caseId: uuid().primaryKey(),
    portfolioId: uuid().notNull(),
    groupNo: integer().notNull(),
    rowNo: integer().notNull(),
    placeCode: text().notNull(),
    principal: bigint({ mode: "bigint" }).notNull(),
    dueOn: date({ mode: "string" }).notNull(),
    limitationLast: date({ mode: "string" }),
    /** First half of the HMAC of the debtor's name and place: finds ties before a bid, reveals nothing. */
    nameKey: bytes().notNull(),
    sealed: bytes().notNull(),
    /** Set when its lot was engaged: it is a case now, or was refused with this reason and stays. */
    became: text({ enum: ["case", "refused"] }),
    /** The mandate of its lot under which it was settled, as a case or refused; null while it waits for the first or the next one. */
    engagementId: uuid(),
    refusal: text(),
  },
  (t) => [
    index().on(t.portfolioId, t.groupNo, t.caseId),
    check("portfolio_claims_principal", sql`${t.principal} > 0`),
  ],
);

/**
 * What a decision about a lot's mandate still has to be written into the log of each of its cases. The decision is whole without it; a row
 * goes when its event stands there.
 */
export const lotCarryovers = pgTable(
  "lot_carryovers",
  {
    /** The case of a claim of the lot, not the lot. */
    caseId: uuid().notNull(),
    /** Of the decision: the same in all its rows, and later than that of any before. */
    id: uuid().notNull(),
    type: text({ enum: ["mandate_ended", "mandate_changed"] }).notNull(),
    refs: jsonb().$type<Record<string, string | number>>().notNull(),
    /** When it was decided, and by whom: the worker that writes it down is nobody's. */
    occurredAt: instant().notNull(),
    actor: jsonb().$type<Actor>().notNull(),
  },
  (t) => [primaryKey({ columns: [t.caseId, t.id] }), index().on(t.id, t.caseId)],
);

/** A row of the file that was not taken, with the cell that says why. The cell's text is sealed: it may be a person's. */
export const portfolioRejects = pgTable(
  "portfolio_rejects",
  {
    portfolioId: uuid().notNull(),
    rowNo: integer().notNull(),
    no: integer().notNull(),
    column: text().notNull(),
    reason: text().notNull(),
    /** What the reason names: the row or the portfolio that had the claim first. */
    detail: text().notNull(),
    sealedValue: text().notNull(),
  },
  (t) => [primaryKey({ columns: [t.portfolioId, t.rowNo, t.no] })],
);

/** How a creditor's files with these headers were read last. */
export const importMappings = pgTable(
  "import_mappings",
  {
    orgId: uuid().notNull(),
    /** SHA-256 of the headers. */
    signature: text().notNull(),
    mapping: jsonb().$type<MappingFile>().notNull(),
    updatedAt: instant().notNull(),
  },
  (t) => [primaryKey({ columns: [t.orgId, t.signature] })],
);

/** The part of a portfolio that is tendered as one. Its rounds, bids, awards and papers carry its id as `case_id`. */
export const lots = pgTable(
  "lots",
  {
    caseId: uuid().primaryKey(),
    portfolioId: uuid().notNull(),
    /** `L-7K2M9`. */
    code: text().notNull(),
    creditorOrgId: uuid().notNull(),
    collectorOrgId: uuid(),
    status: text({ enum: caseStatuses }).notNull(),
    jurisdiction: text().notNull(),
    currency: text().notNull(),
    debtorKind: text({ enum: debtorKinds }).notNull(),
    claimKind: text({ enum: debtKinds }).notNull(),
    regions: text().array().notNull(),
    withBarred: boolean().notNull(),
    /** How many claims of which amounts and ages it holds: what bids are priced and compared by. */
    spread: jsonb().$type<LotSpread>().notNull(),
    /** Claims that are cases by now, and that were refused on the way. */
    posted: integer().notNull(),
    refused: integer().notNull(),
    createdAt: instant().notNull(),
    updatedAt: instant().notNull(),
    closedAt: instant(),
  },
  (t) => [index().on(t.portfolioId), index().on(t.creditorOrgId, t.updatedAt), index().on(t.collectorOrgId)],
);
