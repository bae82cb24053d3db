import { and, asc, count, eq } from "drizzle-orm";
import type { Reader, Tx } from "#db/client.ts";
import { roundQuestions } from "#db/schema/tenders.ts";
import { unlessClosed } from "./bids.ts";

export type QuestionRow = typeof roundQuestions.$inferSelect;
type RoundId = { caseId: string; tenderId: string };

const inRound = ({ caseId, tenderId }: RoundId) =>
  and(eq(roundQuestions.caseId, caseId), eq(roundQuestions.tenderId, tenderId));

/** All questions of a round, the oldest first. Who asked leaves the server in no answer. */
export const questionsIn = (reader: Reader, round: RoundId): Promise<QuestionRow[]> =>
  reader
    .select()
    .from(roundQuestions)
    .where(inRound(round))
    .orderBy(asc(roundQuestions.askedAt), asc(roundQuestions.id));

/** The organisations that asked something in a round. */
export async function askersIn(reader: Reader, round: RoundId): Promise<string[]> {
  const rows = await reader
    .selectDistinct({ orgId: roundQuestions.askerOrgId })
    .from(roundQuestions)
    .where(inRound(round));
  return rows.map(({ orgId }) => orgId);
}

export async function countAsked(
  reader: Reader,
  { orgId, ...round }: RoundId & { orgId: string },
): Promise<number> {
  const [row] = await reader
    .select({ asked: count() })
    .from(roundQuestions)
    .where(and(inRound(round), eq(roundQuestions.askerOrgId, orgId)));
  return row.asked;
}

export async function lockQuestion(
  tx: Tx,
  { caseId, id }: { caseId: string; id: string },
): Promise<QuestionRow | null> {
  const [row] = await tx
    .select()
    .from(roundQuestions)
    .where(and(eq(roundQuestions.caseId, caseId), eq(roundQuestions.id, id)))
    .for("update");
  return row ?? null;
}

export const insertQuestion = (tx: Tx, row: QuestionRow) =>
  unlessClosed(tx, (inner) => inner.insert(roundQuestions).values(row));

export const writeAnswer = (
  tx: Tx,
  { caseId, id }: Pick<QuestionRow, "caseId" | "id">,
  set: { answer: string; answeredBy: string; answeredAt: Date },
) =>
  unlessClosed(tx, (inner) =>
    inner
      .update(roundQuestions)
      .set(set)
      .where(and(eq(roundQuestions.caseId, caseId), eq(roundQuestions.id, id))),
  );
