import { and, asc, count, desc, eq, gte, inArray, isNotNull, isNull, lt, lte, or, sql } from "drizzle-orm";
import type { NoticeHours } from "#app/domain/accounts/notice-hours.ts";
import type { NoticeKind } from "#app/domain/accounts/notices.ts";
import type { PageKey } from "#app/domain/page-key.ts";
import type { Reader, Tx } from "../client.ts";
import { mails, memberships, notifications, users } from "../schema/accounts.ts";
import { digests, noticeHours, noticeSettings } from "../schema/conversation.ts";

/** `hours`: when the person wants to hear of things; null while nothing was chosen. */
export type Recipient = { userId: string; email: string; locale: string; hours: NoticeHours | null };

/** People who can be told something: confirmed address, account not deleted. */
export async function recipientsOf(
  reader: Reader,
  { orgIds, userIds }: { orgIds: readonly string[]; userIds: readonly string[] },
): Promise<{ inOrg(orgId: string): Recipient[]; named(userIds: readonly string[]): Recipient[] }> {
  const reachable = and(isNull(users.deletedAt), isNotNull(users.emailVerifiedAt));
  const columns = { userId: users.id, email: users.email, locale: users.locale, hours: noticeHours };
  const members =
    orgIds.length === 0
      ? []
      : await reader
          .select({ orgId: memberships.orgId, ...columns })
          .from(memberships)
          .innerJoin(users, eq(users.id, memberships.userId))
          .leftJoin(noticeHours, eq(noticeHours.userId, users.id))
          .where(and(inArray(memberships.orgId, [...new Set(orgIds)]), reachable));
  const named =
    userIds.length === 0
      ? []
      : await reader
          .select(columns)
          .from(users)
          .leftJoin(noticeHours, eq(noticeHours.userId, users.id))
          .where(and(inArray(users.id, [...userIds]), reachable));
  const byOrg = new Map<string, Recipient[]>();
  for (const { orgId, ...person } of members) byOrg.set(orgId, [...(byOrg.get(orgId) ?? []), person]);
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
    .where(and(eq(notifications.userId, userId), isNull(notifications.readAt), notifications.inApp));
  return row.unread;
}

/** How a person's inbox stands: how many are unread, and the id of the newest, read or not. */
export type InboxStanding = { unread: number; newest: string | null };

export async function standingOf(reader: Reader, userId: string): Promise<InboxStanding> {
  const [unread, [newest]] = await Promise.all([
    unreadCount(reader, userId),
    notificationsOf(reader, userId, { after: null, limit: 1 }),
  ]);
  return { unread, newest: newest?.id ?? null };
}

export type NoticeFilter = { unreadOnly?: boolean; kinds?: readonly NoticeKind[] };

/** A person's notices, newest first; `after` is the last row of the page before. */
export async function notificationsOf(
  reader: Reader,
  userId: string,
  { after, limit, unreadOnly, kinds }: NoticeFilter & { after: PageKey | null; limit: number },
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
      and(
        eq(notifications.userId, userId),
        notifications.inApp,
        beyond,
        unreadOnly ? isNull(notifications.readAt) : undefined,
        kinds ? inArray(notifications.kind, [...kinds]) : undefined,
      ),
    )
    .orderBy(desc(notifications.createdAt), desc(notifications.id))
    .limit(limit);
}

/** One of a person's own notices that the app shows. */
export async function noticeOf(reader: Reader, userId: string, id: string): Promise<NotificationRow | null> {
  const [row] = await reader
    .select()
    .from(notifications)
    .where(and(eq(notifications.userId, userId), eq(notifications.id, id), notifications.inApp));
  return row ?? null;
}

/** A person's unread notices from an instant on, the latest ones, oldest first. */
export async function noticesSince(
  reader: Reader,
  userId: string,
  { from, limit }: { from: Date; limit: number },
): Promise<NotificationRow[]> {
  const rows = await reader
    .select()
    .from(notifications)
    .where(
      and(
        eq(notifications.userId, userId),
        gte(notifications.createdAt, from),
        isNull(notifications.readAt),
        notifications.inApp,
      ),
    )
    .orderBy(desc(notifications.createdAt), desc(notifications.id))
    .limit(limit);
  return rows.toReversed();
}

/** Marks a person's notices of these kinds that lead below a path as read: what they tell of is before its reader. */
export async function markReadBelow(
  tx: Tx,
  { userId, kinds, path, at }: { userId: string; kinds: readonly NoticeKind[]; path: string; at: Date },
): Promise<void> {
  await tx
    .update(notifications)
    .set({ readAt: at, digestDue: false })
    .where(
      and(
        eq(notifications.userId, userId),
        inArray(notifications.kind, [...kinds]),
        sql`starts_with(${notifications.href}, ${path})`,
        isNull(notifications.readAt),
      ),
    );
}

/** Marks one of the person's notices, or all of them, as read; what is read is no news for a digest. Returns the notice when one was named. */
export async function markRead(
  tx: Tx,
  { userId, id, at }: { userId: string; id: string | null; at: Date },
): Promise<NotificationRow | null> {
  const theirs = and(eq(notifications.userId, userId), id ? eq(notifications.id, id) : undefined);
  await tx
    .update(notifications)
    .set({ readAt: at, digestDue: false })
    .where(and(theirs, isNull(notifications.readAt), notifications.inApp));
  if (!id) return null;
  const [row] = await tx.select().from(notifications).where(theirs);
  return row ?? null;
}

export type MailRow = typeof mails.$inferSelect;

export async function insertMails(
  tx: Tx,
  rows: Pick<
    MailRow,
    "id" | "toAddress" | "locale" | "subject" | "body" | "createdAt" | "heldUntil" | "unsubscribeUrl"
  >[],
): Promise<void> {
  if (rows.length > 0) await tx.insert(mails).values(rows);
}

/** Takes mails whose quiet hours are over out of their wait; what another worker holds is left to it. Returns their ids. */
export async function releaseHeldMails(
  tx: Tx,
  { now, limit }: { now: Date; limit: number },
): Promise<string[]> {
  const held = await tx
    .select({ id: mails.id })
    .from(mails)
    .where(lte(mails.heldUntil, now))
    .orderBy(asc(mails.heldUntil))
    .limit(limit)
    .for("update", { skipLocked: true });
  const ids = held.map(({ id }) => id);
  if (ids.length > 0) await tx.update(mails).set({ heldUntil: null }).where(inArray(mails.id, ids));
  return ids;
}

/** Holds the mail until the transaction ends, so that two workers do not send it twice. */
export async function lockMail(tx: Tx, id: string): Promise<MailRow | null> {
  const [row] = await tx.select().from(mails).where(eq(mails.id, id)).for("update");
  return row ?? null;
}

export async function updateMail(
  tx: Tx,
  id: string,
  set: Partial<Pick<MailRow, "sentAt" | "demo" | "error" | "body" | "toAddress" | "unsubscribeUrl">>,
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

/** Takes a deleted person's mail and notices away, and what they chose about them. */
export async function deleteMessagesOf(tx: Tx, userId: string, email: string): Promise<void> {
  await tx.delete(noticeSettings).where(eq(noticeSettings.userId, userId));
  await tx.delete(noticeHours).where(eq(noticeHours.userId, userId));
  await tx.delete(digests).where(eq(digests.userId, userId));
  await tx.delete(notifications).where(eq(notifications.userId, userId));
  await tx.delete(mails).where(eq(mails.toAddress, email));
}
