import { may } from "#app/domain/accounts/access.ts";
import { mostTries, pauseAfterTry } from "#app/domain/contact/message-moves.ts";
import { err, ok, type Result } from "#app/domain/result.ts";
import { readClock } from "#app/gateways/clock.server.ts";
import { type DebtorMail, type Handed, sendToDebtor } from "#app/gateways/debtor-mail.server.ts";
import type { Ctx } from "#app/use-cases/ctx.ts";
import type { Tx } from "#db/client.ts";
import { type CaseRow, lockCase } from "#db/queries/cases.ts";
import {
  type ContactMessage,
  dueMessages,
  killAddress,
  lockMessage,
  updateMessage,
} from "#db/queries/contact.ts";
import { transact } from "#db/transact.ts";
import { claimMessage, tell } from "./claim-message.server.ts";
import { takeBack } from "./take-back.server.ts";

const batch = 20;

type Sending = { clock?: () => Promise<Date>; limit?: number };

/**
 * Sends what is due, one after another, each decided by the clock of its own moment; answers how many were settled. A message is claimed
 * and counted before it is handed over, and what the mail server said is kept after: whoever dies between leaves it `unknown`.
 */
export async function sendMessages(
  ctx: Ctx,
  { clock = () => readClock(ctx.db), limit = batch }: Sending = {},
): Promise<Result<number, { kind: "not-allowed" }>> {
  if (!may(ctx.actor, "contact.send", "none")) return err({ kind: "not-allowed" });
  const failures: unknown[] = [];
  let settled = 0;
  for (const at of await dueMessages(ctx.db, ctx.now, limit)) {
    try {
      if (await sendOne(ctx, at, clock)) settled += 1;
    } catch (failure) {
      // What is wrong with one message holds no other up; it stays due and is told of.
      failures.push(failure);
    }
  }
  if (failures.length > 0) throw new AggregateError(failures, "Messages to debtors could not be tried");
  return ok(settled);
}

/** Claims, hands over and settles one message; answers whether anything came of it. */
async function sendOne(ctx: Ctx, at: { caseId: string; id: string }, clock: () => Promise<Date>) {
  const claim = await claimMessage({ ...ctx, now: await clock() }, at);
  if (claim.mail) {
    const handed = await hand(ctx, claim.mail);
    await settle({ ...ctx, now: await clock() }, at, handed);
  }
  return claim.settled;
}

/** Without a mail server nothing leaves: the demo keeps the letter where it can be read. */
type Kept = { kind: "kept" };
const hand = async ({ mailServer }: Ctx, mail: DebtorMail): Promise<Handed | Kept> =>
  mailServer ? sendToDebtor(mailServer, mail) : { kind: "kept" };

const settle = (ctx: Ctx, at: { caseId: string; id: string }, handed: Handed | Kept) =>
  transact<null, never>(ctx, async (tx) => {
    const kase = await lockCase(tx, ctx.actor, at.caseId);
    const message = kase && (await lockMessage(tx, at));
    if (!kase || (message?.status !== "sending" && message?.status !== "unknown")) return ok(null);
    await settled(tx, ctx, kase, { message, handed });
    return ok(null);
  });

type Settling = { message: ContactMessage; handed: Handed | Kept };

async function settled(tx: Tx, ctx: Ctx, kase: CaseRow, { message, handed }: Settling): Promise<void> {
  const over = { dueAt: null, settledAt: ctx.now };
  switch (handed.kind) {
    case "kept":
      return updateMessage(tx, message, { ...over, status: "sent", demo: true });
    case "accepted":
      return updateMessage(tx, message, { ...over, status: "sent", answer: handed.answer });
    case "unknown":
      await updateMessage(tx, message, { ...over, status: "unknown", answer: handed.answer });
      return tell(tx, ctx, kase, { message, kind: "contact_unknown" });
    case "refused":
      await takeBack(tx, ctx, kase, message);
      if (handed.noMailbox) await killAddress(tx, message.addressKey, ctx.now);
      await updateMessage(tx, message, { ...over, status: "bounced", answer: handed.answer });
      return tell(tx, ctx, kase, { message, kind: "contact_bounced" });
    case "not-taken":
      return notTaken(tx, ctx, kase, { message, answer: handed.answer });
  }
}

/** Nothing reached the debtor and the log says so. It is decided anew when it is tried again. */
async function notTaken(
  tx: Tx,
  ctx: Ctx,
  kase: CaseRow,
  { message, answer }: { message: ContactMessage; answer: string },
): Promise<void> {
  if (message.status !== "sending") return;
  await takeBack(tx, ctx, kase, message);
  const back = { eventSeq: null, claimedAt: null, answer };
  if (message.tries < mostTries) {
    const dueAt = new Date(ctx.now.getTime() + pauseAfterTry(message.tries));
    return updateMessage(tx, message, { ...back, status: "waiting", dueAt });
  }
  await updateMessage(tx, message, { ...back, status: "held", heldWhy: "mail-server", dueAt: null });
  return tell(tx, ctx, kase, { message, kind: "contact_held" });
}
