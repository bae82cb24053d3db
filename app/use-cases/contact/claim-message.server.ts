import { z } from "zod";
import { claimMs } from "#app/domain/contact/message-moves.ts";
import { ok } from "#app/domain/result.ts";
import type { DebtorMail } from "#app/gateways/debtor-mail.server.ts";
import type { DebtorSms } from "#app/gateways/debtor-sms.server.ts";
import type { Ctx } from "#app/use-cases/ctx.ts";
import { notify } from "#app/use-cases/notify.server.ts";
import { recordEvent } from "#app/use-cases/record-event.server.ts";
import type { Tx } from "#db/client.ts";
import { type CaseRow, lockCase } from "#db/queries/cases.ts";
import { type ContactMessage, lockAddress, lockMessage, updateMessage } from "#db/queries/contact.ts";
import { transact } from "#db/transact.ts";
import type { ContactScene } from "./contact-scene.server.ts";
import { codeFor, issueCode } from "./letter-code.server.ts";
import { type Kept, messageNow } from "./message-now.server.ts";
import { returnPathOf } from "./return-path.server.ts";
import { statusPath } from "./text-paths.ts";

/**
 * What is for an adapter. Of a text message `ask` says whether its provider is asked first if it has it already, because it was tried before,
 * or only asked, because nobody knows whether it went out.
 */
export type Work =
  | { kind: "mail"; mail: DebtorMail }
  | { kind: "sms"; sms: DebtorSms; ask: "nothing" | "first" | "only" };

/** `work` is null where there is nothing to hand over. A letter waits in its batch for whoever prints it. */
export type Claim = { settled: boolean; work: Work | null };

const nothing: Claim = { settled: false, work: null };
const settledAlone: Claim = { settled: true, work: null };

/**
 * Takes one due message for sending: the second of its two decisions, in the transaction that counts it. The case and the address are held,
 * so that of any number of senders exactly as many get through as the law lets; what is refused is held with its reasons. A message
 * that a worker took and left is not sent again: nobody knows whether it went out.
 */
export async function claimMessage(ctx: Ctx, at: { caseId: string; id: string }): Promise<Claim> {
  const claimed = await transact<Claim, never>(ctx, async (tx) => {
    const kase = await lockCase(tx, ctx.actor, at.caseId);
    const message = kase && (await lockMessage(tx, at));
    if (!kase || !message?.dueAt || message.dueAt > ctx.now) return ok(nothing);
    if (message.status === "sending") return ok(await leftBehind(tx, ctx, kase, message));
    if (message.status === "unknown") return ok(await askAfter(tx, ctx, message));
    if (message.status !== "waiting" && message.status !== "held") return ok(nothing);
    return ok(await decideAgain(tx, ctx, kase, message));
  });
  return claimed.ok ? claimed.value : nothing;
}

/** Taken by a worker that died: the log counts it, and only the provider of a text message can say whether it went out. */
async function leftBehind(tx: Tx, ctx: Ctx, kase: CaseRow, message: ContactMessage): Promise<Claim> {
  if (message.channel === "post") return nothing;
  const isText = message.channel === "sms";
  const dueAt = isText ? ctx.now : null;
  await updateMessage(tx, message, { status: "unknown", dueAt, settledAt: ctx.now });
  if (!isText) await tell(tx, ctx, kase, { message, kind: "contact_unknown" });
  return settledAlone;
}

/** Takes a text message of which its provider said nothing for asking after; whoever dies over it is followed by another. */
async function askAfter(tx: Tx, ctx: Ctx, message: ContactMessage): Promise<Claim> {
  if (message.channel !== "sms" || !message.letter) return nothing;
  const dueAt = new Date(ctx.now.getTime() + claimMs);
  await updateMessage(tx, message, { status: "unknown", dueAt, lookUps: message.lookUps + 1 });
  const { to, body } = SentText.parse(JSON.parse(ctx.secrets.unseal("contact-letter", message.letter)));
  return { settled: true, work: { kind: "sms", ask: "only", sms: smsOf(ctx, message, { to, body }) } };
}

/** Of a text message the number stays with its words: the case may have another by the time it is asked after. */
const SentText = z.object({ to: z.string(), body: z.string() });

async function decideAgain(tx: Tx, ctx: Ctx, kase: CaseRow, message: ContactMessage): Promise<Claim> {
  await lockAddress(tx, message.addressKey);
  const now = await messageNow(tx, ctx, kase, message);
  if (!now.ok) {
    if (now.error.why !== "mandate-ended") return hold(tx, ctx, kase, message, now.error);
    const heldWhy = now.error.why;
    await updateMessage(tx, message, { status: "withdrawn", dueAt: null, settledAt: ctx.now, heldWhy });
    return settledAlone;
  }
  const { as, template, scene } = now.value;
  const recorded = await recordEvent(tx, as, kase, scene.act);
  if (!recorded.ok) {
    const { findings, earliest } = recorded.error.decision;
    return hold(tx, ctx, kase, message, { why: "not-lawful", findings, earliest });
  }
  await issueCode(tx, ctx, message);
  await count(tx, ctx, message, { scene, seq: recorded.value.seq });
  return { settled: true, work: workOf(ctx, message, { language: template.language, scene }) };
}

/** From here on it counts as sent, whatever becomes of the process. */
function count(
  tx: Tx,
  { secrets, now }: Pick<Ctx, "secrets" | "now">,
  message: ContactMessage,
  { scene: { letter, paper, act, to }, seq }: { scene: ContactScene; seq: number },
) {
  const { subject, body } = letter;
  const dueAt = message.channel === "post" ? null : new Date(now.getTime() + claimMs);
  const isText = message.channel === "sms";
  const words = { subject, body, ...(paper && { paper }), ...(isText && { to }) };
  return updateMessage(tx, message, {
    ...{ status: "sending", claimedAt: now, dueAt, eventSeq: seq },
    ...{ tries: message.tries + 1, heldWhy: null, findings: null },
    letter: secrets.seal("contact-letter", JSON.stringify(words)),
    letterHash: String(act.payload?.refs?.textHash),
  });
}

function workOf(
  ctx: Ctx,
  message: ContactMessage,
  { language, scene }: { language: string; scene: ContactScene },
): Work | null {
  const { letter, to, replyTo, stopUrl } = scene;
  const { subject, body } = letter;
  switch (message.channel) {
    case "post":
      return null;
    case "email":
      return {
        kind: "mail",
        mail: {
          ...{ id: message.id, to, replyTo, subject, body, language, stopUrl },
          returnPath: returnPathOf(ctx, message.id),
        },
      };
    case "sms": {
      const ask = message.tries === 0 ? "nothing" : "first";
      return { kind: "sms", ask, sms: smsOf(ctx, message, { to, body }) };
    }
  }
}

const smsOf = (
  ctx: Ctx,
  { caseId, id }: ContactMessage,
  { to, body }: { to: string; body: string },
): DebtorSms => ({
  ...{ to, body },
  reference: codeFor(ctx, { caseId, id }).code,
  statusUrl: `${ctx.publicUrl}${statusPath({ caseId, messageId: id })}`,
});

/** Held with its reasons, and told once; where time alone heals it, it is tried again then. */
async function hold(
  tx: Tx,
  ctx: Ctx,
  kase: CaseRow,
  message: ContactMessage,
  { why, findings, earliest }: Kept,
): Promise<Claim> {
  const news = message.status !== "held" || message.heldWhy !== why;
  const dueAt = earliest ? new Date(earliest) : null;
  await updateMessage(tx, message, { status: "held", heldWhy: why, findings: findings ?? null, dueAt });
  if (news) await tell(tx, ctx, kase, { message, kind: "contact_held" });
  return settledAlone;
}

type Told = { message: ContactMessage; kind: "contact_held" | "contact_bounced" | "contact_unknown" };

/** Tells the firm that asked what became of its message. */
export function tell(tx: Tx, ctx: Ctx, kase: CaseRow, { message, kind }: Told): Promise<void> {
  const toOrgId = message.askedByOrgId;
  const values = { case: kase.code, stepKey: `law.action.${message.stepType}` };
  const href = `/cases/${kase.caseId}/contact/${message.id}`;
  switch (kind) {
    case "contact_held":
      return notify(tx, ctx, { toOrgId, kind, values, href });
    case "contact_bounced":
      return notify(tx, ctx, { toOrgId, kind, values, href });
    case "contact_unknown":
      return notify(tx, ctx, { toOrgId, kind, values, href });
  }
}
