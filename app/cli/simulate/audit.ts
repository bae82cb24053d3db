import { sql } from "drizzle-orm";
import { checkLogs } from "#app/use-cases/log-notes.server.ts";
import type { Stage } from "#db/demo/stage.ts";

/** A rule of the market, and how often the tables say that it was broken. */
export type Audited = { rule: string; broken: number };

/**
 * Looks at what the simulation left in the tables, by SQL that shares nothing with the code that was played: what it finds was
 * done, whoever allowed it.
 */
export async function audit({ services: { db, secrets } }: Stage): Promise<Audited[]> {
  const audited: Audited[] = [];
  for (const [rule, query] of Object.entries(queries)) {
    const [row] = await db.execute<{ broken: number }>(
      sql`select count(*)::int as broken from (${query}) as found`,
    );
    audited.push({ rule, broken: row.broken });
  }
  const { breaks } = await checkLogs(db, secrets);
  return [...audited, { rule: "every case's log is whole and its chain holds", broken: breaks.length }];
}

const bidsWithRounds = sql`bids b join tenders t on t.case_id = b.case_id and t.id = b.tender_id`;

const queries = {
  "no bid was placed before its round opened or after it closed": sql`
    select 1 from ${bidsWithRounds} where b.placed_at < t.opens_at or greatest(b.placed_at, b.revised_at) >= t.closes_at`,
  "no term is readable while a round is open": sql`
    select 1 from ${bidsWithRounds} where t.status = 'open' and b.terms is not null`,
  "the bids of a closed round were opened together": sql`
    select 1 from bids b where b.opened_at is not null group by b.case_id, b.tender_id having count(distinct b.opened_at) > 1`,
  "every bid rests on a licence of its own firm for a territory that was asked, verified and not over": sql`
    select 1 from ${bidsWithRounds} left join licences l on l.id = b.licence_id and l.org_id = b.org_id
    where l.id is null or l.status <> 'verified' or not l.territory = any (t.territories)
       or l.valid_from > b.placed_at::date or l.valid_to <= b.placed_at::date`,
  "every licence behind a bid was looked up within the thirty days before it": sql`
    select 1 from bids b join licences l on l.id = b.licence_id
    where l.register_checked_at < b.placed_at - interval '31 days'`,
  "no Chinese lawyer's share is above 18 per cent of what is recovered": sql`
    select 1 from bids b join case_briefs c on c.case_id = b.case_id
    where c.jurisdiction = 'CN' and (b.terms->>'successBps')::int > 1800`,
  "no firm bid twice in a round": sql`
    select 1 from bids b group by b.case_id, b.tender_id, b.org_id having count(*) > 1`,
  "no case has two awards in force": sql`
    select 1 from awards a where a.status <> 'lapsed' group by a.case_id having count(*) > 1`,
  "every award went to a bid of its own round": sql`
    select 1 from awards a left join bids b on b.case_id = a.case_id and b.id = a.bid_id and b.tender_id = a.tender_id
    where b.id is null or b.org_id <> a.collector_org_id`,
  "no round stays open after its time": sql`
    select 1 from tenders t where t.status = 'open' and t.closes_at <= rung_now() - interval '1 hour'`,
} as const;
