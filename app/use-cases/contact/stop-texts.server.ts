import { system } from "#app/domain/accounts/actor.ts";
import { ok } from "#app/domain/result.ts";
import type { Ctx } from "#app/use-cases/ctx.ts";
import { lockCase } from "#db/queries/cases.ts";
import { casesTexted } from "#db/queries/text-messages.ts";
import { transact } from "#db/transact.ts";
import { endChannel } from "./end-channel.server.ts";

/** `because`: the message or the answer that it came by. */
type Stopping = { addressKey: string; because: string };

/**
 * Ends the text messages to a number on every case that has it, because its owner wants no more: whichever case they meant, none of them may
 * text again. Each case is a transaction of its own; said twice it is one. Answers how many cases have the number.
 */
export async function stopNumber(ctx: Ctx, { addressKey, because }: Stopping): Promise<number> {
  const as: Ctx = { ...ctx, actor: system };
  const caseIds = await casesTexted(ctx.db, addressKey);
  for (const caseId of caseIds)
    await transact<null, never>(as, async (tx) => {
      const kase = await lockCase(tx, system, caseId);
      if (kase) await endChannel(tx, as, kase, { channel: "sms", because });
      return ok(null);
    });
  return caseIds.length;
}
