import { z } from "zod";
import { may } from "#app/domain/accounts/access.ts";
import { mayMove } from "#app/domain/contact/message-moves.ts";
import { err, ok, type Result } from "#app/domain/result.ts";
import type { Ctx } from "#app/use-cases/ctx.ts";
import { lockCase, relationTo } from "#db/queries/cases.ts";
import { lockMessage, updateMessage } from "#db/queries/contact.ts";
import { transact } from "#db/transact.ts";

export const MessageAt = z.object({ caseId: z.uuid(), messageId: z.uuid() });

export type WithdrawRefusal = { kind: "message-not-found" } | { kind: "gone-out" };

/** Takes back a message that has not gone out. Withdrawing twice withdraws once. */
export function withdrawMessage(
  ctx: Ctx,
  { caseId, messageId }: z.infer<typeof MessageAt>,
): Promise<Result<null, WithdrawRefusal>> {
  return transact<null, WithdrawRefusal>(ctx, async (tx) => {
    const kase = await lockCase(tx, ctx.actor, caseId);
    const isTheirs = kase && may(ctx.actor, "contact.write", relationTo(ctx.actor, kase));
    const message = isTheirs ? await lockMessage(tx, { caseId, id: messageId }) : null;
    if (!message) return err({ kind: "message-not-found" });
    if (message.status === "withdrawn") return ok(null);
    if (!mayMove(message.status, "withdrawn")) return err({ kind: "gone-out" });
    await updateMessage(tx, message, { status: "withdrawn", dueAt: null, settledAt: ctx.now });
    return ok(null);
  });
}
