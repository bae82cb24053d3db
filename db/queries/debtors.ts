import { and, desc, eq, gt, isNull } from "drizzle-orm";
import type { Reader, Tx } from "#db/client.ts";
import { debtorStatements, debtorVisits } from "#db/schema/debtors.ts";

export type DebtorVisit = typeof debtorVisits.$inferSelect;
export type DebtorStatement = typeof debtorStatements.$inferSelect;

export async function insertVisit(tx: Tx, row: typeof debtorVisits.$inferInsert): Promise<void> {
  await tx.insert(debtorVisits).values(row);
}

/** A visit that goes on. */
export async function visitBy(
  reader: Reader,
  { tokenHash, now }: { tokenHash: string; now: Date },
): Promise<DebtorVisit | null> {
  const [row] = await reader
    .select()
    .from(debtorVisits)
    .where(
      and(
        eq(debtorVisits.tokenHash, tokenHash),
        gt(debtorVisits.expiresAt, now),
        isNull(debtorVisits.endedAt),
      ),
    );
  return row ?? null;
}

export async function endVisit(tx: Tx, tokenHash: string, at: Date): Promise<void> {
  await tx.update(debtorVisits).set({ endedAt: at }).where(eq(debtorVisits.tokenHash, tokenHash));
}

/** Every visit by a letter sees from now on only what was handed in. */
export async function narrowVisits(
  tx: Tx,
  { caseId, letterId }: Pick<DebtorVisit, "caseId" | "letterId">,
): Promise<void> {
  await tx
    .update(debtorVisits)
    .set({ onlyReceipts: true })
    .where(and(eq(debtorVisits.caseId, caseId), eq(debtorVisits.letterId, letterId)));
}

export async function insertStatement(tx: Tx, row: DebtorStatement): Promise<void> {
  await tx.insert(debtorStatements).values(row);
}

export async function statementBy(
  reader: Reader,
  { caseId, id }: Pick<DebtorStatement, "caseId" | "id">,
): Promise<DebtorStatement | null> {
  const [row] = await reader
    .select()
    .from(debtorStatements)
    .where(and(eq(debtorStatements.caseId, caseId), eq(debtorStatements.id, id)));
  return row ?? null;
}

/** The newest first. */
export const statementsOn = (reader: Reader, caseId: string): Promise<DebtorStatement[]> =>
  reader
    .select()
    .from(debtorStatements)
    .where(eq(debtorStatements.caseId, caseId))
    .orderBy(desc(debtorStatements.saidAt), desc(debtorStatements.id));
