import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { guard, notFound } from "#app/http/guard.ts";
import { pageTitle } from "#app/http/page-title.server.ts";
import { readerZone } from "#app/http/reader-zone.server.ts";
import { RepliesPage } from "#app/ui/contact/replies-page.tsx";
import { titleMeta } from "#app/ui/title-meta.ts";
import { repliesDesk } from "#app/use-cases/contact/replies-desk.server.ts";

export const meta = titleMeta;

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await guard(args, "reply.place");
  const [replies, zone] = await Promise.all([repliesDesk(ctx), readerZone(args)]);
  if (!replies) throw notFound();
  return { title: pageTitle(ctx, "replies.title"), zone, replies };
}

export default function RepliesRoute() {
  return <RepliesPage {...useLoaderData<typeof loader>()} />;
}
