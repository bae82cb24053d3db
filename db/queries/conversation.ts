import { and, asc, desc, eq, inArray, isNotNull, isNull, lt, max, or, type SQL, sql } from "drizzle-orm";
import type { Actor } from "#app/domain/accounts/actor.ts";
import type { Reader, Tx } from "../client.ts";
import { memberships, organizations, users } from "../schema/accounts.ts";
import { caseMessageFiles, caseMessageMentions, caseMessages } from "../schema/conversation.ts";
import { documents } from "../schema/documents.ts";
import { timelineEvents } from "../schema/timeline.ts";
import type { CaseRow } from "./cases.ts";
import { mandateOver } from "./engagements.ts";

export type MessageRow = typeof caseMessages.$inferSelect;

/**
 * The messages that are an actor's to read: those that its own organisation is a party of. A successor reads none of its predecessor's,
 * and whoever is replaced lost the case before this is asked.
 */
export const betweenParties = (actor: Actor): SQL | undefined =>
  actor.orgId
    ? or(eq(caseMessages.creditorOrgId, actor.orgId), eq(caseMessages.collectorOrgId, actor.orgId))
    : sql`false`;

/** The signed mandate under which the case's present collector works: the case's own, or its lot's. */
export async function engagementInForce(
  reader: Reader,
  { caseId, collectorOrgId }: Pick<CaseRow, "caseId" | "collectorOrgId">,
): Promise<{ id: string; collectorOrgId: string } | null> {
  if (!collectorOrgId) return null;
  const mandate = await mandateOver(reader, caseId);
  return mandate && { id: mandate.id, collectorOrgId };
}

export type Member = { userId: string; orgId: string; name: string };

/** The people of both parties: nobody else can be mentioned or told. */
export const peopleOf = (reader: Reader, orgIds: readonly string[]): Promise<Member[]> =>
  reader
    .select({ userId: users.id, orgId: memberships.orgId, name: users.name })
    .from(memberships)
    .innerJoin(users, and(eq(users.id, memberships.userId), isNull(users.deletedAt)))
    .where(inArray(memberships.orgId, [...orgIds]))
    .orderBy(asc(users.name), asc(users.id));

/** The place of the next message. The caller holds the case. */
export async function nextPlace(tx: Tx, caseId: string): Promise<number> {
  const [row] = await tx
    .select({ last: max(caseMessages.seq) })
    .from(caseMessages)
    .where(eq(caseMessages.caseId, caseId));
  return (row?.last ?? 0) + 1;
}

export async function messageSentBy(
  reader: Reader,
  { caseId, authorUserId, formHash }: Pick<MessageRow, "caseId" | "authorUserId" | "formHash">,
): Promise<MessageRow | null> {
  const [row] = await reader
    .select()
    .from(caseMessages)
    .where(
      and(
        eq(caseMessages.caseId, caseId),
        eq(caseMessages.authorUserId, authorUserId),
        eq(caseMessages.formHash, formHash),
      ),
    );
  return row ?? null;
}

export async function insertMessage(
  tx: Tx,
  row: typeof caseMessages.$inferInsert,
  beside: {
    mentions: readonly string[];
    files: readonly { documentId: string; evidenceId: string | null }[];
  },
): Promise<void> {
  await tx.insert(caseMessages).values(row);
  const key = { caseId: row.caseId, messageId: row.id };
  if (beside.mentions.length > 0) {
    await tx.insert(caseMessageMentions).values(beside.mentions.map((userId) => ({ ...key, userId })));
  }
  if (beside.files.length > 0) {
    await tx.insert(caseMessageFiles).values(beside.files.map((file) => ({ ...key, ...file })));
  }
}

/** A message that is this actor's to read, an admin's once it was reported; null for every other. */
export async function messageFor(
  reader: Reader,
  actor: Actor,
  { caseId, id }: { caseId: string; id: string },
): Promise<MessageRow | null> {
  const [row] = await reader
    .select()
    .from(caseMessages)
    .where(
      and(
        eq(caseMessages.caseId, caseId),
        eq(caseMessages.id, id),
        actor.role === "admin" ? isNotNull(caseMessages.reportedAt) : betweenParties(actor),
      ),
    );
  return row ?? null;
}

/** A page of a case's conversation, the latest first; `before` is the place of the last one on the page before. */
export const messagesOf = (
  reader: Reader,
  actor: Actor,
  { caseId, before, limit }: { caseId: string; before: number | null; limit: number },
) =>
  reader
    .select({ message: caseMessages, authorName: users.name, orgName: organizations.name })
    .from(caseMessages)
    .innerJoin(users, eq(users.id, caseMessages.authorUserId))
    .innerJoin(organizations, eq(organizations.id, caseMessages.authorOrgId))
    .where(
      and(
        eq(caseMessages.caseId, caseId),
        betweenParties(actor),
        before === null ? undefined : lt(caseMessages.seq, before),
      ),
    )
    .orderBy(desc(caseMessages.seq))
    .limit(limit);

/** What hangs on these messages: files by message, and who is mentioned in each. */
export async function besideMessages(reader: Reader, caseId: string, messageIds: readonly string[]) {
  if (messageIds.length === 0) return { files: [], mentions: [] };
  const files = await reader
    .select({
      messageId: caseMessageFiles.messageId,
      documentId: caseMessageFiles.documentId,
      evidenceId: caseMessageFiles.evidenceId,
      sealedName: documents.sealedName,
      sizeBytes: documents.sizeBytes,
    })
    .from(caseMessageFiles)
    .innerJoin(documents, eq(documents.id, caseMessageFiles.documentId))
    .where(and(eq(caseMessageFiles.caseId, caseId), inArray(caseMessageFiles.messageId, [...messageIds])))
    .orderBy(asc(documents.id));
  const mentions = await reader
    .select({ messageId: caseMessageMentions.messageId, userId: users.id, name: users.name })
    .from(caseMessageMentions)
    .innerJoin(users, eq(users.id, caseMessageMentions.userId))
    .where(
      and(eq(caseMessageMentions.caseId, caseId), inArray(caseMessageMentions.messageId, [...messageIds])),
    );
  return { files, mentions };
}

/** The messages that others answer to. */
export const repliedTo = (reader: Reader, actor: Actor, caseId: string, ids: readonly string[]) =>
  ids.length === 0
    ? Promise.resolve([])
    : reader
        .select({ id: caseMessages.id, body: caseMessages.body, authorName: users.name })
        .from(caseMessages)
        .innerJoin(users, eq(users.id, caseMessages.authorUserId))
        .where(
          and(eq(caseMessages.caseId, caseId), inArray(caseMessages.id, [...ids]), betweenParties(actor)),
        );

/** Marks a task as done; false when somebody else was first or nothing was asked. */
export async function markDone(
  tx: Tx,
  { caseId, id }: Pick<MessageRow, "caseId" | "id">,
  done: { by: string; at: Date },
): Promise<boolean> {
  const rows = await tx
    .update(caseMessages)
    .set({ doneAt: done.at, doneBy: done.by })
    .where(
      and(
        eq(caseMessages.caseId, caseId),
        eq(caseMessages.id, id),
        isNotNull(caseMessages.dueAt),
        isNull(caseMessages.doneAt),
      ),
    )
    .returning({ id: caseMessages.id });
  return rows.length === 1;
}

/** Shows one message to the administrators; a repeat changes nothing. */
export async function markReported(
  tx: Tx,
  { caseId, id }: Pick<MessageRow, "caseId" | "id">,
  { by, at }: { by: string; at: Date },
): Promise<boolean> {
  const rows = await tx
    .update(caseMessages)
    .set({ reportedAt: at, reportedBy: by })
    .where(and(eq(caseMessages.caseId, caseId), eq(caseMessages.id, id), isNull(caseMessages.reportedAt)))
    .returning({ id: caseMessages.id });
  return rows.length === 1;
}

/** Takes a message's words away for good; false when that was done already. */
export async function redactMessage(
  tx: Tx,
  { caseId, id }: Pick<MessageRow, "caseId" | "id">,
  { by, at, reason }: { by: string; at: Date; reason: Buffer },
): Promise<boolean> {
  const rows = await tx
    .update(caseMessages)
    .set({ body: Buffer.alloc(0), redactedAt: at, redactedBy: by, redactionReason: reason })
    .where(and(eq(caseMessages.caseId, caseId), eq(caseMessages.id, id), isNull(caseMessages.redactedAt)))
    .returning({ id: caseMessages.id });
  return rows.length === 1;
}

/** Whether the case's log has an entry of this number. */
export async function hasLogEntry(reader: Reader, caseId: string, seq: number): Promise<boolean> {
  const [row] = await reader
    .select({ seq: timelineEvents.seq })
    .from(timelineEvents)
    .where(and(eq(timelineEvents.caseId, caseId), eq(timelineEvents.seq, seq)));
  return row !== undefined;
}

/** The messages about entries of the case's log, by the entry's number, oldest first. */
export async function messagesAboutLog(
  reader: Reader,
  actor: Actor,
  caseId: string,
): Promise<Map<number, string[]>> {
  const rows = await reader
    .select({ id: caseMessages.id, aboutSeq: caseMessages.aboutSeq })
    .from(caseMessages)
    .where(and(eq(caseMessages.caseId, caseId), isNotNull(caseMessages.aboutSeq), betweenParties(actor)))
    .orderBy(asc(caseMessages.seq));
  const about = new Map<number, string[]>();
  for (const { id, aboutSeq } of rows) {
    if (aboutSeq !== null) about.set(aboutSeq, [...(about.get(aboutSeq) ?? []), id]);
  }
  return about;
}
