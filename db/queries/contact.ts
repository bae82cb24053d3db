import { and, asc, desc, eq, inArray, lte, ne, sql } from "drizzle-orm";
import { openStatuses } from "#app/domain/contact/message-moves.ts";
import type { Reader, Tx } from "#db/client.ts";
import { contactMessages, debtorChannels } from "#db/schema/contact.ts";

export type DebtorChannel = typeof debtorChannels.$inferSelect;
export type ContactMessage = typeof contactMessages.$inferSelect;
type Key = Pick<ContactMessage, "caseId" | "id">;

export async function insertChannel(tx: Tx, row: DebtorChannel): Promise<void> {
  await tx.insert(debtorChannels).values(row);
}

/** What is known of an address on a case: its last verification. */
export async function channelOf(
  reader: Reader,
  { caseId, addressKey }: Pick<DebtorChannel, "caseId" | "addressKey">,
): Promise<DebtorChannel | null> {
  const [row] = await reader
    .select()
    .from(debtorChannels)
    .where(and(eq(debtorChannels.caseId, caseId), eq(debtorChannels.addressKey, addressKey)))
    .orderBy(desc(debtorChannels.verifiedAt), desc(debtorChannels.id))
    .limit(1);
  return row ?? null;
}

/** No such mailbox: that is so on every case that has the address. */
export async function killAddress(tx: Tx, addressKey: string, at: Date): Promise<void> {
  await tx.update(debtorChannels).set({ deadAt: at }).where(eq(debtorChannels.addressKey, addressKey));
}

/** The other cases whose debtor is reached at the same address. */
export async function casesAtAddress(
  reader: Reader,
  { caseId, addressKey }: Pick<DebtorChannel, "caseId" | "addressKey">,
): Promise<string[]> {
  const rows = await reader
    .selectDistinct({ caseId: debtorChannels.caseId })
    .from(debtorChannels)
    .where(and(eq(debtorChannels.addressKey, addressKey), ne(debtorChannels.caseId, caseId)));
  return rows.map((row) => row.caseId);
}

/** Two decisions about one address never overlap, whichever cases they are on. Taken after the case's own lock. */
export async function lockAddress(tx: Tx, addressKey: string): Promise<void> {
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`debtor-address:${addressKey}`}, 0))`);
}

/** False where the same form was handed in before. */
export async function insertMessage(tx: Tx, row: typeof contactMessages.$inferInsert): Promise<boolean> {
  const made = await tx
    .insert(contactMessages)
    .values(row)
    .onConflictDoNothing()
    .returning({ id: contactMessages.id });
  return made.length > 0;
}

/** The e-mails and texts that are due to be sent or asked after, the longest waiting first; nothing is held by reading it. Letters wait for whoever prints them. */
export const dueMessages = (reader: Reader, now: Date, limit: number): Promise<Key[]> =>
  reader
    .select({ caseId: contactMessages.caseId, id: contactMessages.id })
    .from(contactMessages)
    .where(
      and(
        ne(contactMessages.channel, "post"),
        inArray(contactMessages.status, ["waiting", "held", "sending", "unknown"]),
        lte(contactMessages.dueAt, now),
      ),
    )
    .orderBy(asc(contactMessages.dueAt), asc(contactMessages.id))
    .limit(limit);

export async function lockMessage(tx: Tx, { caseId, id }: Key): Promise<ContactMessage | null> {
  const [row] = await tx
    .select()
    .from(contactMessages)
    .where(and(eq(contactMessages.caseId, caseId), eq(contactMessages.id, id)))
    .for("update");
  return row ?? null;
}

export async function messageOf(reader: Reader, { caseId, id }: Key): Promise<ContactMessage | null> {
  const [row] = await reader
    .select()
    .from(contactMessages)
    .where(and(eq(contactMessages.caseId, caseId), eq(contactMessages.id, id)));
  return row ?? null;
}

/** The case that a message is on, by the message's id alone; null where there is no such message. */
export async function caseOfMessage(reader: Reader, id: string): Promise<string | null> {
  const [row] = await reader
    .select({ caseId: contactMessages.caseId })
    .from(contactMessages)
    .where(eq(contactMessages.id, id));
  return row?.caseId ?? null;
}

export async function updateMessage(
  tx: Tx,
  { caseId, id }: Key,
  set: Partial<Omit<ContactMessage, "caseId" | "id">>,
): Promise<void> {
  await tx
    .update(contactMessages)
    .set(set)
    .where(and(eq(contactMessages.caseId, caseId), eq(contactMessages.id, id)));
}

/** A case's messages, the last asked for first. */
export const messagesOf = (
  reader: Reader,
  caseId: string,
  { limit }: { limit: number },
): Promise<ContactMessage[]> =>
  reader
    .select()
    .from(contactMessages)
    .where(eq(contactMessages.caseId, caseId))
    .orderBy(desc(contactMessages.askedAt), desc(contactMessages.id))
    .limit(limit);

/** What could yet go out on a case by a channel. */
export const openMessages = (
  reader: Reader,
  { caseId, channel }: Pick<ContactMessage, "caseId" | "channel">,
): Promise<ContactMessage[]> =>
  reader
    .select()
    .from(contactMessages)
    .where(
      and(
        eq(contactMessages.caseId, caseId),
        eq(contactMessages.channel, channel),
        inArray(contactMessages.status, openStatuses),
      ),
    )
    .orderBy(asc(contactMessages.askedAt));
