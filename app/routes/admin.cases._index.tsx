import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { guard, notFound } from "#app/http/guard.ts";
import { nextPage, pageKeyOf } from "#app/http/page-key.ts";
import { pageTitle } from "#app/http/page-title.server.ts";
import { readerZone } from "#app/http/reader-zone.server.ts";
import { CaseQueuePage } from "#app/ui/cases/case-queue-page.tsx";
import { titleMeta } from "#app/ui/title-meta.ts";
import { caseQueue, isReviewStatus } from "#app/use-cases/cases/review-queue.server.ts";
import { localPlace } from "#app/use-cases/local-place.ts";

export const meta = titleMeta;

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await guard(args, "case.review");
  const asked = new URL(args.request.url).searchParams.get("status");
  const status = isReviewStatus(asked) ? asked : "submitted";
  const after = pageKeyOf(args.request);
  const [queue, zone] = await Promise.all([caseQueue(ctx, { status, after }), readerZone(args)]);
  if (!queue) throw notFound();
  return {
    title: pageTitle(ctx, "nav.review_cases"),
    status,
    zone,
    now: ctx.now,
    counts: queue.counts,
    rows: queue.rows.map((row) => ({ ...row, place: localPlace(row.placeCode, ctx).name })),
    next: nextPage(args.request, queue.next),
    first: after ? `/admin/cases?status=${status}` : null,
  };
}

export default function CaseQueueRoute() {
  return <CaseQueuePage {...useLoaderData<typeof loader>()} />;
}
