import { and, eq, notExists } from "drizzle-orm";
import type { Reader, Tx } from "#db/client.ts";
import { cases, debtors } from "#db/schema/cases.ts";
import { subjectKeys } from "#db/schema/keys.ts";

export type SubjectKeyRow = typeof subjectKeys.$inferSelect;
export type DebtorRow = typeof debtors.$inferSelect;

/** Where the debtor of a case is: the first of the place's time zones. */
export async function zoneOf(reader: Reader, caseId: string): Promise<string> {
  const [row] = await reader.select({ zones: debtors.zones }).from(debtors).where(eq(debtors.caseId, caseId));
  return row?.zones[0] ?? "UTC";
}

/** The debtor's row as it is kept, sealed, with the key it is sealed under. What is in it is read by `openDebtor` alone. */
export async function sealedDebtorOf(
  reader: Reader,
  caseId: string,
): Promise<{ debtor: DebtorRow; key: SubjectKeyRow | null } | null> {
  const [row] = await reader
    .select({ debtor: debtors, key: subjectKeys })
    .from(debtors)
    .leftJoin(subjectKeys, eq(subjectKeys.caseId, debtors.caseId))
    .where(eq(debtors.caseId, caseId));
  return row ?? null;
}

export async function writeDebtor(tx: Tx, row: typeof debtors.$inferInsert): Promise<void> {
  await tx.insert(debtors).values(row).onConflictDoUpdate({ target: debtors.caseId, set: row });
}

export async function subjectKeyOf(reader: Reader, caseId: string): Promise<SubjectKeyRow | null> {
  const [row] = await reader.select().from(subjectKeys).where(eq(subjectKeys.caseId, caseId));
  return row ?? null;
}

/** False when the case has a key already. */
export async function insertSubjectKey(
  tx: Tx,
  row: Pick<SubjectKeyRow, "caseId" | "sealed" | "madeAt" | "lookAt">,
): Promise<boolean> {
  const rows = await tx
    .insert(subjectKeys)
    .values(row)
    .onConflictDoNothing()
    .returning({ caseId: subjectKeys.caseId });
  return rows.length === 1;
}

/** Forgets the key of what never became a case; a case's stays. */
export async function deleteUnpostedKey(tx: Tx, caseId: string): Promise<void> {
  const posted = tx.select({ caseId: cases.caseId }).from(cases).where(eq(cases.caseId, caseId));
  await tx.delete(subjectKeys).where(and(eq(subjectKeys.caseId, caseId), notExists(posted)));
}

/** Writes what is right instead of what was on file. */
export async function correctDebtorRow(
  tx: Tx,
  caseId: string,
  set: Pick<DebtorRow, "name" | "email" | "phone" | "address" | "description" | "nameKey">,
): Promise<void> {
  await tx.update(debtors).set(set).where(eq(debtors.caseId, caseId));
}
