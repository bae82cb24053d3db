import { and, asc, eq } from "drizzle-orm";
import { changesBy } from "#app/domain/payments/movements.ts";
import type { Reader, Tx } from "#db/client.ts";
import { providerMovements } from "#db/schema/payments.ts";

export type MovementRow = typeof providerMovements.$inferSelect;

export async function insertMovement(tx: Tx, row: MovementRow): Promise<void> {
  await tx.insert(providerMovements).values(row);
}

/** All that was booked of one payment, the oldest first. */
export const movementsOf = (
  reader: Reader,
  { caseId, id }: { caseId: string; id: string },
): Promise<MovementRow[]> =>
  reader
    .select()
    .from(providerMovements)
    .where(and(eq(providerMovements.caseId, caseId), eq(providerMovements.paymentId, id)))
    .orderBy(asc(providerMovements.at), asc(providerMovements.id));

/** All that was booked at the provider about a case. Scope is the caller's. */
export const movementsAbout = (reader: Reader, caseId: string): Promise<MovementRow[]> =>
  reader.select().from(providerMovements).where(eq(providerMovements.caseId, caseId));

/** What of a payment has not gone back, in its own currency. */
export async function stillPaid(
  reader: Reader,
  { caseId, paymentId }: { caseId: string; paymentId: string | null },
): Promise<bigint> {
  const rows = paymentId ? await movementsOf(reader, { caseId, id: paymentId }) : [];
  return rows.reduce((sum, { type, paidAmount, paidCurrency }) => {
    const paid = paidAmount !== null && paidCurrency ? { amount: paidAmount, currency: paidCurrency } : null;
    return sum + changesBy({ type, paid }).paid;
  }, 0n);
}
