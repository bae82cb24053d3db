import { z } from "zod";
import { system } from "#app/domain/accounts/actor.ts";
import type { TemplateLanguage } from "#app/domain/contact/templates/template.ts";
import { languageOf } from "#app/domain/contact/templates.ts";
import { err, ok, type Result } from "#app/domain/result.ts";
import type { Ctx } from "#app/use-cases/ctx.ts";
import { lockCase } from "#db/queries/cases.ts";
import { messageOf } from "#db/queries/contact.ts";
import { transact } from "#db/transact.ts";
import { endChannel } from "./end-channel.server.ts";
import { messageBehind } from "./letter-token.ts";

export const StopMail = z.object({ token: z.string().max(200) });

/** The language of the message a link came with; null for a link that is none of ours. */
export async function stopLink(ctx: Ctx, token: string): Promise<{ language: TemplateLanguage } | null> {
  const at = messageBehind(ctx, token);
  const message = at && (await messageOf(ctx.db, at));
  return message ? { language: languageOf(message.templateId) } : null;
}

/**
 * The debtor ends the e-mails of a case by the link in one of them (RFC 8058): an opt-out in the log, effective with its event, and
 * whatever waits is withdrawn in the same transaction. Said twice it is one.
 */
export const stopMail = (
  ctx: Ctx,
  { token }: z.infer<typeof StopMail>,
): Promise<Result<null, { kind: "link-over" }>> =>
  transact<null, { kind: "link-over" }>({ ...ctx, actor: system }, async (tx) => {
    const as: Ctx = { ...ctx, actor: system };
    const at = messageBehind(ctx, token);
    const kase = at && (await lockCase(tx, system, at.caseId));
    const message = kase && (await messageOf(tx, at));
    if (!kase || !message) return err({ kind: "link-over" });
    await endChannel(tx, as, kase, { channel: "email", because: message.id });
    return ok(null);
  });
