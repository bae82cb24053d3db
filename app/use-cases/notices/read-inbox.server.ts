import { personIn } from "#app/domain/accounts/access.ts";
import type { InboxTab } from "#app/domain/accounts/inbox-tabs.ts";
import { taskState } from "#app/domain/conversation/due.ts";
import { type PageKey, pageOf } from "#app/domain/page-key.ts";
import { translator } from "#app/messages/catalogue.ts";
import { taskExcerpt } from "#app/use-cases/conversation/message-words.server.ts";
import { messagePath } from "#app/use-cases/conversation/party.server.ts";
import type { Ctx } from "#app/use-cases/ctx.ts";
import { noticeText } from "#app/use-cases/notice-text.ts";
import { messageTasks, taskCount } from "#db/queries/message-tasks.ts";
import { type NoticeFilter, notificationsOf, unreadCount } from "#db/queries/notifications.ts";

const pageSize = 25;

const filters: Record<Exclude<InboxTab, "tasks">, NoticeFilter> = {
  all: {},
  unread: { unreadOnly: true },
  mentions: { kinds: ["message_mention"] },
};

/** One page of a part of the inbox: what a person was told, newest first, or what their organization is asked, soonest first. */
export async function readInbox(ctx: Ctx, { tab, after }: { tab: InboxTab; after: PageKey | null }) {
  const person = personIn(ctx.actor, "account.own");
  if (!person) return null;
  const [unread, { open: tasks }] = await Promise.all([
    unreadCount(ctx.db, person.userId),
    taskCount(ctx.db, ctx.actor),
  ]);
  const page =
    tab === "tasks"
      ? { notices: [], ...(await tasksPage(ctx, after)) }
      : { tasks: [], ...(await noticesPage(ctx, person.userId, { filter: filters[tab], after })) };
  return { tab, counts: { unread, tasks }, ...page };
}

async function noticesPage(
  ctx: Ctx,
  userId: string,
  { filter, after }: { filter: NoticeFilter; after: PageKey | null },
) {
  const rows = await notificationsOf(ctx.db, userId, { after, limit: pageSize + 1, ...filter });
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

async function tasksPage(ctx: Ctx, after: PageKey | null) {
  const rows = await messageTasks(ctx.db, ctx.actor, { after, limit: pageSize + 1 });
  const page = pageOf(rows, pageSize, ({ dueAt, id }) => ({ at: dueAt, id }));
  const tasks = page.rows.map((task) => ({
    ...{ id: task.id, code: task.code, authorName: task.authorName, dueAt: task.dueAt },
    words: taskExcerpt(ctx, task),
    state: taskState({ dueAt: task.dueAt, doneAt: null }, ctx.now),
    href: messagePath(task.caseId, task.id),
  }));
  return { tasks, next: page.next };
}
