import { sql } from "drizzle-orm";
import type { Reader } from "#db/client.ts";

export type MonthSums = { month: string; currency: string; recovered: bigint; fees: bigint };

/** What debtors paid and what fees came due on an organisation's cases, month by month and currency. */
export async function moneyByMonth(reader: Reader, orgId: string, since: string): Promise<MonthSums[]> {
  const rows = await reader.execute<Record<"month" | "currency" | "recovered" | "fees", string>>(sql`
    select to_char(date_trunc('month', t.effective_on), 'YYYY-MM-01') as month, t.currency,
      sum(case when t.from_kind = 'debtor' then t.amount when t.to_kind = 'debtor' then -t.amount else 0 end) as recovered,
      sum(case when t.from_kind = 'fee_terms' then t.amount when t.to_kind = 'fee_terms' then -t.amount else 0 end) as fees
    from cases c join ledger_transfers t on t.case_id = c.case_id
    where ${orgId} in (c.creditor_org_id, c.collector_org_id) and t.effective_on >= ${since}
      and (t.from_kind in ('debtor', 'fee_terms') or t.to_kind in ('debtor', 'fee_terms'))
    group by 1, 2`);
  return rows.map(({ month, currency, recovered, fees }) => ({
    ...{ month, currency, recovered: BigInt(recovered), fees: BigInt(fees) },
  }));
}

/** The principal still outstanding on an organisation's cases that are being collected, by currency. */
export async function outstandingOf(
  reader: Reader,
  orgId: string,
): Promise<{ currency: string; amount: bigint }[]> {
  const rows = await reader.execute<{ currency: string; amount: string }>(sql`
    select c.answers -> 'claim' ->> 'currency' as currency,
      sum(greatest(0, (c.answers -> 'claim' ->> 'principal')::bigint - coalesce(p.paid, 0))) as amount
    from cases c left join lateral (select sum(balance) as paid from ledger_accounts a where a.book_id = c.case_id
      and a.kind in ('paid_principal', 'paid_unassigned') and a.currency = c.answers -> 'claim' ->> 'currency') as p on true
    where ${orgId} in (c.creditor_org_id, c.collector_org_id) and c.status = 'engaged'
    group by 1 order by 1`);
  return rows.map(({ currency, amount }) => ({ currency, amount: BigInt(amount) }));
}
