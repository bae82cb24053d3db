import { personIn } from "#app/domain/accounts/access.ts";
import { type PageKey, pageOf } from "#app/domain/page-key.ts";
import { translator } from "#app/messages/catalogue.ts";
import type { Ctx } from "#app/use-cases/ctx.ts";
import { noticeText } from "#app/use-cases/notice-text.ts";
import { notificationsOf } from "#db/queries/notifications.ts";

const pageSize = 25;

/** One page of what a person was told, newest first, in the language they read now. */
export async function readNotifications(ctx: Ctx, after: PageKey | null) {
  const person = personIn(ctx.actor, "account.own");
  if (!person) return null;
  const rows = await notificationsOf(ctx.db, person.userId, { after, limit: pageSize + 1 });
  const page = pageOf(rows, pageSize, ({ createdAt, id }) => ({ at: createdAt, id }));
  const t = translator(ctx.locale);
  const notices = page.rows.map((row) => ({
    id: row.id,
    at: row.createdAt,
    read: row.readAt !== null,
    ...noticeText(row, t, ctx.locale),
  }));
  return { notices, next: page.next };
}
