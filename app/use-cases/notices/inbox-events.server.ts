import { translator } from "#app/messages/catalogue.ts";
import type { Ctx } from "#app/use-cases/ctx.ts";
import { noticeText } from "#app/use-cases/notice-text.ts";
import { sessionOf } from "#db/queries/accounts.ts";
import {
  type InboxStanding,
  type NotificationRow,
  noticeOf,
  noticesSince,
  standingOf,
  unreadCount,
} from "#db/queries/notifications.ts";

/** What an open inbox is told: a notice in its reader's words and how many are unread, or how things stand. */
export type InboxEvent =
  | { unread: number; notice: { id: string; kind: string; title: string; href: string } }
  | (InboxStanding & { notice: null });

type Reader = { userId: string; session: string };

/** Whether the person behind an open inbox is still signed in by the session it was opened with. */
export const stillSignedIn = async ({ db }: Pick<Ctx, "db">, { userId, session }: Reader): Promise<boolean> =>
  (await sessionOf(db, session))?.userId === userId;

/** One notice for its own reader; null when it is another person's or is not shown in the app. */
export async function inboxEvent(ctx: Ctx, userId: string, noticeId: string): Promise<InboxEvent | null> {
  const row = await noticeOf(ctx.db, userId, noticeId);
  return row && { unread: await unreadCount(ctx.db, userId), notice: told(ctx, row) };
}

/** How things stand now: who loaded a page before knows by the newest notice whether something came meanwhile. */
export const inboxStanding = async ({ db }: Pick<Ctx, "db">, userId: string): Promise<InboxEvent> => ({
  ...(await standingOf(db, userId)),
  notice: null,
});

/** More than this was missed: the page is to be read anew, not made up for. */
const MOST_MISSED = 50;
/** Transactions commit in another order than they are stamped, by less than this. */
const overlapMs = 60_000;

/**
 * What came after the notice a reader saw last, oldest first, and what was stamped shortly before it, as it may have been committed
 * after: a repeat is better than a loss, and its reader knows it by its id.
 */
export async function missedEvents(ctx: Ctx, userId: string, lastId: string): Promise<InboxEvent[]> {
  const last = await noticeOf(ctx.db, userId, lastId);
  if (!last) return [];
  const from = new Date(last.createdAt.getTime() - overlapMs);
  const rows = await noticesSince(ctx.db, userId, { from, limit: MOST_MISSED });
  const unread = await unreadCount(ctx.db, userId);
  return rows.filter(({ id }) => id !== lastId).map((row) => ({ unread, notice: told(ctx, row) }));
}

function told({ locale }: Pick<Ctx, "locale">, row: NotificationRow) {
  const { title } = noticeText(row, translator(locale), locale);
  return { id: row.id, kind: row.kind, title, href: row.href };
}
