import { and, desc, eq, isNotNull, isNull, max, min } from "drizzle-orm";
import type { Reader, Tx } from "#db/client.ts";
import { ledgerTransfers } from "#db/schema/ledger.ts";
import { monthCloses, monthReminders } from "#db/schema/months.ts";

export type MonthRow = typeof monthCloses.$inferSelect;

/** The months that are closed or proposed, the last first. */
export const monthsKept = (reader: Reader, limit: number): Promise<MonthRow[]> =>
  reader.select().from(monthCloses).orderBy(desc(monthCloses.month)).limit(limit);

export async function lastClosedMonth(reader: Reader): Promise<MonthRow | null> {
  const [row] = await reader
    .select()
    .from(monthCloses)
    .where(isNotNull(monthCloses.closedAt))
    .orderBy(desc(monthCloses.month))
    .limit(1);
  return row ?? null;
}

/** The first day that any transfer counts from; null in empty books. Only asked for while no month is closed. */
export async function firstEffectiveOn(reader: Reader): Promise<string | null> {
  const [row] = await reader.select({ on: min(ledgerTransfers.effectiveOn) }).from(ledgerTransfers);
  return row?.on ?? null;
}

/** Holds a month's proposal while it is decided. */
export async function lockMonth(tx: Tx, month: string): Promise<MonthRow | null> {
  const [row] = await tx.select().from(monthCloses).where(eq(monthCloses.month, month)).for("update");
  return row ?? null;
}

/** False where it was proposed before. */
export async function insertProposal(
  tx: Tx,
  row: Pick<MonthRow, "month" | "endsOn" | "proposedBy" | "proposedAt">,
): Promise<boolean> {
  const made = await tx
    .insert(monthCloses)
    .values(row)
    .onConflictDoNothing()
    .returning({ month: monthCloses.month });
  return made.length > 0;
}

/** Waits for all postings under way; the database finds the totals and chains them. */
export async function closeMonth(
  tx: Tx,
  month: string,
  { closedBy, closedAt }: { closedBy: string; closedAt: Date },
): Promise<void> {
  await tx.update(monthCloses).set({ closedBy, closedAt }).where(eq(monthCloses.month, month));
}

export async function withdrawProposal(tx: Tx, month: string): Promise<void> {
  await tx.delete(monthCloses).where(and(eq(monthCloses.month, month), isNull(monthCloses.closedAt)));
}

export async function remindedAt(reader: Reader, month: string): Promise<Date | null> {
  const [row] = await reader
    .select({ at: max(monthReminders.at) })
    .from(monthReminders)
    .where(eq(monthReminders.month, month));
  return row?.at ?? null;
}

/** False where another worker was first. */
export async function insertReminder(tx: Tx, month: string, at: Date): Promise<boolean> {
  const made = await tx
    .insert(monthReminders)
    .values({ month, at })
    .onConflictDoNothing()
    .returning({ month: monthReminders.month });
  return made.length > 0;
}
