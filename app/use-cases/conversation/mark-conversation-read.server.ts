import { err, ok, type Result } from "#app/domain/result.ts";
import type { Ctx } from "#app/use-cases/ctx.ts";
import { findCase } from "#db/queries/cases.ts";
import { messagesOf } from "#db/queries/conversation.ts";
import { markReadTo } from "#db/queries/message-reads.ts";
import { markReadBelow } from "#db/queries/notifications.ts";
import { transact } from "#db/transact.ts";
import { partyOf } from "./party.server.ts";

const kinds = [
  "message_posted",
  "message_task",
  "message_mention",
  "message_due_soon",
  "message_overdue",
] as const;

/** Notes that a person has the latest of a case's conversation before them; what told them of it is read with it. */
export const markConversationRead = (
  ctx: Ctx,
  caseId: string,
): Promise<Result<null, { kind: "case-not-found" }>> =>
  transact<null, { kind: "case-not-found" }>(ctx, async (tx) => {
    const kase = await findCase(tx, ctx.actor, caseId);
    const party = kase && partyOf(ctx, "message.read", kase);
    if (!party) return err({ kind: "case-not-found" });
    const [latest] = await messagesOf(tx, ctx.actor, { caseId, before: null, limit: 1 });
    if (!latest) return ok(null);
    const { userId } = party;
    await markReadTo(tx, { caseId, userId, seq: latest.message.seq, at: ctx.now });
    await markReadBelow(tx, { userId, kinds, path: `/cases/${caseId}/messages`, at: ctx.now });
    return ok(null);
  });
