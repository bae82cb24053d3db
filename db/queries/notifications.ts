import { and, count, desc, eq, inArray, isNotNull, isNull, lt, or } from "drizzle-orm";
import type { PageKey } from "#app/domain/page-key.ts";
import type { Reader, Tx } from "../client.ts";
import { mails, memberships, notifications, users } from "../schema/accounts.ts";

export type Recipient = { userId: string; email: string; locale: string };

/** People who can be told something: confirmed address, account not deleted. */
export async function recipientsOf(
  reader: Reader,
  { orgIds, userIds }: { orgIds: readonly string[]; userIds: readonly string[] },
): Promise<{ inOrg(orgId: string): Recipient[]; named(userIds: readonly string[]): Recipient[] }> {
  const reachable = and(isNull(users.deletedAt), isNotNull(users.emailVerifiedAt));
  const columns = { userId: users.id, email: users.email, locale: users.locale };
  const members =
    orgIds.length === 0
      ? []
      : await reader
          .select({ orgId: memberships.orgId, person: columns })
          .from(memberships)
          .innerJoin(users, eq(users.id, memberships.userId))
          .where(and(inArray(memberships.orgId, [...new Set(orgIds)]), reachable));
  const named =
    userIds.length === 0
      ? []
      : await reader
          .select(columns)
          .from(users)
          .where(and(inArray(users.id, [...userIds]), reachable));
  const byOrg = new Map<string, Recipient[]>();
  for (const { orgId, person } of members) byOrg.set(orgId, [...(byOrg.get(orgId) ?? []), person]);
  return {
    inOrg: (orgId) => byOrg.get(orgId) ?? [],
    named: (ids) => named.filter(({ userId }) => ids.includes(userId)),
  };
}

export type NotificationRow = typeof notifications.$inferSelect;

export async function insertNotifications(tx: Tx, rows: NotificationRow[]): Promise<void> {
  if (rows.length > 0) await tx.insert(notifications).values(rows);
}

export async function unreadCount(reader: Reader, userId: string): Promise<number> {
  const [row] = await reader
    .select({ unread: count() })
    .from(notifications)
    .where(and(eq(notifications.userId, userId), isNull(notifications.readAt)));
  return row.unread;
}

/** A person's notices, newest first; `after` is the last row of the page before. */
export async function notificationsOf(
  reader: Reader,
  userId: string,
  { after, limit, unreadOnly }: { after: PageKey | null; limit: number; unreadOnly?: boolean },
): Promise<NotificationRow[]> {
  const beyond = after
    ? or(
        lt(notifications.createdAt, after.at),
        and(eq(notifications.createdAt, after.at), lt(notifications.id, after.id)),
      )
    : undefined;
  return reader
    .select()
    .from(notifications)
    .where(
      and(eq(notifications.userId, userId), beyond, unreadOnly ? isNull(notifications.readAt) : undefined),
    )
    .orderBy(desc(notifications.createdAt), desc(notifications.id))
    .limit(limit);
}

/** Marks one of the person's notices, or all of them, as read. Returns the notice when one was named. */
export async function markRead(
  tx: Tx,
  { userId, id, at }: { userId: string; id: string | null; at: Date },
): Promise<NotificationRow | null> {
  const theirs = and(eq(notifications.userId, userId), id ? eq(notifications.id, id) : undefined);
  await tx
    .update(notifications)
    .set({ readAt: at })
    .where(and(theirs, isNull(notifications.readAt)));
  if (!id) return null;
  const [row] = await tx.select().from(notifications).where(theirs);
  return row ?? null;
}

export type MailRow = typeof mails.$inferSelect;

export async function insertMails(
  tx: Tx,
  rows: Pick<MailRow, "id" | "toAddress" | "locale" | "subject" | "body" | "createdAt">[],
): Promise<void> {
  if (rows.length > 0) await tx.insert(mails).values(rows);
}

/** Holds the mail until the transaction ends, so that two workers do not send it twice. */
export async function lockMail(tx: Tx, id: string): Promise<MailRow | null> {
  const [row] = await tx.select().from(mails).where(eq(mails.id, id)).for("update");
  return row ?? null;
}

export async function updateMail(
  tx: Tx,
  id: string,
  set: Partial<Pick<MailRow, "sentAt" | "demo" | "error" | "body" | "toAddress">>,
): Promise<void> {
  await tx.update(mails).set(set).where(eq(mails.id, id));
}

/** The demo's outbox, newest first. */
export async function mailsAfter(
  reader: Reader,
  { after, limit, to }: { after: PageKey | null; limit: number; to: string | null },
): Promise<MailRow[]> {
  const beyond = after
    ? or(lt(mails.createdAt, after.at), and(eq(mails.createdAt, after.at), lt(mails.id, after.id)))
    : undefined;
  return reader
    .select()
    .from(mails)
    .where(and(beyond, to ? eq(mails.toAddress, to) : undefined))
    .orderBy(desc(mails.createdAt), desc(mails.id))
    .limit(limit);
}

/** Takes a deleted person's mail and notices away. */
export async function deleteMessagesOf(tx: Tx, userId: string, email: string): Promise<void> {
  await tx.delete(notifications).where(eq(notifications.userId, userId));
  await tx.delete(mails).where(eq(mails.toAddress, email));
}
