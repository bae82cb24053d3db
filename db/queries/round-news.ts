import { and, eq, sql } from "drizzle-orm";
import { neighboursOf, type Ring } from "#app/domain/market/match.ts";
import { languageAt } from "#app/domain/market/practice.ts";
import { pathOf, placesIn } from "#app/domain/places/register.ts";
import type { Reader, Tx } from "#db/client.ts";
import { openRounds, roundInvitations, roundNews } from "#db/schema/market.ts";
import { bids } from "#db/schema/tenders.ts";
import { textArray } from "./any-of.ts";
import { licensedAt } from "./licences.ts";
import type { ListedRound } from "./open-rounds.ts";

export type NewsRow = typeof roundNews.$inferSelect;

export async function insertNews(tx: Tx, row: NewsRow): Promise<void> {
  await tx.insert(roundNews).values(row).onConflictDoUpdate({ target: roundNews.caseId, set: row });
}

export async function updateNews(tx: Tx, caseId: string, set: Partial<NewsRow>): Promise<void> {
  await tx.update(roundNews).set(set).where(eq(roundNews.caseId, caseId));
}

/** Rounds whose news goes further now, each held until the transaction ends; another worker takes the next ones. */
export async function lockDueNews(
  tx: Tx,
  { now, limit }: { now: Date; limit: number },
): Promise<{ news: NewsRow; round: ListedRound }[]> {
  return tx
    .select({ news: roundNews, round: openRounds })
    .from(roundNews)
    .innerJoin(openRounds, eq(openRounds.caseId, roundNews.caseId))
    .where(sql`${roundNews.widenAt} <= ${now.toISOString()}::timestamptz`)
    .orderBy(roundNews.widenAt, roundNews.caseId)
    .limit(limit)
    .for("update", { of: roundNews, skipLocked: true });
}

/** The places whose collectors a ring reaches, by the index of profiles' places; null for those who work anywhere. */
const reachOf: Record<Ring, (code: string) => string[] | null> = {
  city: (code) => pathOf(code).map((place) => place.code),
  province: (code) => pathOf(code).map((place) => place.code),
  neighbours: (code) =>
    neighboursOf(code).flatMap((province) => [province, ...placesIn(province).map((city) => city.code)]),
  remote: () => null,
};

type Asked = { round: ListedRound; ring: Ring; today: string; limit: number };

/**
 * Collectors of a ring that take on such a round, are licensed for it by the table, and were not told of it yet. In an
 * order that belongs to the round: nobody stands first on all of them.
 */
export async function collectorsFor(reader: Reader, { round, ring, today, limit }: Asked): Promise<string[]> {
  const reach = reachOf[ring](round.placeCode);
  const near = {
    city: sql`(p.places @> ${textArray([round.placeCode])} or o.place_code = ${round.placeCode})`,
    province: sql`true`,
    neighbours: sql`p.remote`,
    remote: sql`p.remote`,
  }[ring];
  const branch = round.field.split(".")[0];
  const language = languageAt(round.country);
  const either = (column: string, values: readonly string[]) =>
    sql`(p.${sql.identifier(column)} = '{}' or p.${sql.identifier(column)} && ${textArray(values)})`;
  const bound = (name: "least" | "most") =>
    sql`coalesce((p.amounts -> ${round.currency} ->> ${name})::bigint, ${round.principal}::bigint)`;
  const rows = await reader.execute<{ org_id: string }>(sql`
    select p.org_id from practice_profiles p join organizations o on o.id = p.org_id
    where not p.paused and ${reach ? sql`p.places && ${textArray(reach)}` : sql`p.remote`} and ${near}
      and ${either("fields", [branch, round.field])} and ${either("claim_kinds", [round.claimKind])}
      and ${either("debtor_kinds", [round.debtorKind])} and ${either("fee_models", round.feeModels)}
      and ${language ? either("languages", [language]) : sql`true`}
      and ${round.principal}::bigint between ${bound("least")} and ${bound("most")}
      and ${today}::date - ${round.dueOn}::date between coalesce(p.least_days, -100000) and coalesce(p.most_days, 100000)
      and (p.takes_disputed or ${round.disputed} <> 'yes') and (p.takes_lots or ${round.subject} = 'case')
      and (o.kind <> 'agency' or ${round.agencyOpen}) and o.id <> ${round.creditorOrgId}
      and ${licensedAt(sql`l.territory = any(${textArray(round.territories)})`, today)}
      and not exists (select 1 from round_invitations i where i.case_id = ${round.caseId}
        and i.tender_id = ${round.tenderId} and i.org_id = p.org_id)
    order by md5(${round.caseId} || p.org_id::text) limit ${limit}`);
  return rows.map((row) => row.org_id);
}

export async function insertInvitations(
  tx: Tx,
  rows: (typeof roundInvitations.$inferInsert)[],
): Promise<void> {
  if (rows.length > 0) await tx.insert(roundInvitations).values(rows).onConflictDoNothing();
}

/** How many bids lie in a round, of those not withdrawn. */
export async function bidsIn(reader: Reader, { caseId, tenderId }: NewsRow): Promise<number> {
  return reader.$count(
    bids,
    and(eq(bids.caseId, caseId), eq(bids.tenderId, tenderId), sql`${bids.withdrawnAt} is null`),
  );
}
