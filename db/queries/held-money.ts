import { sql } from "drizzle-orm";
import type { Reader } from "#db/client.ts";

export type HeldTooLong = { caseId: string; currency: string; amount: bigint };

/**
 * What a collector still holds for a creditor of what it had at the end of a day: what went out since went out of the oldest first.
 * One row a case and currency, those whose alarm is open already left out.
 */
export async function heldSince(reader: Reader, day: string, limit: number): Promise<HeldTooLong[]> {
  const rows = await reader.execute<{ case_id: string; currency: string; left: string }>(sql`
    select case_id, currency, sum(left_over) as left from (
      select a.book_id as case_id, a.currency, greatest(0, a.balance - coalesce((
        select sum(amount) from ledger_transfers t where t.to_book = a.book_id and t.to_kind = a.kind and t.currency = a.currency
          and t.effective_on > ${day}), 0)) as left_over
      from ledger_accounts a where a.kind in ('client_money', 'remit_owed') and a.balance > 0) as held
    where left_over > 0 and not exists (select 1 from money_exceptions e
      where e.case_id = held.case_id and e.key = 'unremitted:' || held.case_id and e.closed_at is null)
    group by case_id, currency order by case_id limit ${limit}`);
  return rows.map(({ case_id: caseId, currency, left }) => ({ caseId, currency, amount: BigInt(left) }));
}

/** Open alarms of cases whose collector holds nothing any more. */
export async function alarmsThatPassed(
  reader: Reader,
  limit: number,
): Promise<{ caseId: string; key: string }[]> {
  const rows = await reader.execute<{ case_id: string; key: string }>(sql`
    select e.case_id, e.key from money_exceptions e where e.kind = 'unremitted' and e.closed_at is null
      and not exists (select 1 from ledger_accounts a where a.book_id = e.case_id and a.kind in ('client_money', 'remit_owed')
        and a.balance > 0)
    order by e.case_id limit ${limit}`);
  return rows.map(({ case_id: caseId, key }) => ({ caseId, key }));
}
