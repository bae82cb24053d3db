import { eq } from "drizzle-orm";
import type { Reader, Tx } from "#db/client.ts";
import { proposalAnswers } from "#db/schema/debtors.ts";

export type ProposalAnswer = typeof proposalAnswers.$inferSelect;

/** False where the proposal was answered before. */
export async function insertProposalAnswer(tx: Tx, row: ProposalAnswer): Promise<boolean> {
  const rows = await tx
    .insert(proposalAnswers)
    .values(row)
    .onConflictDoNothing()
    .returning({ id: proposalAnswers.statementId });
  return rows.length > 0;
}

export const proposalAnswersOn = (reader: Reader, caseId: string): Promise<ProposalAnswer[]> =>
  reader.select().from(proposalAnswers).where(eq(proposalAnswers.caseId, caseId));
