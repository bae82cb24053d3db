import { and, asc, desc, eq, isNotNull, isNull, lte, or, sql } from "drizzle-orm";
import type { KeptClosing } from "#app/domain/payments/reconcile.ts";
import type { Reader, Tx } from "#db/client.ts";
import { organizations } from "#db/schema/accounts.ts";
import { paymentAccounts, reconciliations } from "#db/schema/payments.ts";

export type Reconciliation = typeof reconciliations.$inferSelect;

export async function insertReconciliation(tx: Tx, row: Reconciliation): Promise<void> {
  await tx.insert(reconciliations).values(row);
}

const lastAt = sql<
  string | null
>`(select max(at) from ${reconciliations} r where r.account_id = ${paymentAccounts.accountId})`;

/** Accounts at the provider that were not compared since, the longest due first. */
export const accountsToCompare = (
  reader: Reader,
  since: Date,
  limit: number,
): Promise<{ accountId: string | null; orgId: string }[]> =>
  reader
    .select({ accountId: paymentAccounts.accountId, orgId: paymentAccounts.orgId })
    .from(paymentAccounts)
    .where(and(isNotNull(paymentAccounts.accountId), or(isNull(lastAt), lte(lastAt, since.toISOString()))))
    .orderBy(sql`${lastAt} asc nulls first`, asc(paymentAccounts.orgId))
    .limit(limit);

/** When the platform's own account was last compared; null where it never was. */
export async function platformComparedAt(reader: Reader): Promise<Date | null> {
  const [row] = await reader
    .select({ at: reconciliations.at })
    .from(reconciliations)
    .where(isNull(reconciliations.accountId))
    .orderBy(desc(reconciliations.at))
    .limit(1);
  return row?.at ?? null;
}

/** The last comparison of every account, those with something to look at first by their caller. */
export const lastReconciliations = (reader: Reader, limit: number) =>
  reader
    .selectDistinctOn([reconciliations.accountId], { run: reconciliations, orgName: organizations.name })
    .from(reconciliations)
    .leftJoin(organizations, eq(organizations.id, reconciliations.orgId))
    .orderBy(reconciliations.accountId, desc(reconciliations.at), desc(reconciliations.id))
    .limit(limit);

/** What an account's last comparison left for the next one; null where it left nothing. */
export async function lastClosing(reader: Reader, accountId: string | null): Promise<KeptClosing | null> {
  const [row] = await reader
    .select({ closing: reconciliations.closing })
    .from(reconciliations)
    .where(accountId ? eq(reconciliations.accountId, accountId) : isNull(reconciliations.accountId))
    .orderBy(desc(reconciliations.at), desc(reconciliations.id))
    .limit(1);
  return row?.closing ?? null;
}

/** The account in the books beside one at the provider; a null book is every book's account of that kind. */
export type BookedAccount = { kind: "connected_balance" | "platform_fees"; bookId: string | null };
export type MovedByCause = { id: string; currency: string; net: bigint; at: Date };
type MovedRow = { cause: string; currency: string; net: string; at: string };

const movedFrom = ({ cause, currency, net, at }: MovedRow): MovedByCause => ({
  ...{ id: cause, currency, net: BigInt(net), at: new Date(at) },
});

/** What went through the account on one side. */
const sideOf = (name: "from" | "to", { kind, bookId }: BookedAccount) => sql`
  select case_id, cause, currency, ${sql.raw(name === "to" ? "amount" : "-amount")} as moved, at from ledger_transfers
  where ${sql.raw(`${name}_kind`)} = ${kind} ${bookId ? sql`and ${sql.raw(`${name}_book`)} = ${bookId}` : sql``}`;

/** Everything that ever moved an account in the books, by cause and currency, a cause that was reversed with its reversal. */
export async function movedByCause(reader: Reader, account: BookedAccount): Promise<MovedByCause[]> {
  const rows = await reader.execute<MovedRow>(sql`
    select regexp_replace(cause, '^reversal:', '') as cause, currency, sum(moved) as net, min(at) as at
    from (${sideOf("from", account)} union all ${sideOf("to", account)}) as entry group by 1, 2`);
  return rows.map(movedFrom);
}

/** What moved it by the provider's movements since a moment, by their own index. */
export async function movedSince(
  reader: Reader,
  { kind, accountId, since }: { kind: BookedAccount["kind"]; accountId: string | null; since: Date },
): Promise<MovedByCause[]> {
  const rows = await reader.execute<MovedRow>(sql`
    select t.cause, t.currency, sum(case when t.to_kind = ${kind} then t.amount else 0 end)
        - sum(case when t.from_kind = ${kind} then t.amount else 0 end) as net, min(t.at) as at
    from provider_movements m join ledger_transfers t on t.case_id = m.case_id and t.cause = 'stripe:' || m.id
    where ${accountId ? sql`m.account_id = ${accountId}` : sql`m.account_id is null`} and m.at > ${since.toISOString()}
      and ${kind} in (t.from_kind, t.to_kind) group by 1, 2`);
  return rows.map(movedFrom);
}

/** What the books hold on it now, by currency: a row or so, however much moved it. */
export async function heldInBooks(
  reader: Reader,
  { kind, bookId }: BookedAccount,
): Promise<Map<string, bigint>> {
  const rows = await reader.execute<{ currency: string; balance: string }>(sql`
    select currency, sum(balance) as balance from ledger_accounts
    where kind = ${kind} ${bookId ? sql`and book_id = ${bookId}` : sql``} group by 1`);
  return new Map(rows.map(({ currency, balance }) => [currency, BigInt(balance)]));
}
