import { system } from "#app/domain/accounts/actor.ts";
import { historyOf } from "#app/domain/law/history.ts";
import { ok } from "#app/domain/result.ts";
import { historyEventsOf } from "#app/domain/timeline/facts.ts";
import type { Ctx } from "#app/use-cases/ctx.ts";
import { notify } from "#app/use-cases/notify.server.ts";
import { recordEvent } from "#app/use-cases/record-event.server.ts";
import type { Tx } from "#db/client.ts";
import { type CaseRow, lockCase } from "#db/queries/cases.ts";
import { casesTexted } from "#db/queries/text-messages.ts";
import { eventsOf } from "#db/queries/timeline.ts";
import { transact } from "#db/transact.ts";
import { isStopped } from "./channel-stopped.ts";
import { endContact } from "./end-contact.server.ts";

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
      if (kase) await stopTexts(tx, as, kase, because);
      return ok(null);
    });
  return caseIds.length;
}

async function stopTexts(tx: Tx, ctx: Ctx, kase: CaseRow, because: string): Promise<void> {
  await endContact(tx, ctx, { caseId: kase.caseId, channel: "sms" });
  const { holds } = historyOf(historyEventsOf(await eventsOf(tx, kase.caseId)));
  if (isStopped(holds, { channel: "sms", now: ctx.now })) return;
  const recorded = await recordEvent(tx, ctx, kase, {
    type: "channel_optout",
    occurredAt: ctx.now,
    payload: { act: { direction: "in", channel: "sms" }, refs: { messageId: because } },
  });
  if (!recorded.ok) throw new Error("The log does not take what the debtor said");
  for (const toOrgId of new Set([kase.creditorOrgId, kase.collectorOrgId ?? kase.creditorOrgId]))
    await notify(tx, ctx, {
      toOrgId,
      kind: "texts_stopped",
      values: { case: kase.code },
      href: `/cases/${kase.caseId}`,
    });
}
