import { and, asc, desc, eq, isNotNull, isNull, lte, or, sql } from "drizzle-orm";
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

/** Everything that moved an account in the books, by cause and currency, a cause that was reversed with its reversal; a null book is every book's account of that kind. */
export async function movedByCause(
  reader: Reader,
  { kind, bookId }: { kind: "connected_balance" | "platform_fees"; bookId: string | null },
): Promise<{ id: string; currency: string; net: bigint }[]> {
  const side = (name: "from" | "to") => sql`
    select regexp_replace(cause, '^reversal:', '') as cause, currency, ${sql.raw(name === "to" ? "amount" : "-amount")} as moved from ledger_transfers
    where ${sql.raw(`${name}_kind`)} = ${kind} ${bookId ? sql`and ${sql.raw(`${name}_book`)} = ${bookId}` : sql``}`;
  const rows = await reader.execute<{ cause: string; currency: string; net: string }>(sql`
    select cause, currency, sum(moved) as net from (${side("from")} union all ${side("to")}) as entry group by 1, 2`);
  return rows.map(({ cause, currency, net }) => ({ id: cause, currency, net: BigInt(net) }));
}
