import type { PostMessageInput } from "#app/domain/conversation/message.ts";
import { newId } from "#app/domain/ids.ts";
import { markConversationRead } from "#app/use-cases/conversation/mark-conversation-read.server.ts";
import { postMessage } from "#app/use-cases/conversation/post-message.server.ts";
import { reportMessage } from "#app/use-cases/conversation/report-message.server.ts";
import type { Player } from "./cast.ts";
import { demoPdf } from "./papers.ts";
import { ctxOf, later, moveTo, type Stage, value } from "./stage.ts";

type Sides = { creditor: Player; lawyer: Player; caseId: string };
type Words = Partial<Omit<PostMessageInput, "caseId" | "key">> & { body: string };

const zone = "America/Los_Angeles";

async function write(stage: Stage, by: Player, caseId: string, words: Words): Promise<string> {
  const ctx = await ctxOf(stage, by.actor);
  const form = { caseId, key: newId(ctx.now), due: "day" as const, file: [], zone, ...words };
  return value(await postMessage(ctx, form)).messageId;
}

/** A question with its answer, and a message that somebody thinks should not stand there. */
export async function beginConversation(
  stage: Stage,
  { creditor, lawyer, caseId }: Sides,
  from: Date,
): Promise<void> {
  await moveTo(stage, from);
  const question = await write(stage, lawyer, caseId, {
    body: "@Demo Person The debtor’s accountant says the second delivery never arrived. Do you have the signed delivery note?",
  });
  await moveTo(stage, later(from, { hours: 5 }));
  await write(stage, creditor, caseId, {
    body: "Yes, here it is, signed at their gate on the day. Please keep the original wording when you quote it.",
    replyTo: question,
    due: "none",
    file: [await demoPdf("delivery-note.pdf", "delivery note for DEMO-1001")],
  });
  await moveTo(stage, later(from, { hours: 6 }));
  const doubtful = await write(stage, lawyer, caseId, {
    body: "Thank you. By the way, a former neighbour of their director gave me a private number to try.",
    due: "none",
  });
  value(await reportMessage(await ctxOf(stage, creditor.actor), { caseId, messageId: doubtful }));
  for (const { actor } of [creditor, lawyer])
    value(await markConversationRead(await ctxOf(stage, actor), caseId));
}

/** What each side waits for today: an answer that is overdue, and one that is not due yet. */
export async function continueConversation(
  stage: Stage,
  { creditor, lawyer, caseId }: Sides,
  present: Date,
): Promise<void> {
  await moveTo(stage, later(present, { hours: -40 }));
  await write(stage, creditor, caseId, {
    body: "How did the call of last week end? We would like to plan our cash for the month.",
  });
  await moveTo(stage, later(present, { hours: -20 }));
  await write(stage, lawyer, caseId, {
    body: "@Demo Person Would you accept 95 per cent of the claim if it is paid in one sum within thirty days?",
    due: "three-days",
  });
}
