import { may } from "#app/domain/accounts/access.ts";
import { err, ok, type Result } from "#app/domain/result.ts";
import { readClock } from "#app/gateways/clock.server.ts";
import { sendToDebtor } from "#app/gateways/debtor-mail.server.ts";
import { findSmsToDebtor, sendSmsToDebtor } from "#app/gateways/debtor-sms.server.ts";
import type { Ctx } from "#app/use-cases/ctx.ts";
import { dueMessages } from "#db/queries/contact.ts";
import { claimMessage, type Work } from "./claim-message.server.ts";
import { type Outcome, settleHanded } from "./settle-handed.server.ts";

const batch = 20;

type Sending = { clock?: () => Promise<Date>; limit?: number };

/**
 * Sends what is due, one after another, each decided by the clock of its own moment; answers how many were settled. A message is claimed
 * and counted before it is handed over, and what its carrier said is kept after: whoever dies between leaves it `unknown`.
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
  if (claim.work) {
    const outcome = await hand(ctx, claim.work);
    await settleHanded({ ...ctx, now: await clock() }, at, outcome);
  }
  return claim.settled;
}

/** Without a mail server or a provider nothing leaves: the demo keeps the words where they can be read. */
async function hand({ mailServer, smsProvider }: Ctx, work: Work): Promise<Outcome> {
  if (work.kind === "mail") return mailServer ? sendToDebtor(mailServer, work.mail) : { kind: "kept" };
  const { sms, ask } = work;
  if (!smsProvider) return ask === "only" ? { kind: "not-heard", answer: "" } : { kind: "kept" };
  if (ask === "nothing") return sendSmsToDebtor(smsProvider, sms);
  const found = await findSmsToDebtor(smsProvider, sms);
  if (found.kind === "found") return { ...found, kind: "accepted" };
  if (ask === "only") return found;
  return found.kind === "none"
    ? sendSmsToDebtor(smsProvider, sms)
    : { kind: "not-taken", answer: found.answer };
}
