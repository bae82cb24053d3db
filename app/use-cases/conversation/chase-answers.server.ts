import { may } from "#app/domain/accounts/access.ts";
import { err, ok, type Result } from "#app/domain/result.ts";
import type { Ctx } from "#app/use-cases/ctx.ts";
import { type Notice, notifyAll } from "#app/use-cases/notify.server.ts";
import { type LateAnswer, markChased, takeLateAnswers } from "#db/queries/message-tasks.ts";
import { transact } from "#db/transact.ts";
import { messagePath } from "./party.server.ts";

const BATCH = 100;

/**
 * Reminds of answers that are due soon, and of those that are overdue, each once in effect: what is told and the mark that it was told
 * stand or fall together. An end that came before its reminder is told as the end alone. Answers how many rows it settled.
 */
export function chaseAnswers(
  ctx: Ctx,
  { batch = BATCH }: { batch?: number } = {},
): Promise<Result<number, { kind: "not-allowed" }>> {
  return transact<number, { kind: "not-allowed" }>(ctx, async (tx) => {
    if (!may(ctx.actor, "timer.fire", "none")) return err({ kind: "not-allowed" });
    const soon = await takeLateAnswers(tx, "soon", { now: ctx.now, limit: batch });
    const over = await takeLateAnswers(tx, "over", { now: ctx.now, limit: batch });
    await notifyAll(tx, ctx, [
      ...soon.filter(({ waits, dueAt }) => waits && dueAt > ctx.now).map(noticeOfSoon),
      ...over.filter(({ waits }) => waits).flatMap(noticesOfOverdue),
    ]);
    await markChased(tx, "soon", soon, ctx.now);
    await markChased(tx, "over", over, ctx.now);
    return ok(soon.length + over.length);
  });
}

const telling = ({ caseId, id, code, authorName, dueAt }: LateAnswer) => ({
  values: { case: code, by: authorName, dueAt: dueAt.toISOString() },
  href: messagePath(caseId, id),
});

const askedOf = ({ authorOrgId, creditorOrgId, collectorOrgId }: LateAnswer) =>
  authorOrgId === creditorOrgId ? collectorOrgId : creditorOrgId;

const noticeOfSoon = (row: LateAnswer): Notice => ({
  kind: "message_due_soon",
  ...telling(row),
  toOrgId: askedOf(row),
});

/** Whoever asked hears as well that there was no answer. */
const noticesOfOverdue = (row: LateAnswer): Notice[] => [
  { kind: "message_overdue", ...telling(row), toOrgId: askedOf(row) },
  { kind: "message_overdue", ...telling(row), userIds: [row.authorUserId] },
];
