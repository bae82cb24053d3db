import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { guard, notFound } from "#app/http/guard.ts";
import { nextPage, pageKeyOf } from "#app/http/page-key.ts";
import { pageTitle } from "#app/http/page-title.server.ts";
import { readerZone } from "#app/http/reader-zone.server.ts";
import { TextQueuePage } from "#app/ui/texts/text-queue-page.tsx";
import { titleMeta } from "#app/ui/title-meta.ts";
import { textQueue } from "#app/use-cases/texts/text-queue.server.ts";

export const meta = titleMeta;

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await guard(args, "text.review");
  const after = pageKeyOf(args.request);
  const [queue, zone] = await Promise.all([textQueue(ctx, after), readerZone(args)]);
  if (!queue) throw notFound();
  return {
    title: pageTitle(ctx, "nav.review_texts"),
    zone,
    rows: queue.rows,
    next: nextPage(args.request, queue.next),
    first: after ? "/admin/texts" : null,
  };
}

export default function TextQueueRoute() {
  return <TextQueuePage {...useLoaderData<typeof loader>()} />;
}
