import { err, ok, type Result } from "#app/domain/result.ts";
import { deliver } from "#app/gateways/mail.server.ts";
import type { Ctx } from "#app/use-cases/ctx.ts";
import { lockMail, updateMail } from "#db/queries/notifications.ts";
import { transact } from "#db/transact.ts";

/** Without `smtpUrl` mail lies in the demo's outbox. */
export type MailRoute = { smtpUrl: string | undefined; from: string };

export type SendRefusal = { kind: "no-such-mail" };
export type Sent = { kind: "sent" | "kept-for-demo" | "already-sent" | "refused-by-server" };

/**
 * Sends one mail of the outbox. Sending twice sends once; what failed for now throws and is tried again. A
 * delivered mail keeps neither its text, whose links open accounts, nor its address.
 */
export async function sendMail(
  ctx: Ctx,
  { mailId }: { mailId: string },
  { smtpUrl, from }: MailRoute,
): Promise<Result<Sent, SendRefusal>> {
  return transact<Sent, SendRefusal>(ctx, async (tx) => {
    const mail = await lockMail(tx, mailId);
    if (!mail) return err({ kind: "no-such-mail" });
    if (mail.sentAt || mail.error) return ok({ kind: "already-sent" });
    if (!smtpUrl) {
      await updateMail(tx, mailId, { sentAt: ctx.now, demo: true });
      return ok({ kind: "kept-for-demo" });
    }
    const delivery = await deliver({ smtpUrl, from }, { ...mail, to: mail.toAddress });
    if (delivery.kind === "refused") {
      await updateMail(tx, mailId, { error: delivery.answer.slice(0, 500), body: "" });
      return ok({ kind: "refused-by-server" });
    }
    await updateMail(tx, mailId, { sentAt: ctx.now, body: "", toAddress: "", unsubscribeUrl: null });
    return ok({ kind: "sent" });
  });
}
