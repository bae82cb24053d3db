import { and, asc, desc, eq, inArray, isNotNull, lte, max } from "drizzle-orm";
import type { Reader, Tx } from "#db/client.ts";
import { contactMessages, debtorChannels, textEvents, textReplies } from "#db/schema/contact.ts";

export type TextEvent = typeof textEvents.$inferSelect;
export type TextReply = typeof textReplies.$inferSelect;

/** False where the provider told it before. */
export async function insertTextEvent(tx: Tx, row: TextEvent): Promise<boolean> {
  const made = await tx.insert(textEvents).values(row).onConflictDoNothing().returning({ id: textEvents.id });
  return made.length > 0;
}

/** What the provider told and nothing has come of yet, the oldest first. */
export const waitingTextEvents = (reader: Reader, limit: number): Promise<{ id: string }[]> =>
  reader
    .select({ id: textEvents.id })
    .from(textEvents)
    .where(eq(textEvents.state, "waiting"))
    .orderBy(asc(textEvents.receivedAt), asc(textEvents.id))
    .limit(limit);

export async function textEventOf(reader: Reader, id: string): Promise<TextEvent | null> {
  const [row] = await reader.select().from(textEvents).where(eq(textEvents.id, id));
  return row ?? null;
}

/** Takes an event for applying; false where somebody did so meanwhile. It is held until the transaction ends. */
export async function takeTextEvent(tx: Tx, id: string): Promise<boolean> {
  const taken = await tx
    .update(textEvents)
    .set({ state: "applied" })
    .where(and(eq(textEvents.id, id), eq(textEvents.state, "waiting")))
    .returning({ id: textEvents.id });
  return taken.length > 0;
}

/** The cases whose debtor was verified to be reached by text at a number. */
export async function casesTexted(reader: Reader, addressKey: string): Promise<string[]> {
  const rows = await reader
    .selectDistinct({ caseId: debtorChannels.caseId })
    .from(debtorChannels)
    .where(and(eq(debtorChannels.kind, "sms"), eq(debtorChannels.addressKey, addressKey)));
  return rows.map(({ caseId }) => caseId).sort();
}

/** Per case the last text that went out to a number before a moment, the latest first. */
export async function lastTexts(
  reader: Reader,
  { addressKey, before }: { addressKey: string; before: Date },
): Promise<{ caseId: string; at: Date }[]> {
  const at = max(contactMessages.claimedAt);
  const rows = await reader
    .select({ caseId: contactMessages.caseId, at })
    .from(contactMessages)
    .where(
      and(
        eq(contactMessages.channel, "sms"),
        eq(contactMessages.addressKey, addressKey),
        isNotNull(contactMessages.claimedAt),
        lte(contactMessages.claimedAt, before),
        inArray(contactMessages.status, ["sending", "sent", "unknown", "bounced"]),
      ),
    )
    .groupBy(contactMessages.caseId)
    .orderBy(desc(at));
  return rows.flatMap((row) => (row.at ? [{ caseId: row.caseId, at: row.at }] : []));
}

export async function insertReply(tx: Tx, row: TextReply): Promise<void> {
  await tx.insert(textReplies).values(row).onConflictDoNothing();
}

/** The answers that a person has yet to place, the oldest first. */
export const openReplies = (reader: Reader, limit: number): Promise<TextReply[]> =>
  reader
    .select()
    .from(textReplies)
    .where(eq(textReplies.state, "open"))
    .orderBy(asc(textReplies.receivedAt), asc(textReplies.id))
    .limit(limit);

/** The open answer, held until the transaction ends. */
export async function lockOpenReply(tx: Tx, id: string): Promise<TextReply | null> {
  const [row] = await tx
    .select()
    .from(textReplies)
    .where(and(eq(textReplies.id, id), eq(textReplies.state, "open")))
    .for("update");
  return row ?? null;
}

export async function settleReply(
  tx: Tx,
  id: string,
  set: Pick<TextReply, "state" | "caseId" | "settledBy" | "settledAt">,
): Promise<void> {
  await tx.update(textReplies).set(set).where(eq(textReplies.id, id));
}
