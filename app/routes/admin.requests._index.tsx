import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { guard, notFound } from "#app/http/guard.ts";
import { nextPage, pageKeyOf } from "#app/http/page-key.ts";
import { pageTitle } from "#app/http/page-title.server.ts";
import { RequestQueuePage } from "#app/ui/privacy/request-queue-page.tsx";
import { titleMeta } from "#app/ui/title-meta.ts";
import { requestQueue } from "#app/use-cases/privacy/read-requests.server.ts";

export const meta = titleMeta;

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await guard(args, "erasure.decide");
  const after = pageKeyOf(args.request);
  const queue = await requestQueue(ctx, after);
  if (!queue) throw notFound();
  return {
    title: pageTitle(ctx, "requests.title"),
    rows: queue.rows,
    next: nextPage(args.request, queue.next),
    first: after ? "/admin/requests" : null,
  };
}

export default function RequestQueueRoute() {
  return <RequestQueuePage {...useLoaderData<typeof loader>()} />;
}
