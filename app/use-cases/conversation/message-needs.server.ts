import type { Need } from "#app/domain/accounts/needs.ts";
import type { Ctx } from "#app/use-cases/ctx.ts";
import { messageTasks } from "#db/queries/message-tasks.ts";
import { taskExcerpt } from "./message-words.server.ts";
import { messagePath } from "./party.server.ts";

/** The home page shows what is due first; the inbox has all. */
const MOST = 20;

/** The answers that the other sides of its cases wait for from the actor's organization. */
export async function messageNeeds(ctx: Ctx): Promise<Need[]> {
  const tasks = await messageTasks(ctx.db, ctx.actor, { after: null, limit: MOST });
  return tasks.map((task) => ({
    kind: "message_to_answer",
    values: { case: task.code, by: task.authorName, words: taskExcerpt(ctx, task) },
    due: task.dueAt.toISOString(),
    href: messagePath(task.caseId, task.id),
  }));
}
