import type { z } from "zod";
import { IncomingPost, StatusPost, type TextEventKind } from "#app/domain/contact/text-events.ts";
import { isId } from "#app/domain/ids.ts";
import { err, ok, type Result } from "#app/domain/result.ts";
import { signedFields } from "#app/gateways/sms-provider.server.ts";
import type { Ctx } from "#app/use-cases/ctx.ts";
import { insertTextEvent, type TextEvent } from "#db/queries/text-messages.ts";
import { transact } from "#db/transact.ts";
import { applyTextEvent } from "./apply-text-event.server.ts";
import { incomingPath, statusPath } from "./text-paths.ts";

export type ReceiveRefusal = { kind: "no-provider" } | { kind: "not-signed" } | { kind: "not-understood" };

/** `about`: of a status, the message that its address names. */
export type Received = {
  raw: string;
  signature: string;
  about: { caseId: string; messageId: string } | null;
};

/**
 * Takes what the provider of text messages tells us: an answer of a debtor, or what became of a message. It is kept as it came, sealed and once
 * by the provider's own name for it, and takes effect before we answer, so that STOP stops at once; what fails then is taken up by the worker.
 */
export async function receiveText(
  ctx: Ctx,
  received: Received,
): Promise<Result<"stored" | "known", ReceiveRefusal>> {
  const { raw, signature, about } = received;
  if (!ctx.smsProvider) return err({ kind: "no-provider" });
  const url = `${ctx.publicUrl}${about ? statusPath(about) : incomingPath}`;
  const fields = signedFields(ctx.smsProvider, { url, raw, signature });
  if (!fields) return err({ kind: "not-signed" });
  const named = about ? namedStatus(fields, about) : namedIncoming(fields);
  if (!named) return err({ kind: "not-understood" });
  const stored = await transact<boolean, never>(ctx, async (tx) =>
    ok(
      await insertTextEvent(tx, {
        ...named,
        raw: ctx.secrets.seal("text-event", raw),
        receivedAt: ctx.now,
        state: "waiting",
      }),
    ),
  );
  if (!stored.ok || !stored.value) return ok("known");
  await applyTextEvent(ctx, named.id);
  return ok("stored");
}

type Named = Pick<TextEvent, "id" | "caseId" | "messageId"> & { kind: TextEventKind };

function namedStatus(fields: unknown, about: NonNullable<Received["about"]>): Named | null {
  const read: z.ZodSafeParseResult<z.infer<typeof StatusPost>> = StatusPost.safeParse(fields);
  if (!read.success || !isId(about.caseId) || !isId(about.messageId)) return null;
  return { id: `${read.data.MessageSid}:${read.data.MessageStatus}`, kind: "status", ...about };
}

function namedIncoming(fields: unknown): Named | null {
  const read = IncomingPost.safeParse(fields);
  return read.success ? { id: read.data.MessageSid, kind: "incoming", caseId: null, messageId: null } : null;
}
