import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { guard, notFound } from "#app/http/guard.ts";
import { nextPage, pageKeyOf } from "#app/http/page-key.ts";
import { pageTitle } from "#app/http/page-title.server.ts";
import { readerZone } from "#app/http/reader-zone.server.ts";
import { ProviderPage } from "#app/ui/payments/provider-page.tsx";
import { titleMeta } from "#app/ui/title-meta.ts";
import { readUnfinished } from "#app/use-cases/payments/read-unfinished.server.ts";

export const meta = titleMeta;

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await guard(args, "provider.mend");
  const after = pageKeyOf(args.request);
  const [work, zone] = await Promise.all([readUnfinished(ctx, after), readerZone(args)]);
  if (!work) throw notFound();
  return {
    title: pageTitle(ctx, "nav.provider"),
    zone,
    calls: work.calls,
    events: work.events,
    next: nextPage(args.request, work.next),
    first: after ? "/admin/provider" : null,
  };
}

export default function ProviderRoute() {
  return <ProviderPage {...useLoaderData<typeof loader>()} />;
}
