import { may } from "#app/domain/accounts/access.ts";
import { ok } from "#app/domain/result.ts";
import type { Ctx } from "#app/use-cases/ctx.ts";
import { insertAudit } from "#db/queries/audit.ts";
import { findCase } from "#db/queries/cases.ts";
import { casesTexted, lastTexts, openReplies, type TextReply } from "#db/queries/text-messages.ts";
import { transact } from "#db/transact.ts";
import { replyIn } from "./text-reply.server.ts";

const shown = 25;

/** The answers that wait for somebody to say to which case they belong, the oldest first. That they were read is kept. */
export async function repliesDesk(ctx: Ctx) {
  if (!may(ctx.actor, "reply.place", "none")) return null;
  const replies = await openReplies(ctx.db, shown);
  if (replies.length > 0)
    await transact<null, never>(ctx, async (tx) => {
      await insertAudit(tx, ctx, {
        operation: "text_replies.seen",
        ...{ subjectKind: "text_reply", subjectId: replies[0].id },
        details: { purpose: "place-answer", count: replies.length },
      });
      return ok(null);
    });
  return Promise.all(replies.map((each) => rowOf(ctx, each)));
}

async function rowOf(ctx: Ctx, reply: TextReply) {
  const { addressKey, receivedAt } = reply;
  const [ids, texts] = await Promise.all([
    casesTexted(ctx.db, addressKey),
    lastTexts(ctx.db, { addressKey, before: receivedAt }),
  ]);
  const cases = await Promise.all(ids.map((id) => findCase(ctx.db, ctx.actor, id)));
  const texted = new Map(texts.map(({ caseId, at }) => [caseId, at.toISOString()]));
  return {
    id: reply.id,
    receivedAt: receivedAt.toISOString(),
    ...replyIn(ctx, reply),
    cases: cases
      .flatMap((kase) => (kase?.status === "engaged" ? kase : []))
      .map(({ caseId, code }) => ({ caseId, code, textedAt: texted.get(caseId) ?? null })),
  };
}
