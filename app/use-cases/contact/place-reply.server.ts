import { z } from "zod";
import { personIn } from "#app/domain/accounts/access.ts";
import { err, ok, type Result } from "#app/domain/result.ts";
import type { Ctx } from "#app/use-cases/ctx.ts";
import { insertAudit } from "#db/queries/audit.ts";
import { lockCase } from "#db/queries/cases.ts";
import { casesTexted, lockOpenReply, settleReply } from "#db/queries/text-messages.ts";
import { transact } from "#db/transact.ts";
import { recordReply } from "./record-reply.server.ts";
import { replyIn } from "./text-reply.server.ts";

/** Without a case the answer belongs to none. */
export const PlaceReply = z.object({
  replyId: z.string().regex(/^(SM|MM)[0-9a-f]{32}$/),
  caseId: z.uuid("error.choose").optional(),
});

export type PlaceRefusal = { kind: "reply-settled" } | { kind: "case-not-found" };

/**
 * Says to which case an answer belongs: there it becomes the debtor's statement. Only a case that has the number can be said, so that no
 * answer reaches the file of somebody else.
 */
export function placeReply(
  ctx: Ctx,
  { replyId, caseId }: z.infer<typeof PlaceReply>,
): Promise<Result<null, PlaceRefusal>> {
  return transact<null, PlaceRefusal>(ctx, async (tx) => {
    const person = personIn(ctx.actor, "reply.place");
    const reply = person && (await lockOpenReply(tx, replyId));
    if (!person || !reply) return err({ kind: "reply-settled" });
    if (caseId) {
      const kase = await lockCase(tx, ctx.actor, caseId);
      const hasNumber = (await casesTexted(tx, reply.addressKey)).includes(caseId);
      if (kase?.status !== "engaged" || !hasNumber) return err({ kind: "case-not-found" });
      await recordReply(tx, ctx, kase, { id: replyId, words: replyIn(ctx, reply).words });
    }
    await settleReply(tx, replyId, {
      ...{ state: caseId ? "placed" : "dismissed", caseId: caseId ?? null },
      ...{ settledBy: person.userId, settledAt: ctx.now },
    });
    await insertAudit(tx, ctx, {
      operation: caseId ? "text_reply.placed" : "text_reply.dismissed",
      ...{ subjectKind: "text_reply", subjectId: replyId },
      details: { caseId: caseId ?? null },
    });
    return ok(null);
  });
}
