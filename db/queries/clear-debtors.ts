import { asc, eq, sql } from "drizzle-orm";
import type { Reader, Tx } from "#db/client.ts";
import { caseDrafts, debtors } from "#db/schema/cases.ts";

/** Debtors that lie in the clear, behind a byte 0, from before there were keys. They are held, and another process that seals waits. */
export const clearDebtors = (tx: Tx, limit: number) =>
  tx
    .select()
    .from(debtors)
    .where(sql`get_byte(${debtors.name}, 0) = 0`)
    .orderBy(asc(debtors.caseId))
    .limit(limit)
    .for("update");

/** Drafts with a page in the clear, likewise. */
export const clearDrafts = (tx: Tx, limit: number) =>
  tx
    .select()
    .from(caseDrafts)
    .where(sql`jsonb_path_exists(${caseDrafts.answers}, '$.* ? (@.type() == "object")')`)
    .orderBy(asc(caseDrafts.caseId))
    .limit(limit)
    .for("update");

export async function isAnyClear(reader: Reader): Promise<boolean> {
  const [found] = await reader.execute<{ clear: boolean }>(sql`select exists(
      select from debtors where get_byte(name, 0) = 0) or exists(
      select from case_drafts where jsonb_path_exists(answers, '$.* ? (@.type() == "object")')) as clear`);
  return found.clear;
}

export async function writeSealedDebtor(
  tx: Tx,
  caseId: string,
  sealed: Partial<typeof debtors.$inferInsert>,
): Promise<void> {
  await tx.update(debtors).set(sealed).where(eq(debtors.caseId, caseId));
}

/** The draft stays as old as it was. */
export async function writeSealedDraft(
  tx: Tx,
  caseId: string,
  answers: typeof caseDrafts.$inferInsert.answers,
): Promise<void> {
  await tx.update(caseDrafts).set({ answers }).where(eq(caseDrafts.caseId, caseId));
}
