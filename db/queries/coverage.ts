import { sql } from "drizzle-orm";
import { entries } from "#app/domain/places/entries.ts";
import { pathOf } from "#app/domain/places/register.ts";
import type { DeclineReason } from "#app/domain/tenders/declines.ts";
import type { Reader } from "#db/client.ts";
import { licensedAt } from "./licences.ts";

/** Every place below a country with its province, for statements that group by province. */
const provinces = JSON.stringify(
  entries.flatMap(({ place: { code, country } }) => {
    const province = pathOf(code)[1]?.code;
    return province ? [{ code, province, country }] : [];
  }),
);
const register = sql`jsonb_to_recordset(${provinces}::jsonb) as r(code text, province text, country text)`;

export type Gap = { place: string; branch: string; open: number };

/** Provinces and branches with open rounds that no licensed collector says it takes on, those with most rounds first. */
export async function coverageGaps(
  reader: Reader,
  { today, limit }: { today: string; limit: number },
): Promise<Gap[]> {
  return reader.execute<Gap>(sql`
    with offered as (
      select c.place, c.field as branch, c.rounds as open from round_counts c
      where c.model = '' and c.field <> '' and c.claim_kind = '' and c.place in (select distinct r.province from ${register})
        and c.rounds > 0
    ), taking as (
      select distinct r.province, f.branch from practice_profiles p
      cross join unnest(p.places) as at(place)
      join ${register} on at.place in (r.code, r.country)
      cross join lateral (select split_part(named, '.', 1) as branch from unnest(p.fields) as named
        union all select '' where p.fields = '{}') as f
      where not p.paused and ${licensedAt(sql`l.territory in (r.country, r.province)`, today)}
    )
    select place, branch, open from offered o
    where not exists (select 1 from taking t where t.province = o.place and t.branch in ('', o.branch))
    order by open desc, place, branch limit ${limit}`);
}

export type ThinRound = {
  code: string;
  placeCode: string;
  bids: number;
  told: number;
  ring: number;
  closesAt: Date;
};

/** Open rounds past half of their time with fewer bids than this, those that close first at the top. */
export async function thinRounds(
  reader: Reader,
  { now, fewerThan, limit }: { now: Date; fewerThan: number; limit: number },
): Promise<ThinRound[]> {
  const at = sql`${now.toISOString()}::timestamptz`;
  const rows = await reader.execute<Omit<ThinRound, "closesAt"> & { closesAt: string }>(sql`
    select o.code, o.place_code as "placeCode", n.told, n.ring, o.closes_at as "closesAt", lain.bids::integer as bids
    from open_rounds o join round_news n on n.case_id = o.case_id
    cross join lateral (select count(*) as bids from bids b where b.case_id = o.case_id and b.tender_id = o.tender_id
      and b.withdrawn_at is null) as lain
    where o.closes_at > ${at} and o.opens_at + (o.closes_at - o.opens_at) / 2 <= ${at} and lain.bids < ${fewerThan}
    order by o.closes_at, o.case_id limit ${limit}`);
  return rows.map((row) => ({ ...row, closesAt: new Date(row.closesAt) }));
}

export type FirstBids = { place: string; rounds: number; withBids: number; medianHours: number | null };

/** How long rounds opened since a moment waited for their first bid, by province. */
export async function firstBids(reader: Reader, since: Date): Promise<FirstBids[]> {
  return reader.execute<FirstBids>(sql`
    select r.province as place, count(*)::integer as rounds, count(first.at)::integer as "withBids",
      round((percentile_cont(0.5) within group (order by extract(epoch from first.at - t.opens_at)) / 3600)::numeric, 1)::float8
        as "medianHours"
    from tenders t join case_briefs c on c.case_id = t.case_id join ${register} on r.code = c.place_code
    cross join lateral (select min(b.placed_at) as at from bids b where b.case_id = t.case_id and b.tender_id = t.id) as first
    where t.opens_at >= ${since.toISOString()}::timestamptz
    group by 1 order by 2 desc, 1`);
}

export type DeclinesAt = { place: string; reason: DeclineReason; count: number };

/** Why rounds were passed by since a moment, by province: what was taken back and who passed are in no figure. */
export async function declinesByPlace(
  reader: Reader,
  { since, limit }: { since: Date; limit: number },
): Promise<DeclinesAt[]> {
  return reader.execute<DeclinesAt>(sql`
    select r.province as place, d.reason, count(*)::integer as count
    from round_declines d join case_briefs c on c.case_id = d.case_id join ${register} on r.code = c.place_code
    where d.taken_back_at is null and d.declined_at >= ${since.toISOString()}::timestamptz
    group by 1, 2 order by 3 desc, 1, 2 limit ${limit}`);
}
