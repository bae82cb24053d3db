import { askAfterMs, mostTries, pauseAfterTry } from "#app/domain/contact/message-moves.ts";
import { isNoPhone, isStopped } from "#app/domain/contact/text-events.ts";
import { ok } from "#app/domain/result.ts";
import type { Handed } from "#app/gateways/debtor-mail.server.ts";
import type { Found, HandedSms } from "#app/gateways/debtor-sms.server.ts";
import type { Ctx } from "#app/use-cases/ctx.ts";
import type { Tx } from "#db/client.ts";
import { type CaseRow, lockCase } from "#db/queries/cases.ts";
import { type ContactMessage, killAddress, lockMessage, updateMessage } from "#db/queries/contact.ts";
import { transact } from "#db/transact.ts";
import { tell } from "./claim-message.server.ts";
import { stopNumber } from "./stop-texts.server.ts";
import { takeBack } from "./take-back.server.ts";

/** What an adapter heard; `kept` where there is none, `none` where the provider of text messages was only asked and has no such message. */
export type Outcome = Handed | HandedSms | { kind: "kept" } | Exclude<Found, { kind: "found" }>;

const inTurn: ReadonlySet<string> = new Set(["sending", "unknown"]);

/** Keeps what an adapter heard of a message that was claimed. Where the debtor has ended the texts with the provider, they end with us. */
export async function settleHanded(
  ctx: Ctx,
  at: { caseId: string; id: string },
  outcome: Outcome,
): Promise<void> {
  const done = await transact<string | null, never>(ctx, async (tx) => {
    const kase = await lockCase(tx, ctx.actor, at.caseId);
    const message = kase && (await lockMessage(tx, at));
    if (!kase || !message || !inTurn.has(message.status)) return ok(null);
    await settled(tx, ctx, kase, { message, outcome });
    const isOver = outcome.kind === "refused" && "code" in outcome && isStopped(outcome.code);
    return ok(isOver ? message.addressKey : null);
  });
  if (done.ok && done.value) await stopNumber(ctx, { addressKey: done.value, because: at.id });
}

type Settling = { message: ContactMessage; outcome: Outcome };

async function settled(tx: Tx, ctx: Ctx, kase: CaseRow, { message, outcome }: Settling): Promise<void> {
  const over = { dueAt: null, settledAt: ctx.now };
  switch (outcome.kind) {
    case "kept":
      return updateMessage(tx, message, { ...over, status: "sent", demo: true });
    case "accepted": {
      const named =
        "providerId" in outcome ? { providerId: outcome.providerId, delivery: "queued" as const } : {};
      return updateMessage(tx, message, { ...over, ...named, status: "sent", answer: outcome.answer });
    }
    case "unknown":
      return leftOpen(tx, ctx, kase, { message, answer: outcome.answer });
    case "refused":
      await takeBack(tx, ctx, kase, message);
      if (isOfAddress(outcome)) await killAddress(tx, message.addressKey, ctx.now);
      await updateMessage(tx, message, { ...over, status: "bounced", answer: outcome.answer });
      return tell(tx, ctx, kase, { message, kind: "contact_bounced" });
    case "not-taken":
      return notTaken(tx, ctx, kase, { message, answer: outcome.answer });
    case "none":
      return notThere(tx, ctx, kase, message);
    case "not-heard":
      return updateMessage(tx, message, {
        ...{ status: "unknown", lookUps: Math.max(0, message.lookUps - 1) },
        dueAt: new Date(ctx.now.getTime() + askAfterMs[1]),
      });
  }
}

const isOfAddress = (refused: Extract<Outcome, { kind: "refused" }>): boolean =>
  "noMailbox" in refused ? refused.noMailbox : isNoPhone(refused.code);

type Said = { message: ContactMessage; answer: string };

/** It may have gone out. A mail is settled by a person; the provider of a text message is asked again. */
async function leftOpen(tx: Tx, ctx: Ctx, kase: CaseRow, { message, answer }: Said): Promise<void> {
  const isText = message.channel === "sms";
  const dueAt = isText ? new Date(ctx.now.getTime() + askAfterMs[0]) : null;
  await updateMessage(tx, message, { status: "unknown", dueAt, settledAt: ctx.now, answer });
  if (!isText) await tell(tx, ctx, kase, { message, kind: "contact_unknown" });
}

/** The provider has no such text message: it is asked once more, and after the last time the log takes the message back. */
async function notThere(tx: Tx, ctx: Ctx, kase: CaseRow, message: ContactMessage): Promise<void> {
  const next = askAfterMs.at(message.lookUps);
  if (next !== undefined) {
    const at = (message.claimedAt ?? ctx.now).getTime() + next;
    const dueAt = new Date(Math.max(at, ctx.now.getTime() + askAfterMs[0]));
    return updateMessage(tx, message, { status: "unknown", dueAt });
  }
  await takeBack(tx, ctx, kase, message);
  await updateMessage(tx, message, { status: "bounced", dueAt: null, settledAt: ctx.now });
  return tell(tx, ctx, kase, { message, kind: "contact_bounced" });
}

/** Nothing reached the debtor and the log says so. It is decided anew when it is tried again. */
async function notTaken(tx: Tx, ctx: Ctx, kase: CaseRow, { message, answer }: Said): Promise<void> {
  if (message.status !== "sending") return;
  await takeBack(tx, ctx, kase, message);
  const back = { eventSeq: null, claimedAt: null, answer };
  if (message.tries < mostTries) {
    const dueAt = new Date(ctx.now.getTime() + pauseAfterTry(message.tries));
    return updateMessage(tx, message, { ...back, status: "waiting", dueAt });
  }
  const heldWhy = message.channel === "sms" ? "sms-provider" : "mail-server";
  await updateMessage(tx, message, { ...back, status: "held", heldWhy, dueAt: null });
  return tell(tx, ctx, kase, { message, kind: "contact_held" });
}
