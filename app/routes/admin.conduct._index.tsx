import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { guard, notFound } from "#app/http/guard.ts";
import { nextPage, pageKeyOf } from "#app/http/page-key.ts";
import { pageTitle } from "#app/http/page-title.server.ts";
import { readerZone } from "#app/http/reader-zone.server.ts";
import { ConductQueuePage } from "#app/ui/conduct/conduct-queue-page.tsx";
import { titleMeta } from "#app/ui/title-meta.ts";
import { conductQueue } from "#app/use-cases/conduct/conduct-queue.server.ts";

export const meta = titleMeta;

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await guard(args, "conduct.review");
  const after = pageKeyOf(args.request);
  const [queue, zone] = await Promise.all([conductQueue(ctx, after), readerZone(args)]);
  if (!queue) throw notFound();
  return {
    title: pageTitle(ctx, "nav.conduct"),
    zone,
    rows: queue.rows,
    next: nextPage(args.request, queue.next),
    first: after ? "/admin/conduct" : null,
  };
}

export default function ConductQueueRoute() {
  return <ConductQueuePage {...useLoaderData<typeof loader>()} />;
}
