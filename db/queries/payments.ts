import { and, desc, eq, inArray, sql } from "drizzle-orm";
import type { Reader, Tx } from "#db/client.ts";
import { organizations } from "#db/schema/accounts.ts";
import { paymentAccounts, payments } from "#db/schema/payments.ts";

export type PaymentAccount = typeof paymentAccounts.$inferSelect;
export type Payment = typeof payments.$inferSelect;

export async function paymentAccountOf(reader: Reader, orgId: string): Promise<PaymentAccount | null> {
  const [row] = await reader.select().from(paymentAccounts).where(eq(paymentAccounts.orgId, orgId));
  return row ?? null;
}

/** False where the organisation has one already. */
export async function insertPaymentAccount(tx: Tx, row: PaymentAccount): Promise<boolean> {
  const made = await tx
    .insert(paymentAccounts)
    .values(row)
    .onConflictDoNothing()
    .returning({ orgId: paymentAccounts.orgId });
  return made.length > 0;
}

export async function updatePaymentAccount(
  tx: Tx,
  orgId: string,
  change: Partial<Omit<PaymentAccount, "orgId">>,
): Promise<void> {
  await tx.update(paymentAccounts).set(change).where(eq(paymentAccounts.orgId, orgId));
}

/** Whose account this is; holds it, so that what the provider says of it is applied one after another. */
export async function lockAccount(
  tx: Tx,
  accountId: string,
): Promise<{ orgId: string; orgKind: (typeof organizations.$inferSelect)["kind"] } | null> {
  const [row] = await tx
    .select({ orgId: paymentAccounts.orgId, orgKind: organizations.kind })
    .from(paymentAccounts)
    .innerJoin(organizations, eq(organizations.id, paymentAccounts.orgId))
    .where(eq(paymentAccounts.accountId, accountId))
    .for("update", { of: paymentAccounts });
  return row ?? null;
}

/** The platform's own account has no row; its name is the lock. */
export async function lockPlatformAccount(tx: Tx): Promise<void> {
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended('provider:platform', 0))`);
}

export async function insertPayment(tx: Tx, row: Payment): Promise<void> {
  await tx.insert(payments).values(row);
}

export async function lockPayment(tx: Tx, caseId: string, id: string): Promise<Payment | null> {
  const [row] = await tx
    .select()
    .from(payments)
    .where(and(eq(payments.caseId, caseId), eq(payments.id, id)))
    .for("update");
  return row ?? null;
}

export async function paymentBy(reader: Reader, caseId: string, id: string): Promise<Payment | null> {
  const [row] = await reader
    .select()
    .from(payments)
    .where(and(eq(payments.caseId, caseId), eq(payments.id, id)));
  return row ?? null;
}

export async function updatePayment(
  tx: Tx,
  { caseId, id }: Pick<Payment, "caseId" | "id">,
  change: Partial<Omit<Payment, "caseId" | "id">>,
): Promise<void> {
  await tx
    .update(payments)
    .set(change)
    .where(and(eq(payments.caseId, caseId), eq(payments.id, id)));
}

export async function paymentByIntent(reader: Reader, intentId: string): Promise<Payment | null> {
  const [row] = await reader.select().from(payments).where(eq(payments.intentId, intentId));
  return row ?? null;
}

/** Payments of a case that can still be paid, for one purpose, the newest first. */
export const openPayments = (
  reader: Reader,
  caseId: string,
  purpose: Payment["purpose"],
): Promise<Payment[]> =>
  reader
    .select()
    .from(payments)
    .where(
      and(
        eq(payments.caseId, caseId),
        eq(payments.purpose, purpose),
        inArray(payments.status, ["starting", "open", "processing"]),
      ),
    )
    .orderBy(desc(payments.createdAt), desc(payments.id));

/** Every payment that was asked for on a case, the newest first. Scope is the caller's. */
export const paymentsOn = (reader: Reader, caseId: string): Promise<Payment[]> =>
  reader
    .select()
    .from(payments)
    .where(eq(payments.caseId, caseId))
    .orderBy(desc(payments.createdAt), desc(payments.id));
