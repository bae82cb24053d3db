import { and, eq, isNull, lt, or } from "drizzle-orm";
import type { Db, Reader, Tx } from "#db/client.ts";
import { calendarFeeds, users } from "#db/schema/accounts.ts";

type FeedRow = typeof calendarFeeds.$inferSelect;

export async function feedOf(reader: Reader, userId: string): Promise<FeedRow | null> {
  const [row] = await reader.select().from(calendarFeeds).where(eq(calendarFeeds.userId, userId));
  return row ?? null;
}

/** The person behind a calendar's address; null for one that was ended, renewed or never made. */
export async function feedReader(reader: Reader, tokenHash: string) {
  const [row] = await reader
    .select({ userId: users.id, locale: users.locale })
    .from(calendarFeeds)
    .innerJoin(users, and(eq(users.id, calendarFeeds.userId), isNull(users.deletedAt)))
    .where(eq(calendarFeeds.tokenHash, tokenHash));
  return row ?? null;
}

/** Gives a person an address; the one before works no more. */
export async function writeFeed(tx: Tx, row: Omit<FeedRow, "readAt">): Promise<void> {
  const fresh = { ...row, readAt: null };
  await tx
    .insert(calendarFeeds)
    .values(fresh)
    .onConflictDoUpdate({ target: calendarFeeds.userId, set: fresh });
}

/** Ends a person's address; false when there was none. */
export async function deleteFeed(tx: Tx, userId: string): Promise<boolean> {
  const rows = await tx
    .delete(calendarFeeds)
    .where(eq(calendarFeeds.userId, userId))
    .returning({ userId: calendarFeeds.userId });
  return rows.length === 1;
}

/** Notes that a program asked, once an hour at most. */
export async function touchFeed(db: Db, userId: string, at: Date): Promise<void> {
  const anHourAgo = new Date(at.getTime() - 3_600_000);
  await db
    .update(calendarFeeds)
    .set({ readAt: at })
    .where(
      and(
        eq(calendarFeeds.userId, userId),
        or(isNull(calendarFeeds.readAt), lt(calendarFeeds.readAt, anHourAgo)),
      ),
    );
}
