import { sql } from "drizzle-orm";
import type { Db } from "#db/client.ts";
import { account } from "#test/support/ledger.ts";

export const organisation = account("creditor_bank", 999_999_999);
const perCase = 10;
const days = 1_000;
export const lastDay = "2026-03-02";

/**
 * Books as `post_cause` would have left them after this many payments to one organisation, ten a case over a thousand days, one in a
 * hundred reported three days late; written as their owner, and recounted by `checkLedger` before they are used.
 */
export async function fillBooks(owner: Db, transfers: number) {
  const { bookId } = organisation;
  await owner.execute(sql`
    insert into ledger_transfers (case_id, cause, leg, from_book, from_kind, to_book, to_kind, currency, amount, at, effective_on,
      recorded_at, from_seq, from_balance, from_booked_on, to_seq, to_balance, to_booked_on)
    select about, 'load:' || n, 1, about, 'debtor', ${bookId}::uuid, 'creditor_bank', 'EUR', 100, day + interval '12 hours',
      (day - case when n % 100 = 0 then 3 else 0 end)::date, day + interval '12 hours',
      (n - 1) % ${perCase} + 1, -100 * ((n - 1) % ${perCase} + 1), day, n, n * 100::bigint, day
    from generate_series(1, ${transfers}) as n,
      lateral (select ${lastDay}::date - ((${transfers} - n) * ${days} / ${transfers})::int as day,
        ('00000000-0000-4000-8000-' || lpad(((n - 1) / ${perCase} + 1)::text, 12, '0'))::uuid as about) as placed`);
  await owner.execute(sql`insert into applied_causes (cause, case_id, legs, recorded_at)
    select cause, case_id, 1, recorded_at from ledger_transfers`);
  await owner.execute(sql`insert into ledger_accounts (book_id, kind, currency, balance, entries, booked_on)
    select from_book, from_kind, currency, -sum(amount), count(*), max(from_booked_on) from ledger_transfers group by 1, 2, 3
    union all
    select to_book, to_kind, currency, sum(amount), count(*), max(to_booked_on) from ledger_transfers group by 1, 2, 3`);
  for (const table of ["ledger_transfers", "ledger_accounts", "applied_causes"]) {
    await owner.execute(sql.raw(`vacuum analyze ${table}`));
  }
}
