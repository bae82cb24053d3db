import { sql } from "drizzle-orm";
import type { Reader } from "#db/client.ts";

/** One thing that does not hold, and where. `subject` is an account (`book/kind/currency`), a cause or a currency. */
export type LedgerBreak = { subject: string; what: string };
export type LedgerCheck = { accounts: number; transfers: number; causes: number; breaks: LedgerBreak[] };

/** Every transfer as the two entries it makes. */
const entries = sql`
  select from_book as book, from_kind as kind, currency, from_seq as seq, from_balance as balance, -amount as moved, from_booked_on as booked_on
    from ledger_transfers
  union all
  select to_book, to_kind, currency, to_seq, to_balance, amount, to_booked_on from ledger_transfers`;

const name = (book: string, kind: string, currency: string) =>
  sql.raw(`${book}::text || '/' || ${kind} || '/' || ${currency}`);

/** Each asks for what must not be, and answers with rows of subject and words. */
const checks = [
  // The sum of all balances is nought, by the accounts' own rows.
  sql`select currency as subject, 'the balances add up to ' || sum(balance) || ' and not to nought' as what
    from ledger_accounts group by currency having sum(balance) <> 0`,
  // Kept balances and counts are what the transfers give; an account without its row is one of these.
  sql`select ${name("book", "kind", "currency")} as subject,
      'holds ' || coalesce(a.balance::text, 'nothing') || ' after ' || coalesce(a.entries::text, 'no')
      || ' entries, and its transfers give ' || coalesce(e.balance, 0) || ' after ' || coalesce(e.entries, 0) as what
    from (select book, kind, currency, sum(moved) as balance, count(*) as entries from (${entries}) as entry group by 1, 2, 3) as e
    full join (select book_id as book, kind, currency, balance, entries from ledger_accounts) as a using (book, kind, currency)
    where (coalesce(a.balance, 0), coalesce(a.entries, 0)) <> (coalesce(e.balance, 0), coalesce(e.entries, 0))
      or a.balance is null`,
  // Each entry follows from the one before it: its number, its balance, its booking day.
  sql`select ${name("book", "kind", "currency")} as subject,
      'entry ' || seq || ' does not follow from the one before it' as what
    from (select *, row_number() over own as nth, sum(moved) over own as running, lag(booked_on) over own as day_before
      from (${entries}) as entry window own as (partition by book, kind, currency order by seq)) as numbered
    where seq <> nth or balance <> running or booked_on < day_before`,
  // Every transfer is of an applied cause, and every cause has the legs it was applied with.
  sql`select coalesce(c.cause, t.cause) as subject,
      'was applied with ' || coalesce(c.legs::text, 'no record of it') || ' legs and has ' || coalesce(t.legs, 0) as what
    from applied_causes c full join (select case_id, cause, count(*) as legs from ledger_transfers group by 1, 2) as t
      on t.cause = c.cause and t.case_id = c.case_id
    where coalesce(c.legs, -1) <> coalesce(t.legs, 0)`,
  // Of a debt, as much is set off as its parts say.
  sql`select book_id::text || '/' || currency as subject,
      'what was set off against the debt and its parts differ by ' || sum(balance) as what
    from ledger_accounts where kind in ('debt', 'paid_costs', 'paid_interest', 'paid_principal', 'paid_over', 'paid_unassigned')
    group by book_id, currency having sum(balance) <> 0`,
  // What a movement at the provider brought an account is what its transfers brought it; a lost dispute brings none.
  sql`select 'stripe:' || m.id as subject, 'brought ' || (m.gross - m.fee) || ' at the provider, and its transfers give ' || coalesce(t.net, 0) as what
    from provider_movements m left join lateral (select sum(case when to_kind in ('connected_balance', 'platform_fees') then amount else 0 end)
        - sum(case when from_kind in ('connected_balance', 'platform_fees') then amount else 0 end) as net
      from ledger_transfers where case_id = m.case_id and cause = 'stripe:' || m.id) as t on true
    where m.type <> 'dispute_lost' and coalesce(t.net, 0) <> m.gross - m.fee`,
  // An account that did not agree with the provider when they were last compared, and was not settled since.
  sql`select substr(key, 13) as subject, 'did not agree with the provider when it was last compared; /admin/books names each movement' as what
    from money_exceptions where kind = 'discrepancy' and closed_at is null`,
  // What every closed month ended with is what its transfers give, and nothing has come into it since. One pass over the transfers.
  sql`with moved as (select date_trunc('month', effective_on)::date as month, kind, currency, sum(moved) as moved from (
        select effective_on, from_kind as kind, currency, -amount as moved from ledger_transfers
        union all select effective_on, to_kind, currency, amount from ledger_transfers) as entry group by 1, 2, 3),
      found as (select c.month, m.kind, m.currency, sum(m.moved) as balance from month_closes c join moved m on m.month <= c.month
        where c.closed_at is not null group by 1, 2, 3),
      kept as (select c.month, t.kind, t.currency, t.balance from month_closes c
        cross join lateral jsonb_to_recordset(c.totals) as t (kind text, currency text, balance bigint) where c.closed_at is not null)
    select to_char(month, 'YYYY-MM') || ' ' || kind || '/' || currency as subject,
      'was closed with ' || coalesce(kept.balance, 0) || ', and its transfers give ' || coalesce(found.balance, 0) as what
    from found full join kept using (month, kind, currency) where coalesce(found.balance, 0) <> coalesce(kept.balance, 0)`,
  // Closed months follow one another without a gap, each hash from the one before.
  sql`select to_char(month, 'YYYY-MM') as subject, 'does not follow from the month before it' as what
    from (select *, lag(hash, 1, repeat('0', 64)) over own as hash_before, lag(ends_on) over own as end_before
      from month_closes where closed_at is not null window own as (order by month)) as closed
    where previous_hash <> hash_before or month <> coalesce(end_before + 1, month)
      or hash <> month_hash(previous_hash, month, transfers, totals)`,
];

/** Recounts the books from the transfers alone, and says of everything that differs what and where. */
export async function checkLedger(reader: Reader): Promise<LedgerCheck> {
  const breaks: LedgerBreak[] = [];
  for (const check of checks) breaks.push(...(await reader.execute<LedgerBreak>(sql`${check} order by 1`)));
  const [counts] = await reader.execute<Record<"accounts" | "transfers" | "causes", string>>(sql`select
    (select count(*) from ledger_accounts) as accounts, (select count(*) from ledger_transfers) as transfers,
    (select count(*) from applied_causes) as causes`);
  const [accounts, transfers, causes] = [counts.accounts, counts.transfers, counts.causes].map(Number);
  return { accounts, transfers, causes, breaks };
}
