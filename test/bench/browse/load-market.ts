import { type SQL, sql } from "drizzle-orm";
import { unsupportedBecause } from "#app/domain/cases/place-support.ts";
import { leaves } from "#app/domain/market/fields.ts";
import { entries } from "#app/domain/places/entries.ts";
import { pathOf, placesIn } from "#app/domain/places/register.ts";
import type { Db, Tx } from "#db/client.ts";

/** A share of all rounds a country, in its own money. */
const countries: Record<string, { share: number; currency: string }> = {
  CN: { share: 0.6, currency: "CNY" },
  US: { share: 0.25, currency: "USD" },
  DE: { share: 0.1, currency: "EUR" },
  GB: { share: 0.05, currency: "GBP" },
};

/** Cities, and provinces that have none, where a case can be posted. */
const places = entries
  .map(({ place }) => place)
  .filter((place) => place.level !== "country" && unsupportedBecause(place) === null)
  .filter((place) => placesIn(place.code).length === 0);

/** The n-th is rarer than the first: what cities and trades do all over the world. */
const zipf = (at: number) => 1 / (at + 4);

const placeRows = Object.entries(countries).flatMap(([country, { share, currency }]) => {
  const within = places.filter((place) => place.country === country);
  const whole = within.reduce((sum, _, at) => sum + zipf(at), 0);
  return within.map((place, at) => {
    const path = pathOf(place.code);
    return {
      code: place.code,
      country,
      province: path[1].code,
      jurisdiction: place.jurisdiction,
      currency,
      weight: (share * zipf(at)) / whole,
      terms: path.map(({ code }) => `p:${code}`),
    };
  });
});

const sortRows = leaves.flatMap((field, at) =>
  field.kinds.map((kind, nth) => ({
    field: field.code,
    kind,
    weight: zipf(at) / (nth + 1),
    terms: [`f:${field.parent}`, `f:${field.code}`, `k:${kind}`],
  })),
);

/** A list whose rows are drawn by weight: `pick` of it lies between `low` and `high`. */
const drawn = (name: string, rows: object[]): SQL => sql`create temporary table ${sql.identifier(name)} as
  select r.*, sum(weight) over w - weight as low, sum(weight) over w as high, sum(weight) over () as whole
  from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r(code text, country text, province text, jurisdiction text,
    currency text, field text, kind text, weight float8, terms text[])
  window w as (order by coalesce(code, field || kind))`;

/** Fills an empty market with open rounds, in a few statements; the indexes are built after, and the counts by the database's own hand. */
export function loadRounds(owner: Db, count: number): Promise<void> {
  return owner.transaction(async (tx) => {
    const { rebuilt } = await withoutIndexes(tx);
    await tx.execute(sql`alter table open_rounds disable trigger open_rounds_counted`);
    await tx.execute(sql`select setseed(0.42)`);
    await tx.execute(drawn("place", placeRows));
    await tx.execute(drawn("sort", sortRows));
    await tx.execute(spread("place"));
    await tx.execute(spread("sort"));
    await tx.execute(rounds(count));
    await tx.execute(sql`alter table open_rounds enable trigger open_rounds_counted`);
    for (const statement of rebuilt) await tx.execute(sql.raw(statement));
    await tx.execute(sql`insert into round_count_changes (places, models, field, claim_kind, slot, change)
      select s.places, s.models, s.field, s.claim_kind, s.slot, s.changed from open_rounds r, round_sort(r, 1) s`);
    await tx.execute(sql`select fold_round_counts(${count + 1})`);
  });
}

/** A thousand tickets a list, as many each as its weight: a draw is then a look-up by number. */
const tickets = 20_000;
const spread = (name: string): SQL => sql`create temporary table ${sql.identifier(`${name}_ticket`)} as
  select t, x.* from generate_series(0, ${tickets - 1}) t
  join ${sql.identifier(name)} x on t >= floor(x.low / x.whole * ${tickets}) and t < floor(x.high / x.whole * ${tickets})`;

const rounds = (count: number): SQL => sql`
  insert into open_rounds (case_id, tender_id, subject, code, creditor_org_id, jurisdiction, country, province_code, place_code,
    field, claim_kind, debtor_kind, creditor_kind, purpose, principal, currency, case_count, due_on, goal, evidence_kinds,
    disputed, scope, fee_models, territories, agency_open, amount_band, age_band, opens_at, closes_at, terms)
  select gen_random_uuid(), gen_random_uuid(), 'case', 'R-' || lpad(n::text, 8, '0'), gen_random_uuid(), p.jurisdiction,
    p.country, p.province, p.code, s.field, s.kind, debtor, 'business',
    case when debtor = 'natural_consumer' then 'consumer' else 'commercial' end,
    (starts[band + 1] * (1 + r5 * 3))::bigint, p.currency, 1, current_date - days,
    'up_to_lawsuit', '{contract,invoice}', case when r6 < 0.05 then 'yes' else 'no' end,
    case when agency then 'formal_demand' else 'judgment' end, models, array[p.jurisdiction], agency, band,
    (days > 90)::int + (days > 365)::int + (days > 1095)::int, opens, opens + hours * interval '1 hour',
    p.terms || s.terms || array['d:' || debtor, 'a:' || band, 'm:' || models[1], 'y:' || p.currency,
      'g:' || (days > 90)::int + (days > 365)::int + (days > 1095)::int]
  from (
    select n, floor(random() * ${tickets})::int as t1, floor(random() * ${tickets})::int as t2, random() as r5,
      random() as r6, (array['natural_consumer', 'company', 'company', 'sole_trader'])[1 + floor(random() * 4)::int] as debtor,
      floor(random() * 5)::int as band, floor(10 + random() * random() * 1800)::int as days, random() < 0.4 as agency,
      (array['{success}', '{success,fixed}', '{success,fixed,hourly,hybrid}', '{fixed}'])[1 + floor(random() * 4)::int]::text[]
        as models, hours, rung_now() - random() * hours * interval '1 hour' as opens,
      array[30000, 100000, 500000, 2500000, 10000000] as starts
    from (select n, (array[24, 48, 120])[1 + floor(random() * 3)::int] as hours from generate_series(1, ${count}) n) windows
  ) draw join place_ticket p on p.t = draw.t1 join sort_ticket s on s.t = draw.t2`;

/** Takes the indexes off and says how they are made again: a million rows go in without minding them. */
async function withoutIndexes(tx: Tx): Promise<{ rebuilt: string[] }> {
  const rows = await tx.execute<{
    indexname: string;
    indexdef: string;
  }>(sql`select indexname, indexdef from pg_indexes
    where tablename = 'open_rounds' and indexname <> 'open_rounds_pkey'`);
  for (const { indexname } of rows) await tx.execute(sql`drop index ${sql.identifier(indexname)}`);
  return { rebuilt: rows.map(({ indexdef }) => indexdef) };
}
