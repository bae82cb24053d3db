import { system } from "#app/domain/accounts/actor.ts";
import { type Delivery, deliveryOf, isNews, isNoPhone, isStopped } from "#app/domain/contact/text-events.ts";
import type { Ctx } from "#app/use-cases/ctx.ts";
import { recordEvent } from "#app/use-cases/record-event.server.ts";
import type { Tx } from "#db/client.ts";
import { type CaseRow, lockCase } from "#db/queries/cases.ts";
import { type ContactMessage, killAddress, lockMessage, updateMessage } from "#db/queries/contact.ts";
import { eventsOf } from "#db/queries/timeline.ts";
import { tell } from "./claim-message.server.ts";
import { takeBack } from "./take-back.server.ts";

/** What the provider says of a text message: its own name of it, the status, and the error's number. */
type Said = { providerId: string; status: string; code: number | null };

const wentOut: ReadonlySet<string> = new Set(["sending", "unknown", "sent"]);

/**
 * Keeps what became of a text message: it arrived, and the log says so; or it never did, and the log takes it back. News come in any order and
 * more than once. Answers the number's key where the debtor has ended the texts with the provider.
 */
export async function heardOfText(
  tx: Tx,
  ctx: Ctx,
  at: { caseId: string; id: string },
  said: Said,
): Promise<string | null> {
  const kase = await lockCase(tx, system, at.caseId);
  const message = kase && (await lockMessage(tx, at));
  const delivery = deliveryOf(said.status);
  if (!kase || message?.channel !== "sms" || !delivery || !wentOut.has(message.status)) return null;
  if (message.providerId !== null && message.providerId !== said.providerId) return null;
  if (!isNews(message.delivery, delivery)) return null;
  await kept(tx, ctx, kase, { message, delivery, said });
  return isStopped(said.code) ? message.addressKey : null;
}

type Heard = { message: ContactMessage; delivery: Delivery; said: Said };

async function kept(tx: Tx, ctx: Ctx, kase: CaseRow, { message, delivery, said }: Heard): Promise<void> {
  const { providerId, status, code } = said;
  const answer = [providerId, status, code].filter((each) => each !== null).join(" ");
  const news = { providerId, delivery, answer, dueAt: null, settledAt: ctx.now };
  if (delivery === "undelivered" || delivery === "failed") {
    await takeBack(tx, ctx, kase, message);
    if (isNoPhone(code)) await killAddress(tx, message.addressKey, ctx.now);
    await updateMessage(tx, message, { ...news, status: "bounced" });
    return tell(tx, ctx, kase, { message, kind: "contact_bounced" });
  }
  if (delivery === "delivered") await saidDelivered(tx, ctx, kase, message);
  await updateMessage(tx, message, { ...news, status: "sent" });
}

/** Says in the log that a message reached the debtor's phone; it is no second contact. */
async function saidDelivered(
  tx: Tx,
  ctx: Ctx,
  kase: CaseRow,
  { id, eventSeq }: ContactMessage,
): Promise<void> {
  const event = (await eventsOf(tx, kase.caseId)).find(({ seq }) => seq === eventSeq);
  if (!event) throw new Error("A message that went out has no event in the log");
  const recorded = await recordEvent(tx, ctx, kase, {
    type: "fact_added",
    occurredAt: ctx.now,
    payload: {
      act: { direction: "out", channel: "sms", outcome: "delivered" },
      refs: { delivered: event.id, messageId: id },
    },
  });
  if (!recorded.ok) throw new Error("The log does not take what became of a message");
}
