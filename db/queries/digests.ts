import { and, asc, eq, isNotNull, isNull, lte, type SQL, sql } from "drizzle-orm";
import type { Reader, Tx } from "../client.ts";
import { notifications, users } from "../schema/accounts.ts";
import { digests, noticeHours } from "../schema/conversation.ts";

/** The zones people get their digest by. */
export async function digestZones(reader: Reader): Promise<string[]> {
  const rows = await reader
    .selectDistinct({ timeZone: noticeHours.timeZone })
    .from(noticeHours)
    .where(isNotNull(noticeHours.digestHour));
  return rows.map(({ timeZone }) => timeZone);
}

/** The local day and hour it is in a zone, as the domain reads the clock there. */
export type ZoneHour = { timeZone: string; day: string; hour: number };

/** People whose hour has come in their zone, who have had no digest today and for whom something waits. */
export async function digestsDue(reader: Reader, zones: readonly ZoneHour[], limit: number) {
  if (zones.length === 0) return [];
  const there = sql`jsonb_to_recordset(${JSON.stringify(zones)}::jsonb) as there("timeZone" text, day date, hour integer)`;
  const waiting: SQL = sql`exists (select 1 from ${notifications}
    where ${notifications.userId} = ${noticeHours.userId} and ${notifications.digestDue})`;
  const rows = await reader
    .select({ userId: noticeHours.userId, onDay: sql<string>`there.day::text` })
    .from(noticeHours)
    .innerJoin(
      there,
      sql`there."timeZone" = ${noticeHours.timeZone} and there.hour >= ${noticeHours.digestHour}`,
    )
    .where(
      and(
        waiting,
        sql`not exists (select 1 from ${digests} where ${digests.userId} = ${noticeHours.userId} and ${digests.onDay} = there.day)`,
      ),
    )
    .limit(limit);
  return rows;
}

/** Takes a person's day; false when its digest was written already, or is being written by another worker that then committed. */
export async function takeDay(tx: Tx, row: typeof digests.$inferSelect): Promise<boolean> {
  const rows = await tx
    .insert(digests)
    .values(row)
    .onConflictDoNothing()
    .returning({ userId: digests.userId });
  return rows.length === 1;
}

/** Takes what waits for a person's digest out of its wait, oldest first, with whom to write to; null when nothing does. */
export async function takeNews(tx: Tx, { userId, until }: { userId: string; until: Date }) {
  const [reader] = await tx
    .select({ email: users.email, locale: users.locale })
    .from(users)
    .where(and(eq(users.id, userId), isNull(users.deletedAt), isNotNull(users.emailVerifiedAt)));
  const waiting = and(
    eq(notifications.userId, userId),
    notifications.digestDue,
    lte(notifications.createdAt, until),
  );
  const news = await tx
    .select()
    .from(notifications)
    .where(waiting)
    .orderBy(asc(notifications.createdAt), asc(notifications.id))
    .for("update");
  await tx.update(notifications).set({ digestDue: false }).where(waiting);
  return reader && news.length > 0 ? { ...reader, news } : null;
}
