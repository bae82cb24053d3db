import { system } from "#app/domain/accounts/actor.ts";
import type { Ctx } from "#app/use-cases/ctx.ts";
import { recordEvent } from "#app/use-cases/record-event.server.ts";
import type { Tx } from "#db/client.ts";
import type { CaseRow } from "#db/queries/cases.ts";
import type { ContactMessage } from "#db/queries/contact.ts";
import { eventsOf } from "#db/queries/timeline.ts";

/** Says in the log that a message it counts never reached anybody: from here on it was no contact, and no notice was given by it. */
export async function takeBack(
  tx: Tx,
  ctx: Ctx,
  kase: CaseRow,
  { id, eventSeq, channel }: Pick<ContactMessage, "id" | "eventSeq" | "channel">,
  /** Of a letter that was never posted: why. */
  more: { withheld?: string } = {},
): Promise<void> {
  const event = (await eventsOf(tx, kase.caseId)).find(({ seq }) => seq === eventSeq);
  if (!event) throw new Error("A message that went out has no event in the log");
  const recorded = await recordEvent(tx, { ...ctx, actor: system }, kase, {
    type: "fact_added",
    occurredAt: ctx.now,
    payload: {
      act: { direction: "out", channel, outcome: "returned" },
      refs: { undelivered: event.id, messageId: id, ...more },
    },
  });
  if (!recorded.ok) throw new Error("The log does not take what became of a message");
}
