import { sql } from "drizzle-orm";
import {
  bigint,
  check,
  date,
  index,
  integer,
  pgTable,
  primaryKey,
  smallint,
  text,
  timestamp,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";
import { type PaperSeries, paperKinds, paperSeries, undoes } from "#app/domain/papers/content.ts";
import { taxStatuses } from "#app/domain/papers/particulars.ts";
import { taxCountries } from "#app/domain/papers/tax.data.ts";

const instant = () => timestamp({ withTimezone: true, mode: "date" });
const civil = () => date({ mode: "string" });
/** A closed list of ours as SQL; no value of it comes from outside. */
const listed = (names: readonly string[]) => sql.raw(names.map((name) => `'${name}'`).join(", "));
const series = [...new Set(Object.values(paperSeries))] as [PaperSeries, ...PaperSeries[]];

/** How an organisation is named on papers, and how it stands to taxes. What a paper said stays in the paper. */
export const orgParticulars = pgTable("org_particulars", {
  orgId: uuid().primaryKey(),
  name: text().notNull(),
  address: text().notNull(),
  country: text({ enum: taxCountries }).notNull(),
  taxStatus: text({ enum: taxStatuses }).notNull(),
  taxNumber: text(),
  ownRateBps: integer(),
  changedAt: instant().notNull(),
  changedBy: uuid(),
});

/** Who was asked for its particulars, since papers wait for them: once. */
export const particularsAsked = pgTable("particulars_asked", {
  orgId: uuid().primaryKey(),
  at: instant().notNull(),
});

/** The last number of each series, and the last day of issue. Only the guard of `papers` writes it. */
export const paperCounters = pgTable(
  "paper_counters",
  {
    issuerId: uuid().notNull(),
    series: text({ enum: series }).notNull(),
    year: smallint().notNull(),
    last: integer().notNull(),
    lastOn: civil(),
  },
  (t) => [primaryKey({ columns: [t.issuerId, t.series, t.year] })],
);

/**
 * A paper as it was issued. Append-only; numbered without a gap by issuer, series and year. It stands in its issuer's book, so it
 * distributes by `issuer_id`. The content is the very text whose hash stands beside it.
 */
export const papers = pgTable(
  "papers",
  {
    issuerId: uuid().notNull(),
    id: uuid().notNull(),
    kind: text({ enum: paperKinds }).notNull(),
    series: text({ enum: series }).notNull(),
    year: smallint().notNull(),
    nth: integer().notNull(),
    number: text().notNull(),
    /** Null where it is for a debtor. */
    recipientId: uuid(),
    caseId: uuid(),
    /** What it is about: `fee:<case>:<mandate>`, `receipt:<payment>`, `2026-10:EUR` ... */
    subject: text().notNull(),
    currency: text().notNull(),
    total: bigint({ mode: "bigint" }).notNull(), // minor units
    /** The paper it undoes, of the same issuer. */
    cancels: uuid(),
    issuedOn: civil().notNull(),
    issuedAt: instant().notNull(),
    issuedBy: uuid(),
    content: text().notNull(),
    contentHash: text().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.issuerId, t.id] }),
    uniqueIndex("papers_number_key").on(t.issuerId, t.series, t.year, t.nth),
    uniqueIndex("papers_cancelled_once").on(t.issuerId, t.cancels),
    // A period is stated once.
    uniqueIndex("papers_statement_once")
      .on(t.issuerId, t.kind, t.recipientId, t.subject)
      .where(sql`${t.series} in ('STM', 'ADV')`),
    index("papers_by_id").on(t.id),
    index("papers_by_issuer").on(t.issuerId, t.issuedAt, t.id),
    index("papers_by_recipient").on(t.recipientId, t.issuedAt, t.id),
    index("papers_by_case").on(t.caseId, t.subject),
    check("papers_kind", sql`${t.kind} in (${listed(paperKinds)})`),
    check(
      "papers_undoing",
      sql`(${t.kind} in (${listed(Object.keys(undoes))})) = (${t.cancels} is not null)`,
    ),
    check("papers_currency", sql`${t.currency} ~ '^[A-Z]{3}$'`),
    check("papers_year", sql`${t.year} = extract(year from ${t.issuedOn})`),
  ],
);
