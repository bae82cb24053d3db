import { type SQL, sql } from "drizzle-orm";
import type { AccountKind } from "#app/domain/ledger/accounts.ts";
import type { AsOf, Counted } from "#app/domain/papers/statement.ts";
import { type ExceptionKind, exceptionKey, subjectIn } from "#app/domain/payments/exceptions.ts";
import { addDays } from "#app/domain/timeline/local-time.ts";
import type { Reader, Tx } from "#db/client.ts";
import { asOfAccount } from "./ledger-statement.ts";

/** A creditor's cases; those that one collector has or had, where one is named. */
export type Parties = { creditorId: string; collectorId: string | null };
type Period = { from: string; to: string };

const hasOrHad = (collector: SQL) => sql`(c.collector_org_id = ${collector} or exists (select 1 from awards w
  join engagements e on e.case_id = w.case_id and e.award_id = w.id and e.engaged_at is not null
  where w.case_id = c.case_id and w.collector_org_id = ${collector}))`;

const casesOf = ({ creditorId, collectorId }: Parties) => sql`select c.case_id, c.code from cases c
  where c.creditor_org_id = ${creditorId} ${collectorId ? sql`and ${hasOrHad(sql`${collectorId}`)}` : sql``}`;

const listOf = (values: readonly string[]) =>
  sql.join(
    values.map((value) => sql`${value}`),
    sql`, `,
  );

type Kinds = { case: readonly AccountKind[]; party: readonly AccountKind[] };

/** What the accounts of a statement held before its period and at its end, by the days that transfers count from. */
export async function accountsAsOf(
  reader: Reader,
  parties: Parties,
  { currency, period, kinds }: { currency: string; period: Period; kinds: Kinds },
): Promise<AsOf[]> {
  const own =
    kinds.party.length === 0
      ? sql``
      : sql`union all select null, a.book_id, a.kind from ledger_accounts a
    where a.book_id = ${parties.creditorId} and a.kind in (${listOf(kinds.party)}) and a.currency = ${currency}`;
  const rows = await reader.execute<
    Record<"book_id" | "opening" | "closing", string> & { code: string | null; kind: AccountKind }
  >(sql`
    with mine as (${casesOf(parties)}), told as (
      select mine.code, a.book_id, a.kind from mine join ledger_accounts a on a.book_id = mine.case_id
        and a.kind in (${listOf(kinds.case)}) and a.currency = ${currency}
      ${own})
    select told.code, told.book_id, told.kind,
      ${asOfAccount({ book: sql`told.book_id`, kind: sql`told.kind`, currency: sql`${currency}` }, addDays(period.from, -1))} as opening,
      ${asOfAccount({ book: sql`told.book_id`, kind: sql`told.kind`, currency: sql`${currency}` }, period.to)} as closing
    from told`);
  return rows.map(({ book_id: bookId, code, kind, opening, closing }) => ({
    ...{ bookId, code, kind, opening: BigInt(opening), closing: BigInt(closing) },
  }));
}

/** The transfers on a statement's cases, and on its creditor's own book, that count from a day in the period. */
export async function transfersIn(
  reader: Reader,
  parties: Parties,
  { currency, period }: { currency: string; period: Period },
): Promise<Counted[]> {
  type Row = Record<
    "case_id" | "cause" | "from_book" | "to_book" | "amount" | "effective_on" | "at",
    string
  > & {
    code: string | null;
    from_kind: AccountKind;
    to_kind: AccountKind;
  };
  const rows = await reader.execute<Row>(sql`
    with mine as (${casesOf(parties)} union all select ${parties.creditorId}::uuid, null where ${parties.collectorId === null})
    select t.case_id, mine.code, t.cause, t.from_book, t.from_kind, t.to_book, t.to_kind, t.amount, t.effective_on::text, t.at
    from mine join ledger_transfers t on t.case_id = mine.case_id
    where t.currency = ${currency} and t.effective_on between ${period.from} and ${period.to}
    order by t.effective_on, t.recorded_at, t.cause, t.leg`);
  return rows.map((row) => ({
    ...{ caseId: row.case_id, code: row.code, cause: row.cause, effectiveOn: row.effective_on },
    ...{ fromBook: row.from_book, fromKind: row.from_kind, toBook: row.to_book, toKind: row.to_kind },
    ...{ amount: BigInt(row.amount), at: new Date(row.at) },
  }));
}

export type ToState = Parties & { currency: string };

/** A statement that does not add up, by who would issue it to whom. */
type SetAside = { creditorId: string; issuerId: string; month: string; currency: string };

const setAsideKind: ExceptionKind = "unstated";
/** It lies on the desk under its creditor, by this key. */
export const setAsideKey = ({ month, currency, issuerId }: Omit<SetAside, "creditorId">): string =>
  exceptionKey(setAsideKind, `${month}:${currency}:${issuerId}`);

/** What was set aside and nobody took off the desk, the longest first, held so that no other worker tries it too. */
export async function setAside(reader: Reader, limit: number): Promise<(SetAside & { key: string })[]> {
  const rows = await reader.execute<{ creditor: string; key: string }>(sql`
    select case_id as creditor, key from money_exceptions where kind = ${setAsideKind} and closed_at is null
    order by opened_at, key limit ${limit} for update skip locked`);
  return rows.map(({ creditor: creditorId, key }) => {
    const [month, currency, issuerId] = subjectIn(key).split(":");
    return { creditorId, key, month, currency, issuerId };
  });
}

/**
 * Whose cases moved in a month and were neither stated yet nor set aside, by creditor, and by collector and creditor. One pass over the transfers; `month_stated`
 * keeps it from being asked again.
 */
export async function toState(
  reader: Reader,
  { platformId, month, period, limit }: { platformId: string; month: string; period: Period; limit: number },
): Promise<ToState[]> {
  const unstated = (
    kind: string,
    issuer: SQL,
  ) => sql`not exists (select 1 from papers p where p.kind = ${kind} and p.issuer_id = ${issuer}
      and p.recipient_id = moved.creditor and p.subject = ${month} || ':' || moved.currency)
    and not exists (select 1 from money_exceptions x where x.case_id = moved.creditor
      and x.key = ${`${setAsideKind}:${month}:`} || moved.currency || ':' || ${issuer})`;
  const rows = await reader.execute<{ creditor: string; collector: string | null; currency: string }>(sql`
    with touched as (select distinct t.case_id, t.currency from ledger_transfers t
        where t.effective_on between ${period.from} and ${period.to}),
      moved as (select c.creditor_org_id as creditor, null::uuid as collector, t.currency from touched t join cases c using (case_id)
        union select c.creditor_org_id, c.collector_org_id, t.currency from touched t join cases c using (case_id)
          where c.collector_org_id is not null
        union select c.creditor_org_id, w.collector_org_id, t.currency from touched t join cases c using (case_id)
          join awards w on w.case_id = c.case_id
          join engagements e on e.case_id = w.case_id and e.award_id = w.id and e.engaged_at is not null)
    select creditor, collector, currency from moved
    where (collector is null and ${unstated("creditor_statement", sql`${platformId}`)})
      or (collector is not null and ${unstated("remittance_advice", sql`moved.collector`)})
    order by creditor, collector, currency limit ${limit}`);
  return rows.map(({ creditor, collector, currency }) => ({
    creditorId: creditor,
    collectorId: collector,
    currency,
  }));
}

/** The oldest closed month whose statements are not all issued, held while some are, so that no other worker issues them too. */
export async function monthToState(reader: Reader): Promise<{ month: string; endsOn: string } | null> {
  const [row] = await reader.execute<{ month: string; ends_on: string }>(sql`
    select c.month::text, c.ends_on::text from month_closes c where c.closed_at is not null
      and not exists (select 1 from months_stated s where s.month = c.month) order by c.month limit 1 for update of c skip locked`);
  return row ? { month: row.month, endsOn: row.ends_on } : null;
}

export async function markStated(tx: Tx, month: string, at: Date): Promise<void> {
  await tx.execute(
    sql`insert into months_stated (month, at) values (${month}, ${at.toISOString()}) on conflict do nothing`,
  );
}
