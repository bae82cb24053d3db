import { eq, type SQL, sql } from "drizzle-orm";
import type { Listing } from "#app/domain/market/listing.ts";
import { boundsOf, type Narrowed, type Rest } from "#app/domain/market/narrow.ts";
import type { Sort } from "#app/domain/market/sorts.ts";
import type { PageKey } from "#app/domain/page-key.ts";
import { placeOf } from "#app/domain/places/register.ts";
import type { Reader, Tx } from "#db/client.ts";
import { openRounds, roundNews } from "#db/schema/market.ts";
import { anyText, ofSort, textArray } from "./any-of.ts";

/** Puts a round on the market, in the transaction that opens it. A case is listed once: its newest round is the open one. */
export async function listRound(tx: Tx, row: Listing): Promise<void> {
  await tx.insert(openRounds).values(row).onConflictDoUpdate({ target: openRounds.caseId, set: row });
}

/** Takes a round off the market, in the transaction that closes, voids or withdraws it. */
export async function unlistRound(tx: Tx, caseId: string): Promise<void> {
  await tx.delete(openRounds).where(eq(openRounds.caseId, caseId));
  await tx.delete(roundNews).where(eq(roundNews.caseId, caseId));
}

/** Lists a round until a later moment, in the transaction that extends it. */
export async function relistRound(tx: Tx, caseId: string, closesAt: Date): Promise<void> {
  await tx.update(openRounds).set({ closesAt }).where(eq(openRounds.caseId, caseId));
}

export type ListedRound = typeof openRounds.$inferSelect;

/** How rows are come by: along the closing times, or gathered by their sort first, which pays where they are few. */
export type Way = "in-order" | "by-sort";

type Page = {
  list: Narrowed;
  now: Date;
  /** The last round of the page before. */
  after: PageKey | null;
  limit: number;
  way: Way;
};

/** Open rounds of a narrowed list by the clock, closing soon first. */
export async function roundsOpen(reader: Reader, page: Page): Promise<ListedRound[]> {
  if (isEmpty(page.list)) return [];
  return reader
    .select()
    .from(openRounds)
    .where(sql`case_id in (select case_id from (${found(page, sql`case_id, closes_at`)}) as found)`)
    .orderBy(openRounds.closesAt, openRounds.caseId);
}

/** What the counts need to know of a round. */
export type Sorted = { field: string; claimKind: string; sort: Sort; models: string[]; at: string[] };

/** The first rounds of a list as far as they are counted, for conditions that no kept count knows. One text for all of them: rows of columns cost more to read than to find. */
export async function sortsOpen(reader: Reader, page: Page): Promise<Sorted[]> {
  if (isEmpty(page.list)) return [];
  const columns = sql`case_id, closes_at, concat_ws(',', field, claim_kind, debtor_kind, amount_band, age_band, agency_open::int,
    array_to_string(fee_models, ' '), country, province_code, place_code) as said`;
  const [{ said }] = await reader.execute<{ said: string }>(
    sql`select coalesce(string_agg(said, ';'), '') as said from (${found(page, columns)}) as found`,
  );
  return said === "" ? [] : said.split(";").map(sorted);
}

function sorted(said: string): Sorted {
  const [field, claimKind, debtorKind, amountBand, ageBand, agencyOpen, models, ...at] = said.split(",");
  const sort = {
    debtorKind: debtorKind as Sort["debtorKind"],
    amountBand: Number(amountBand),
    ageBand: Number(ageBand),
    agencyOpen: agencyOpen === "1",
  };
  return { field, claimKind, sort, models: models.split(" "), at };
}

/** Rounds of a narrowed list that opened after a moment. */
export async function roundsSince(
  reader: Reader,
  { list, now, since, limit }: { list: Narrowed; now: Date; since: Date; limit: number },
): Promise<ListedRound[]> {
  if (isEmpty(list)) return [];
  return reader
    .select()
    .from(openRounds)
    .where(
      sql.join(
        [sql`opens_at > ${since.toISOString()}`, atPlaces(list), openAt(now), ...conditions(list, now)],
        sql` and `,
      ),
    )
    .orderBy(openRounds.opensAt, openRounds.caseId)
    .limit(limit);
}

/** Nothing can be in it: no place, or a pick that what came before it excludes. */
const isEmpty = ({ places, debtors }: Narrowed) => places.length === 0 || debtors?.length === 0;

const found = (page: Page, columns: SQL): SQL =>
  page.way === "in-order" ? inOrder(page, columns) : bySort(page, columns);

/** A few rows of each place along its own index, then the first of them all. */
function inOrder({ list, now, after, limit }: Page, columns: SQL): SQL {
  const where = sql.join([openAt(now), ...beyond(after), ...conditions(list, now)], sql` and `);
  const arms = list.places.map(
    (place) => sql`(select ${columns} from open_rounds where ${levels[levelOf(place)]} = ${place} and ${where}
      order by closes_at, case_id limit ${limit})`,
  );
  return sql`select * from (${sql.join(arms, sql` union all `)}) as arms order by closes_at, case_id limit ${limit}`;
}

/** The column whose index leads to the rounds of a place. A whole country is a jurisdiction of its own where it is a licence's territory. */
const levels = { country: sql`jurisdiction`, province: sql`province_code`, city: sql`place_code` };
const levelOf = (code: string) => placeOf(code)?.level ?? "province";

/** All rounds of a sort, then those at the places, then the first of them. */
function bySort({ list, now, after, limit }: Page, columns: SQL): SQL {
  const where = sql.join(
    [atPlaces(list), openAt(now), ...beyond(after), ...conditions(list, now)],
    sql` and `,
  );
  return sql`with gathered as materialized (select ${columns} from open_rounds where ${where})
    select * from gathered order by closes_at, case_id limit ${limit}`;
}

/** Rounds at one of the places, each asked of the column of its level, so that an index leads there. */
function atPlaces({ places }: Narrowed): SQL {
  const at = Object.entries(levels).flatMap(([level, column]) => {
    const codes = places.filter((code) => levelOf(code) === level);
    return codes.length > 0 ? [sql`${column} = ${anyText(codes)}`] : [];
  });
  return sql`(${sql.join(at, sql` or `)})`;
}

const openAt = (now: Date): SQL =>
  sql`closes_at > ${now.toISOString()}::timestamptz and opens_at <= ${now.toISOString()}::timestamptz`;

const beyond = (after: PageKey | null): SQL[] =>
  after ? [sql`(closes_at, case_id) > (${after.at.toISOString()}::timestamptz, ${after.id}::uuid)`] : [];

/** Everything that is asked of a round but its place. */
function conditions(list: Narrowed, now: Date): SQL[] {
  const { picks, debtors } = list;
  const oneOf = (column: SQL, values: readonly string[] | null) =>
    values ? [sql`${column} = ${anyText(values)}`] : [];
  const inBands = (column: SQL, bands: readonly number[] | null) =>
    bands ? [sql`${column} = any(${`{${bands.join(",")}}`}::smallint[])`] : [];
  return [
    ...list.sorts.map(ofSort),
    ...oneOf(sql`field`, picks.fields),
    ...oneOf(sql`claim_kind`, picks.kinds),
    ...oneOf(sql`debtor_kind`, debtors),
    ...oneOf(sql`debtor_kind`, picks.debtors),
    ...inBands(sql`amount_band`, picks.amounts),
    ...inBands(sql`age_band`, picks.ages),
    ...(picks.model ? [sql`fee_models @> ${textArray([picks.model])}`] : []),
    ...(list.agencyOnly ? [sql`agency_open`] : []),
    ...others(list.rest, now),
  ];
}

function others(rest: Rest, now: Date): SQL[] {
  const until = (hours: number) => new Date(now.getTime() + hours * 3_600_000).toISOString();
  const daysAgo = (days: number) => new Date(now.getTime() - days * 86_400_000).toISOString().slice(0, 10);
  return [
    ...(rest.closingWithinHours ? [sql`closes_at <= ${until(rest.closingWithinHours)}::timestamptz`] : []),
    ...(rest.onlyCurrency ? [sql`currency = ${rest.onlyCurrency}`] : []),
    ...boundsOf(rest).map(
      ({ currency, least, most }) => sql`(currency <> ${currency} or principal between ${least ?? 0}
        and ${most ?? Number.MAX_SAFE_INTEGER})`,
    ),
    ...(rest.leastDays === null ? [] : [sql`due_on <= ${daysAgo(rest.leastDays)}::date`]),
    ...(rest.mostDays === null ? [] : [sql`due_on >= ${daysAgo(rest.mostDays)}::date`]),
    ...(rest.undisputed ? [sql`disputed <> 'yes'`] : []),
    ...(rest.casesOnly ? [sql`subject = 'case'`] : []),
    ...(rest.models ? [sql`fee_models && ${textArray(rest.models)}`] : []),
    ...rest.terms.map((group) => sql`terms && ${textArray(group)}`),
    ...(rest.codes.length > 0 ? [sql`code = ${anyText(rest.codes)}`] : []),
  ];
}
