import type { Ctx } from "#app/use-cases/ctx.ts";
import type { Tx } from "#db/client.ts";
import { type ContactMessage, openMessages, updateMessage } from "#db/queries/contact.ts";

type Ended = Pick<ContactMessage, "caseId" | "channel">;

/** Takes back whatever waits to go out on a case by a channel, because its debtor wants no more of it. The caller holds the case. */
export async function endContact(tx: Tx, { now }: Pick<Ctx, "now">, ended: Ended): Promise<void> {
  for (const each of await openMessages(tx, ended))
    await updateMessage(tx, each, {
      status: "withdrawn",
      dueAt: null,
      settledAt: now,
      heldWhy: "opted-out",
    });
}
