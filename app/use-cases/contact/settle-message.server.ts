import { z } from "zod";
import { may } from "#app/domain/accounts/access.ts";
import { err, ok, type Result } from "#app/domain/result.ts";
import type { Ctx } from "#app/use-cases/ctx.ts";
import { lockCase, relationTo } from "#db/queries/cases.ts";
import { killAddress, lockMessage, updateMessage } from "#db/queries/contact.ts";
import { transact } from "#db/transact.ts";
import { takeBack } from "./take-back.server.ts";
import { MessageAt } from "./withdraw-message.server.ts";

export const SettleMessage = MessageAt.extend({ became: z.enum(["sent", "bounced"], "error.choose") });

export type SettleRefusal = { kind: "message-not-found" } | { kind: "already-settled" };

/**
 * Says what became of a message of which the mail server said nothing, or that the post brought a letter back: whoever asked for it has found
 * out. Until then it counts as sent. Where a letter came back the debtor does not live there, whichever case it was on.
 */
export function settleMessage(
  ctx: Ctx,
  { caseId, messageId, became }: z.infer<typeof SettleMessage>,
): Promise<Result<null, SettleRefusal>> {
  return transact<null, SettleRefusal>(ctx, async (tx) => {
    const kase = await lockCase(tx, ctx.actor, caseId);
    const isTheirs = kase && may(ctx.actor, "contact.write", relationTo(ctx.actor, kase));
    const message = isTheirs ? await lockMessage(tx, { caseId, id: messageId }) : null;
    if (!kase || !message) return err({ kind: "message-not-found" });
    const isReturn = message.channel === "post" && message.status === "sent" && became === "bounced";
    if (message.status !== "unknown" && !isReturn) return err({ kind: "already-settled" });
    if (became === "bounced") await takeBack(tx, ctx, kase, message);
    if (isReturn) await killAddress(tx, message.addressKey, ctx.now);
    await updateMessage(tx, message, { status: became, dueAt: null, settledAt: ctx.now });
    return ok(null);
  });
}
