import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { isInboxTab } from "#app/domain/accounts/inbox-tabs.ts";
import { parsePageKey } from "#app/domain/page-key.ts";
import { guard, notFound } from "#app/http/guard.ts";
import { pageTitle } from "#app/http/page-title.server.ts";
import { readerZone } from "#app/http/reader-zone.server.ts";
import { goTo } from "#app/http/respond.ts";
import { InboxPage } from "#app/ui/inbox/inbox-page.tsx";
import { titleMeta } from "#app/ui/title-meta.ts";
import { markNotificationsRead } from "#app/use-cases/notices/mark-notifications-read.server.ts";
import { readInbox } from "#app/use-cases/notices/read-inbox.server.ts";

export const meta = titleMeta;

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await guard(args, "account.own");
  const { searchParams } = new URL(args.request.url);
  const tab = searchParams.get("tab");
  const after = parsePageKey(searchParams.get("after"));
  const inbox = await readInbox(ctx, { tab: isInboxTab(tab) ? tab : "all", after });
  if (!inbox) throw notFound();
  return { title: pageTitle(ctx, "inbox.title"), ...inbox, zone: await readerZone(args) };
}

/** Marks all as read. */
export async function action(args: ActionFunctionArgs) {
  const ctx = await guard(args, "account.own");
  const done = await markNotificationsRead(ctx, {});
  if (!done.ok) throw notFound();
  return goTo(ctx, "/inbox", {});
}

export default function InboxRoute() {
  return <InboxPage {...useLoaderData<typeof loader>()} />;
}
