import { z } from "zod";
import { err, ok, type Result } from "#app/domain/result.ts";
import type { Ctx } from "#app/use-cases/ctx.ts";
import { lockCase } from "#db/queries/cases.ts";
import { markDone, messageFor } from "#db/queries/conversation.ts";
import { transact } from "#db/transact.ts";
import { partyOf } from "./party.server.ts";

export const SettleTask = z.object({ caseId: z.uuid(), messageId: z.uuid() });

export type SettleRefusal = { kind: "message-not-found" } | { kind: "not-open" };

/** Marks what was asked for as done without an answer: by whom it was asked of, or by the side that asked and needs it no more. */
export const settleTask = (
  ctx: Ctx,
  { caseId, messageId }: z.infer<typeof SettleTask>,
): Promise<Result<null, SettleRefusal>> =>
  transact<null, SettleRefusal>(ctx, async (tx) => {
    const kase = await lockCase(tx, ctx.actor, caseId);
    const party = kase && partyOf(ctx, "message.post", kase);
    const message = party && (await messageFor(tx, ctx.actor, { caseId, id: messageId }));
    if (!message) return err({ kind: "message-not-found" });
    const done = await markDone(tx, message, { by: party.userId, at: ctx.now });
    return done ? ok(null) : err({ kind: "not-open" });
  });
