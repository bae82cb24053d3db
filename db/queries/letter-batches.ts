import { and, asc, count, desc, eq, inArray, isNull, lte, ne, sql } from "drizzle-orm";
import { goingStates } from "#app/domain/contact/letter-batch.ts";
import { openStatuses } from "#app/domain/contact/message-moves.ts";
import type { Finding } from "#app/domain/law/types.ts";
import type { Reader, Tx } from "#db/client.ts";
import { contactMessages, debtorChannels, letterBatches } from "#db/schema/contact.ts";
import { timelineEvents } from "#db/schema/timeline.ts";
import { type ContactMessage, updateMessage } from "./contact.ts";

export type LetterBatch = typeof letterBatches.$inferSelect;

const toPrint = (orgId: string, now: Date) =>
  and(
    eq(contactMessages.channel, "post"),
    eq(contactMessages.askedByOrgId, orgId),
    inArray(contactMessages.status, openStatuses),
    isNull(contactMessages.batchId),
    lte(contactMessages.dueAt, now),
  );

/** How many letters an organisation could print now. */
export async function countToPrint(reader: Reader, orgId: string, now: Date): Promise<number> {
  const [row] = await reader.select({ n: count() }).from(contactMessages).where(toPrint(orgId, now));
  return row?.n ?? 0;
}

/** False where the same form was handed in before. */
export async function insertBatch(tx: Tx, row: typeof letterBatches.$inferInsert): Promise<boolean> {
  const made = await tx
    .insert(letterBatches)
    .values(row)
    .onConflictDoNothing()
    .returning({ id: letterBatches.id });
  return made.length > 0;
}

/** Takes letters that can be printed into a batch, the longest waiting first; what somebody else is taking is left to them. */
export async function takeLetters(
  tx: Tx,
  { orgId, batchId, now, limit }: { orgId: string; batchId: string; now: Date; limit: number },
): Promise<number> {
  const due = await tx
    .select({ caseId: contactMessages.caseId, id: contactMessages.id })
    .from(contactMessages)
    .where(toPrint(orgId, now))
    .orderBy(asc(contactMessages.askedAt), asc(contactMessages.id))
    .limit(limit)
    .for("update", { skipLocked: true });
  await placeLetters(tx, batchId, due);
  return due.length;
}

/** Numbers letters in this order, from one on. */
export async function placeLetters(
  tx: Tx,
  batchId: string,
  letters: readonly Pick<ContactMessage, "caseId" | "id">[],
): Promise<void> {
  if (letters.length === 0) return;
  const list = JSON.stringify(letters.map(({ caseId, id }, at) => ({ case_id: caseId, id, place: at + 1 })));
  await tx.execute(sql`update contact_messages m set batch_id = ${batchId}, batch_place = l.place
    from jsonb_to_recordset(${list}::jsonb) as l(case_id uuid, id uuid, place int)
    where m.case_id = l.case_id and m.id = l.id`);
}

/** A letter that is not printed with the others waits for another batch. */
export const leaveBatch = (tx: Tx, letter: Pick<ContactMessage, "caseId" | "id">): Promise<void> =>
  updateMessage(tx, letter, { batchId: null, batchPlace: null });

/** A batch's letters in their order; what was withdrawn meanwhile is none of them. */
export const lettersOf = (
  reader: Reader,
  batchId: string,
  { statuses, limit }: { statuses?: readonly ContactMessage["status"][]; limit?: number } = {},
): Promise<ContactMessage[]> =>
  reader
    .select()
    .from(contactMessages)
    .where(
      and(
        eq(contactMessages.batchId, batchId),
        statuses ? inArray(contactMessages.status, [...statuses]) : ne(contactMessages.status, "withdrawn"),
      ),
    )
    .orderBy(asc(contactMessages.batchPlace))
    .limit(limit ?? 10_000);

/** Letters of a batch whose log has an entry since they were counted, or whose address has died: what is to be asked about once more. */
export async function lettersWithNews(reader: Reader, batchId: string): Promise<ContactMessage[]> {
  return reader
    .select()
    .from(contactMessages)
    .where(
      and(
        eq(contactMessages.batchId, batchId),
        eq(contactMessages.status, "sending"),
        sql`(exists (select 1 from ${timelineEvents} where ${timelineEvents.caseId} = ${contactMessages.caseId}
              and ${timelineEvents.seq} > ${contactMessages.eventSeq})
          or exists (select 1 from ${debtorChannels} where ${debtorChannels.addressKey} = ${contactMessages.addressKey}
              and ${debtorChannels.kind} = 'post' and ${debtorChannels.deadAt} is not null))`,
      ),
    )
    .orderBy(asc(contactMessages.batchPlace));
}

/** Holds the cases of a batch's letters against whoever wants to say something on one, in one order. */
export async function shareCasesOf(tx: Tx, batchId: string): Promise<void> {
  await tx.execute(sql`select case_id from cases where case_id in
    (select case_id from contact_messages where batch_id = ${batchId}) order by case_id for share`);
}

/** What the post gave for each letter, and which were left out of it; by the letters' numbers. */
export async function notePosting(
  tx: Tx,
  batchId: string,
  { tracking, apart }: { tracking: ReadonlyMap<number, string>; apart: readonly PostedApart[] },
): Promise<void> {
  const given = JSON.stringify([...tracking].map(([place, number]) => ({ place, number })));
  await tx.execute(sql`update contact_messages m set tracking = l.number
    from jsonb_to_recordset(${given}::jsonb) as l(place int, number text)
    where m.batch_id = ${batchId} and m.batch_place = l.place and m.status = 'sending'`);
  const list = JSON.stringify(apart);
  await tx.execute(sql`update contact_messages m set held_why = l.why, findings = l.findings
    from jsonb_to_recordset(${list}::jsonb) as l(place int, why text, findings jsonb)
    where m.batch_id = ${batchId} and m.batch_place = l.place and m.status = 'sending'`);
}

/** A letter of which there is more to say than that it was posted: why it was not, or that it was already. */
export type PostedApart = { place: number; why: string; findings: Finding[] | null };

/** How many letters of a batch stand how. */
export async function standingsIn(
  reader: Reader,
  batchId: string,
): Promise<Partial<Record<ContactMessage["status"], number>>> {
  const rows = await reader
    .select({ status: contactMessages.status, n: count() })
    .from(contactMessages)
    .where(eq(contactMessages.batchId, batchId))
    .groupBy(contactMessages.status);
  return Object.fromEntries(rows.map(({ status, n }) => [status, n]));
}

export async function batchById(reader: Reader, id: string): Promise<LetterBatch | null> {
  const [row] = await reader.select().from(letterBatches).where(eq(letterBatches.id, id));
  return row ?? null;
}

export async function lockBatch(tx: Tx, id: string): Promise<LetterBatch | null> {
  const [row] = await tx.select().from(letterBatches).where(eq(letterBatches.id, id)).for("update");
  return row ?? null;
}

export async function updateBatch(tx: Tx, id: string, set: Partial<Omit<LetterBatch, "id">>): Promise<void> {
  await tx.update(letterBatches).set(set).where(eq(letterBatches.id, id));
}

/** Batches at which something is to be done, the oldest first. */
export const goingBatches = (reader: Reader, limit: number): Promise<LetterBatch[]> =>
  reader
    .select()
    .from(letterBatches)
    .where(inArray(letterBatches.state, goingStates))
    .orderBy(asc(letterBatches.madeAt), asc(letterBatches.id))
    .limit(limit);

export const batchesOf = (reader: Reader, orgId: string, limit: number): Promise<LetterBatch[]> =>
  reader
    .select()
    .from(letterBatches)
    .where(eq(letterBatches.orgId, orgId))
    .orderBy(desc(letterBatches.madeAt), desc(letterBatches.id))
    .limit(limit);
