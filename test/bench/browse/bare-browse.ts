import { type SQL, sql } from "drizzle-orm";
import type { MarketFilter } from "#app/domain/market/narrow.ts";
import { readSearch } from "#app/domain/market/search.ts";
import type { Ctx } from "#app/use-cases/ctx.ts";
import { validLicences } from "#db/queries/licences.ts";

/** What anyone would write first: the list in one statement, and a `group by` for each facet in another. */
export async function bareBrowse(ctx: Ctx, { filter }: { filter: MarketFilter }): Promise<void> {
  const licences = await validLicences(ctx.db, ctx.actor.orgId ?? "", ctx.now);
  const where = whereOf(
    ctx,
    filter,
    licences.map(({ territory }) => territory),
  );
  await ctx.db.execute(sql`select * from open_rounds where ${where} order by closes_at, case_id limit 21`);
  await ctx.db.execute(sql`select province_code, field, claim_kind, debtor_kind, amount_band, age_band, count(*)
    from open_rounds where ${where}
    group by grouping sets ((), (province_code), (field), (claim_kind), (debtor_kind), (amount_band), (age_band))`);
}

function whereOf({ now }: Ctx, filter: MarketFilter, territories: string[]): SQL {
  const list = (values: readonly (string | number)[]) => sql`any(${`{${values.join(",")}}`}::text[])`;
  const groups = readSearch(filter.text ?? "").groups;
  return sql.join(
    [
      sql`jurisdiction = ${list(territories)} and closes_at > ${now.toISOString()}::timestamptz`,
      ...(filter.place ? [sql`${filter.place} in (country, province_code, place_code)`] : []),
      ...(filter.kinds.length > 0 ? [sql`claim_kind = ${list(filter.kinds)}`] : []),
      ...(filter.fields.length > 0
        ? [sql`terms && ${`{${filter.fields.map((code) => `f:${code}`)}}`}::text[]`]
        : []),
      ...(filter.debtors.length > 0 ? [sql`debtor_kind = ${list(filter.debtors)}`] : []),
      ...(filter.amounts.length > 0 ? [sql`amount_band::text = ${list(filter.amounts)}`] : []),
      ...(filter.ages.length > 0 ? [sql`age_band::text = ${list(filter.ages)}`] : []),
      ...(filter.model ? [sql`fee_models @> array[${filter.model}]`] : []),
      ...(filter.closing
        ? [sql`closes_at < ${now.toISOString()}::timestamptz + ${filter.closing} * interval '1 hour'`]
        : []),
      ...groups.map((terms) => sql`terms && ${`{${terms.join(",")}}`}::text[]`),
    ],
    sql` and `,
  );
}
