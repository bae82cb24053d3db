import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { guard, notFound } from "#app/http/guard.ts";
import { pageTitle } from "#app/http/page-title.server.ts";
import { readerZone } from "#app/http/reader-zone.server.ts";
import { BatchPage } from "#app/ui/letters/batch-page.tsx";
import { titleMeta } from "#app/ui/title-meta.ts";
import { batchView } from "#app/use-cases/contact/batch-view.server.ts";

export const meta = titleMeta;

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await guard(args, "letter.print");
  const view = await batchView(ctx, args.params.batchId ?? "");
  if (!view) throw notFound();
  return { ...view, zone: await readerZone(args), title: pageTitle(ctx, "letters.batch") };
}

export default function BatchRoute() {
  return <BatchPage view={useLoaderData<typeof loader>()} />;
}
