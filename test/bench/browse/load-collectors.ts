import { sql } from "drizzle-orm";
import { branches } from "#app/domain/market/fields.ts";
import { placesIn } from "#app/domain/places/register.ts";
import type { Db, Tx } from "#db/client.ts";

const states = placesIn("US").map(({ code }) => code);
const lands = placesIn("DE").map(({ code }) => code);
const provinces = placesIn("CN")
  .filter(({ refusal }) => refusal === null)
  .map(({ code }) => code);
const array = (values: readonly string[]) => sql`${`{${values.join(",")}}`}::text[]`;

/** Collectors of one member each, licensed, with a practice profile; written straight into the tables. */
export const loadCollectors = (owner: Db, count: number): Promise<void> =>
  owner.transaction((tx) => load(tx, count));

async function load(tx: Tx, count: number): Promise<void> {
  await tx.execute(sql`select setseed(0.17)`);
  await tx.execute(sql`create temporary table collector on commit drop as
    select n, gen_random_uuid() as id, case when r < 0.6 then 'CN' when r < 0.85 then 'US' when r < 0.95 then 'DE' else 'GB' end
        as country, case when k < 0.7 then 'lawyer' when k < 0.85 or r < 0.6 then 'law_firm' else 'agency' end as kind
    from (select n, random() as r, random() as k from generate_series(1, ${count}) n) draw`);
  await tx.execute(sql`create temporary table coverage on commit drop as
    select c.*, case country when 'CN' then ${array(provinces)} when 'US' then ${array(states)} when 'DE' then ${array(lands)}
        else '{GB-EW}'::text[] end as choice, floor(random() * 1000)::int as at, 1 + floor(random() * 3)::int as wide
    from collector c`);
  await tx.execute(sql`create temporary table covered on commit drop as
    select v.*, (select array_agg(distinct choice[1 + (at + step) % cardinality(choice)]) from generate_series(1, wide) step) as places
    from coverage v`);
  await tx.execute(sql`insert into organizations (id, kind, name, place_code, created_at)
    select id, kind, 'Collector ' || n, places[1], rung_now() from covered`);
  await tx.execute(sql`insert into users (id, email, name, password_hash, locale, email_verified_at, created_at)
    select id, 'collector' || n || '@bench.example', 'Collector ' || n, '', 'en', rung_now(), rung_now() from covered`);
  await tx.execute(
    sql`insert into memberships (org_id, user_id, role, created_at) select id, id, 'owner', rung_now() from covered`,
  );
  await tx.execute(sql`insert into licences (id, org_id, kind, holder_name, number, issuer, territory, valid_from, status,
      submitted_at, register, register_checked_at)
    select gen_random_uuid(), id, case when country = 'CN' then 'lawyer_certificate' when kind <> 'agency' then 'bar_admission'
        when country = 'US' then 'agency_licence' when country = 'GB' then 'fca_permission' else 'inkasso_registration' end,
      'Collector ' || n, case when country = 'CN' then '14401201510' else 'B' end || lpad(n::text, 6, '0'), 'Register', territory, current_date - 700, 'verified', rung_now(), 'Register', rung_now()
    from covered, unnest(case when country in ('CN', 'DE') then array[country] else places end) as territory`);
  await tx.execute(sql`insert into practice_profiles (org_id, places, fields, claim_kinds, debtor_kinds, fee_models, languages,
      amounts, takes_disputed, takes_lots, remote, paused, updated_by, updated_at)
    select id, places, case when n % 3 = 0 then '{}'::text[] else array[branch[1 + n % cardinality(branch)],
        branch[1 + (n / 7) % cardinality(branch)]] end, '{}', '{}', '{}', '{}',
      case when n % 4 = 0 then '{"CNY": {"least": 1000000, "most": null}, "USD": {"least": 100000, "most": null}}'::jsonb
        else '{}'::jsonb end, n % 5 <> 0, true, n % 10 = 0, n % 50 = 0, id, rung_now()
    from covered, (select ${array(branches.map(({ code }) => code))} as branch) as branches`);
}
