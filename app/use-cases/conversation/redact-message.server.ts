import type { z } from "zod";
import { may } from "#app/domain/accounts/access.ts";
import type { RedactMessage } from "#app/domain/conversation/message.ts";
import { isId } from "#app/domain/ids.ts";
import { wordPlaces } from "#app/domain/privacy/word-places.ts";
import { err, ok, type Result } from "#app/domain/result.ts";
import type { Ctx } from "#app/use-cases/ctx.ts";
import { openOf, sealAbout } from "#app/use-cases/debtor.server.ts";
import { insertAudit } from "#db/queries/audit.ts";
import { findCase, lockCase } from "#db/queries/cases.ts";
import { messageFor, redactMessage as takeWordsAway } from "#db/queries/conversation.ts";
import { transact } from "#db/transact.ts";
import { bodyOf, redactionOf } from "./message-words.server.ts";

export type RedactRefusal = { kind: "message-not-found" } | { kind: "already-redacted" };

/** One message as an administrator sees it who was asked to look; null for everybody else. */
export async function readReported(ctx: Ctx, caseId: string, messageId: string) {
  if (!may(ctx.actor, "message.redact", "none") || !isId(messageId)) return null;
  const kase = await findCase(ctx.db, ctx.actor, caseId);
  const message = kase && (await messageFor(ctx.db, ctx.actor, { caseId, id: messageId }));
  if (!message) return null;
  const { createdAt, redactedAt } = message;
  const open = await openOf(ctx.db, ctx, caseId);
  const body = bodyOf(open, message) ?? "";
  const redactionReason = redactionOf(open, message, ctx.locale);
  return { caseId, code: kase.code, messageId, body, createdAt, redactedAt, redactionReason };
}

/** Takes the words and files of a message away for good, and says why in their place. That it was written stays. */
export const redactMessage = (
  ctx: Ctx,
  { caseId, messageId, reason }: z.infer<typeof RedactMessage>,
): Promise<Result<null, RedactRefusal>> =>
  transact<null, RedactRefusal>(ctx, async (tx) => {
    const { userId } = ctx.actor;
    const kase = await lockCase(tx, ctx.actor, caseId);
    if (!kase || !userId || !may(ctx.actor, "message.redact", "none"))
      return err({ kind: "message-not-found" });
    const message = await messageFor(tx, ctx.actor, { caseId, id: messageId });
    if (!message) return err({ kind: "message-not-found" });
    if (message.body.length === 0) return err({ kind: "already-redacted" });
    const sealed = await sealAbout(tx, ctx, { caseId, place: wordPlaces.redaction(messageId) }, reason);
    const redacted = await takeWordsAway(tx, message, { by: userId, at: ctx.now, reason: sealed });
    if (!redacted) return err({ kind: "already-redacted" });
    await insertAudit(tx, ctx, {
      operation: "message.redacted",
      subjectKind: "case",
      subjectId: caseId,
      details: { messageId },
    });
    return ok(null);
  });
