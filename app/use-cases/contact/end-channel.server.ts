import { historyOf } from "#app/domain/law/history.ts";
import { historyEventsOf } from "#app/domain/timeline/facts.ts";
import type { Ctx } from "#app/use-cases/ctx.ts";
import { notifySides } from "#app/use-cases/notify.server.ts";
import { recordEvent } from "#app/use-cases/record-event.server.ts";
import type { Tx } from "#db/client.ts";
import type { CaseRow } from "#db/queries/cases.ts";
import { eventsOf } from "#db/queries/timeline.ts";
import { isStopped } from "./channel-stopped.ts";
import { endContact } from "./end-contact.server.ts";

const told = { email: "contact_stopped", sms: "texts_stopped" } as const;

/** `because`: the message, or the answer, that it came by. */
type Ending = { channel: keyof typeof told; because: string };

/**
 * Ends a channel on a case because the debtor said so from outside: what waits is withdrawn, the log has an opt-out, and both sides are told.
 * Said twice it is one. The caller holds the case and acts as the system.
 */
export async function endChannel(
  tx: Tx,
  ctx: Ctx,
  kase: CaseRow,
  { channel, because }: Ending,
): Promise<void> {
  const { caseId, code } = kase;
  await endContact(tx, ctx, { caseId, channel });
  const { holds } = historyOf(historyEventsOf(await eventsOf(tx, caseId)));
  if (isStopped(holds, { channel, now: ctx.now })) return;
  const recorded = await recordEvent(tx, ctx, kase, {
    type: "channel_optout",
    occurredAt: ctx.now,
    payload: { act: { direction: "in", channel }, refs: { messageId: because } },
  });
  if (!recorded.ok) throw new Error("The log does not take what the debtor said");
  await notifySides(tx, ctx, kase, { kind: told[channel], values: { case: code }, href: `/cases/${caseId}` });
}
