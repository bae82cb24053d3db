import { may } from "#app/domain/accounts/access.ts";
import { addressOf } from "#app/domain/contact/channel.ts";
import { cameBack, isDead, type RecipientReport, recipientsIn } from "#app/domain/contact/delivery-report.ts";
import { err, ok, type Result } from "#app/domain/result.ts";
import { readMail } from "#app/gateways/incoming-mail.server.ts";
import type { Ctx } from "#app/use-cases/ctx.ts";
import type { Tx } from "#db/client.ts";
import { type CaseRow, lockCase } from "#db/queries/cases.ts";
import {
  type ContactMessage,
  caseOfMessage,
  killAddress,
  lockMessage,
  updateMessage,
} from "#db/queries/contact.ts";
import { transact } from "#db/transact.ts";
import { tell } from "./claim-message.server.ts";
import { messageAt } from "./return-path.server.ts";
import { takeBack } from "./take-back.server.ts";

/**
 * `bounced`: a message to a debtor came back, and `dead` where its address is used no more. `known`: that was so before. `not-final`: its server
 * still tries, or has it. `no-report`: somebody's answer, which nobody reads here.
 */
export type Received = { kind: "bounced"; dead: boolean } | { kind: "known" | "not-final" | "no-report" };
export type ReceiveRefusal = { kind: "not-allowed" | "not-ours" | "forged" | "too-large" };

export const mostMailBytes = 2 * 1024 * 1024;

/**
 * Takes a mail that came to a return path: a report that a message to a debtor came back settles that message as a refusal at once would have,
 * whatever its mail server said before. It proves itself by the address it came to, which is a message's own.
 */
export async function receiveMail(
  ctx: Ctx,
  { raw, to }: { raw: Uint8Array; to: string | null },
): Promise<Result<Received, ReceiveRefusal>> {
  if (!may(ctx.actor, "contact.send", "none")) return err({ kind: "not-allowed" });
  if (raw.length > mostMailBytes) return err({ kind: "too-large" });
  const mail = await readMail(raw);
  const claims = (to ? [to] : mail.to).map((address) => messageAt(ctx, address));
  const id = claims.find((claim) => claim !== "not-ours" && claim !== "forged");
  if (!id) return err({ kind: claims.includes("forged") ? "forged" : "not-ours" });
  if (mail.report === null) return ok({ kind: "no-report" });
  const failed = recipientsIn(mail.report).find(cameBack);
  if (!failed) return ok({ kind: "not-final" });
  return settled(ctx, id, failed);
}

const wentOut: ReadonlySet<string> = new Set(["sending", "unknown", "sent"]);

function settled(ctx: Ctx, id: string, failed: RecipientReport): Promise<Result<Received, ReceiveRefusal>> {
  return transact<Received, ReceiveRefusal>(ctx, async (tx) => {
    const caseId = await caseOfMessage(tx, id);
    const kase = caseId ? await lockCase(tx, ctx.actor, caseId) : null;
    const message = kase && (await lockMessage(tx, { caseId: kase.caseId, id }));
    if (!kase || message?.channel !== "email") return err({ kind: "not-ours" });
    if (!wentOut.has(message.status)) return ok({ kind: "known" });
    return ok(await bounced(tx, ctx, kase, { message, failed }));
  });
}

async function bounced(
  tx: Tx,
  ctx: Ctx,
  kase: CaseRow,
  { message, failed }: { message: ContactMessage; failed: RecipientReport },
): Promise<Received> {
  const dead = isDead(failed) && isAbout(ctx, failed, message);
  await takeBack(tx, ctx, kase, message);
  if (dead) await killAddress(tx, message.addressKey, ctx.now);
  await updateMessage(tx, message, {
    ...{ status: "bounced", dueAt: null, settledAt: ctx.now },
    answer: [failed.status, failed.diagnostic].filter(Boolean).join(" ").slice(0, 500),
  });
  await tell(tx, ctx, kase, { message, kind: "contact_bounced" });
  return { kind: "bounced", dead };
}

/** A mailbox that passes its mail on is not dead because the one it leads to is. */
function isAbout({ secrets }: Ctx, { addresses }: RecipientReport, { addressKey }: ContactMessage): boolean {
  const keys = addresses.flatMap((address) => secrets.macs("debtor-address", addressOf(address) ?? address));
  return keys.includes(addressKey);
}
