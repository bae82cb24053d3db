import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { parsePageKey } from "#app/domain/page-key.ts";
import { guard, notFound } from "#app/http/guard.ts";
import { pageTitle } from "#app/http/page-title.server.ts";
import { readerZone } from "#app/http/reader-zone.server.ts";
import { goTo } from "#app/http/respond.ts";
import { NoticeList } from "#app/ui/account/notice-list.tsx";
import { ActionForm } from "#app/ui/action-form.tsx";
import { Button } from "#app/ui/button.tsx";
import { useT } from "#app/ui/messages.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";
import { Pagination } from "#app/ui/pagination.tsx";
import { titleMeta } from "#app/ui/title-meta.ts";
import { markNotificationsRead } from "#app/use-cases/accounts/mark-notifications-read.server.ts";
import { readNotifications } from "#app/use-cases/accounts/read-notifications.server.ts";

export const meta = titleMeta;

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await guard(args, "account.own");
  const after = parsePageKey(new URL(args.request.url).searchParams.get("after"));
  const page = await readNotifications(ctx, after);
  if (!page) throw notFound();
  return { title: pageTitle(ctx, "nav.notifications"), ...page, zone: await readerZone(args) };
}

/** Marks all as read. */
export async function action(args: ActionFunctionArgs) {
  const ctx = await guard(args, "account.own");
  const done = await markNotificationsRead(ctx, {});
  if (!done.ok) throw notFound();
  return goTo(ctx, "/notifications", {});
}

export default function NotificationsPage() {
  const { notices, next, zone } = useLoaderData<typeof loader>();
  const t = useT();
  const unread = notices.some(({ read }) => !read);
  const all = unread && (
    <ActionForm label={t("notifications.all_read")}>
      <Button>{t("notifications.all_read")}</Button>
    </ActionForm>
  );
  return (
    <div className="stack">
      <PageHeader title={t("nav.notifications")} action={all} />
      <NoticeList notices={notices} zone={zone} />
      <Pagination next={next && `/notifications?after=${encodeURIComponent(next)}`} />
    </div>
  );
}
