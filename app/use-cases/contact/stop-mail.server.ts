import { z } from "zod";
import { system } from "#app/domain/accounts/actor.ts";
import type { TemplateLanguage } from "#app/domain/contact/templates/template.ts";
import { templateOf } from "#app/domain/contact/templates.ts";
import { historyOf } from "#app/domain/law/history.ts";
import { err, ok, type Result } from "#app/domain/result.ts";
import { historyEventsOf } from "#app/domain/timeline/facts.ts";
import type { Ctx } from "#app/use-cases/ctx.ts";
import { notify } from "#app/use-cases/notify.server.ts";
import { recordEvent } from "#app/use-cases/record-event.server.ts";
import { lockCase } from "#db/queries/cases.ts";
import { messageOf } from "#db/queries/contact.ts";
import { eventsOf } from "#db/queries/timeline.ts";
import { transact } from "#db/transact.ts";
import { isStopped } from "./channel-stopped.ts";
import { endContact } from "./end-contact.server.ts";
import { messageBehind } from "./letter-token.ts";

export const StopMail = z.object({ token: z.string().max(200) });

/** The language of the message a link came with; null for a link that is none of ours. */
export async function stopLink(ctx: Ctx, token: string): Promise<{ language: TemplateLanguage } | null> {
  const at = messageBehind(ctx, token);
  const message = at && (await messageOf(ctx.db, at));
  const template = message && templateOf(message.templateId, message.templateVersion);
  return template ? { language: template.language } : null;
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
    await endContact(tx, ctx, { caseId: kase.caseId, channel: "email" });
    const { holds } = historyOf(historyEventsOf(await eventsOf(tx, kase.caseId)));
    if (isStopped(holds, { channel: "email", now: ctx.now })) return ok(null);
    const recorded = await recordEvent(tx, as, kase, {
      type: "channel_optout",
      occurredAt: ctx.now,
      payload: { act: { direction: "in", channel: "email" }, refs: { messageId: message.id } },
    });
    if (!recorded.ok) throw new Error("The log does not take what the debtor said");
    for (const toOrgId of new Set([kase.creditorOrgId, kase.collectorOrgId ?? kase.creditorOrgId]))
      await notify(tx, ctx, {
        toOrgId,
        kind: "contact_stopped",
        values: { case: kase.code },
        href: `/cases/${kase.caseId}`,
      });
    return ok(null);
  });
