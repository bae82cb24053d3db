import { type SQL, sql } from "drizzle-orm";
import { ageDays, amountBounds, type BandCell, type LotSpread } from "#app/domain/portfolios/bands.ts";
import type { Standing } from "#app/domain/portfolios/claim.ts";
import type { Reader } from "#db/client.ts";
import { portfolioClaims, portfolioGroups } from "#db/schema/portfolios.ts";
import { unsettled } from "./settled-claims.ts";

/** The rung of the first bound that a value lies below; `values` are the bounds in the column's own unit. */
const bandOf = (value: SQL, bounds: readonly number[]): SQL =>
  sql`case ${sql.join(
    bounds.map((bound, at) => sql`when ${value} < ${sql.raw(String(bound))} then ${sql.raw(String(at))}`),
    sql` `,
  )} else ${sql.raw(String(bounds.length))} end`;

type Counted = {
  amount: number;
  age: number;
  claims: number;
  principal: string;
  smallest: string;
  largest: string;
  days: number;
};

type Groups = { portfolioId: string; groupNos: readonly number[] };

/** The claims of some groups that no mandate has settled. */
const openIn = ({ portfolioId, groupNos }: Groups): SQL =>
  sql`${portfolioClaims.portfolioId} = ${portfolioId} and ${portfolioClaims.groupNo} in (${sql.join(
    groupNos.map((no) => sql`${no}`),
    sql`, `,
  )}) and ${unsettled}`;

/**
 * How the open claims of some groups spread over amounts and ages on a day: counted when a lot is made of them, and anew when it is
 * tendered anew. Null where none is open.
 */
export async function spreadOf(
  reader: Reader,
  { today, minorUnit, ...groups }: Groups & { today: string; minorUnit: number },
): Promise<LotSpread | null> {
  const within = openIn(groups);
  const days = sql`(${today}::date - ${portfolioClaims.dueOn})`;
  const amount = bandOf(
    sql`${portfolioClaims.principal}`,
    amountBounds.map((bound) => bound * minorUnit),
  );
  const age = bandOf(days, ageDays);
  const counted = await reader.execute<Counted>(sql`
    select amount, age, count(*)::integer as claims, sum(principal)::text as principal, min(principal)::text as smallest,
      max(principal)::text as largest, avg(days)::integer as days
    from (select ${amount} as amount, ${age} as age, ${portfolioClaims.principal} as principal, ${days} as days
      from ${portfolioClaims} where ${within}) banded
    group by amount, age order by amount, age`);
  const [bounds] = await reader.execute<{ oldest: string; newest: string; places: number }>(sql`
    select min(due_on)::text as oldest, max(due_on)::text as newest, count(distinct place_code)::integer as places
    from ${portfolioClaims} where ${within}`);
  const cells = counted.map(
    ({ principal, smallest, largest, ...cell }): BandCell => ({
      ...cell,
      principal: Number(principal),
      smallest: Number(smallest),
      largest: Number(largest),
    }),
  );
  if (cells.length === 0) return null;
  const { oldest, newest, places } = bounds;
  return { cells, oldestDue: oldest, newestDue: newest, places, countedOn: today };
}

/** What a successor is told of the open claims of some groups: how they stand in limitation, and how many have a record already. */
export async function handedOnIn(reader: Reader, groups: Groups): Promise<LotSpread["handedOn"]> {
  const rows = await reader.execute<{ standing: Standing; claims: number; cases: number }>(sql`
    select g.standing, count(*)::integer as claims, count(${portfolioClaims.became})::integer as cases
    from ${portfolioClaims} join ${portfolioGroups} g
      on g.portfolio_id = ${portfolioClaims.portfolioId} and g.group_no = ${portfolioClaims.groupNo}
    where ${openIn(groups)} group by g.standing order by g.standing`);
  return {
    standings: rows.map(({ standing, claims }) => ({ standing, claims })),
    cases: rows.reduce((sum, each) => sum + each.cases, 0),
  };
}
