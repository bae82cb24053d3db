import { answerQuestion } from "#app/use-cases/tenders/answer-question.server.ts";
import { askQuestion } from "#app/use-cases/tenders/ask-question.server.ts";
import { questionsIn } from "#db/queries/round-questions.ts";
import { latestTender } from "#db/queries/tenders.ts";
import type { Player } from "./cast.ts";
import { ctxOf, type Stage, value } from "./stage.ts";

type Sides = { creditor: Player; lawyer: Player; rival: Player };

/** A question with its answer and one that waits, on a round that runs. */
export async function askAndAnswer(
  stage: Stage,
  { creditor, lawyer, rival }: Sides,
  caseId: string,
): Promise<void> {
  const ask = async (by: Player, question: string) =>
    value(await askQuestion(await ctxOf(stage, by.actor), { caseId, question }));
  await ask(rival, "Was the delivery accepted in writing, and is there a signed note of it?");
  const ctx = await ctxOf(stage, creditor.actor);
  const tender = await latestTender(ctx.db, caseId);
  const [first] = tender ? await questionsIn(ctx.db, { caseId, tenderId: tender.id }) : [];
  if (!first) throw new Error(`Case ${caseId} has no question`);
  const answer = "Yes. Every delivery note is signed, and the last one is among the papers you will get.";
  value(await answerQuestion(ctx, { caseId, questionId: first.id, answer }));
  await ask(lawyer, "Did the debtor ever ask for more time to pay, and if so in writing?");
}
