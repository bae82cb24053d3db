import { and, eq, isNotNull, isNull } from "drizzle-orm";
import type { Tx } from "#db/client.ts";
import { moneyExceptions } from "#db/schema/payments.ts";

export type ExceptionRow = typeof moneyExceptions.$inferSelect;

/** False where it was opened before and has not passed: it is told of once. */
export async function openException(
  tx: Tx,
  row: Omit<ExceptionRow, "closedAt" | "closedBy">,
): Promise<boolean> {
  const made = await tx
    .insert(moneyExceptions)
    .values({ ...row, closedAt: null, closedBy: null })
    .onConflictDoUpdate({
      target: [moneyExceptions.caseId, moneyExceptions.key],
      set: { openedAt: row.openedAt, amount: row.amount, closedAt: null, closedBy: null },
      setWhere: and(isNotNull(moneyExceptions.closedAt), isNull(moneyExceptions.closedBy)),
    })
    .returning({ key: moneyExceptions.key });
  return made.length > 0;
}

/** Closes what has passed, or what a person has settled; false where nothing was open. */
export async function closeException(
  tx: Tx,
  { caseId, key }: Pick<ExceptionRow, "caseId" | "key">,
  { now, by }: { now: Date; by: string | null },
): Promise<boolean> {
  const done = await tx
    .update(moneyExceptions)
    .set({ closedAt: now, closedBy: by })
    .where(
      and(eq(moneyExceptions.caseId, caseId), eq(moneyExceptions.key, key), isNull(moneyExceptions.closedAt)),
    )
    .returning({ key: moneyExceptions.key });
  return done.length > 0;
}
