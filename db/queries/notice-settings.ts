import { and, asc, eq, inArray, sql } from "drizzle-orm";
import type { NoticeHours } from "#app/domain/accounts/notice-hours.ts";
import type { NoticeChoice } from "#app/domain/accounts/notice-rules.ts";
import type { NoticeKind } from "#app/domain/accounts/notices.ts";
import type { Reader, Tx } from "../client.ts";
import { memberships, notifications, organizations } from "../schema/accounts.ts";
import { noticeHours, noticeSettings } from "../schema/conversation.ts";

/** What these people chose: one look for all of them, answered by person and kind. */
export async function choicesOf(
  reader: Reader,
  userIds: readonly string[],
): Promise<(userId: string, kind: NoticeKind) => NoticeChoice | undefined> {
  const rows =
    userIds.length === 0
      ? []
      : await reader
          .select()
          .from(noticeSettings)
          .where(inArray(noticeSettings.userId, [...userIds]));
  const chosen = new Map(rows.map(({ userId, kind, inApp, mail }) => [`${userId} ${kind}`, { inApp, mail }]));
  return (userId, kind) => chosen.get(`${userId} ${kind}`);
}

export async function writeChoices(
  tx: Tx,
  userId: string,
  choices: readonly (NoticeChoice & { kind: NoticeKind })[],
): Promise<void> {
  if (choices.length === 0) return;
  await tx
    .insert(noticeSettings)
    .values(choices.map((choice) => ({ userId, ...choice })))
    .onConflictDoUpdate({
      target: [noticeSettings.userId, noticeSettings.kind],
      set: { inApp: sql`excluded.in_app`, mail: sql`excluded.mail` },
    });
}

export async function hoursOf(reader: Reader, userId: string): Promise<NoticeHours | null> {
  const [row] = await reader.select().from(noticeHours).where(eq(noticeHours.userId, userId));
  if (!row) return null;
  const { userId: _, ...hours } = row;
  return hours;
}

export async function insertHours(tx: Tx, rows: readonly (typeof noticeHours.$inferSelect)[]): Promise<void> {
  if (rows.length > 0)
    await tx
      .insert(noticeHours)
      .values([...rows])
      .onConflictDoNothing();
}

export async function writeHours(tx: Tx, userId: string, hours: NoticeHours): Promise<void> {
  await tx
    .insert(noticeHours)
    .values({ userId, ...hours })
    .onConflictDoUpdate({ target: noticeHours.userId, set: hours });
}

/** Where the first organisation of each of these people sits: a place code. */
export async function seatsOf(reader: Reader, userIds: readonly string[]): Promise<Map<string, string>> {
  const rows = await reader
    .select({ userId: memberships.userId, placeCode: organizations.placeCode })
    .from(memberships)
    .innerJoin(organizations, eq(organizations.id, memberships.orgId))
    .where(inArray(memberships.userId, [...userIds]))
    .orderBy(asc(memberships.createdAt));
  const seats = new Map<string, string>();
  for (const { userId, placeCode } of rows) if (!seats.has(userId)) seats.set(userId, placeCode);
  return seats;
}

/** What waited for the digest of a person who wants none any more waits no longer. */
export async function dropFromDigest(tx: Tx, userId: string): Promise<void> {
  await tx
    .update(notifications)
    .set({ digestDue: false })
    .where(and(eq(notifications.userId, userId), notifications.digestDue));
}
