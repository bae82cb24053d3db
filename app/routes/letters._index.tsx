import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { guard, notFound } from "#app/http/guard.ts";
import { pageTitle } from "#app/http/page-title.server.ts";
import { readerZone } from "#app/http/reader-zone.server.ts";
import { BatchesPage } from "#app/ui/letters/batches-page.tsx";
import { titleMeta } from "#app/ui/title-meta.ts";
import { batchesView } from "#app/use-cases/contact/batch-view.server.ts";

export const meta = titleMeta;

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await guard(args, "letter.print");
  const view = await batchesView(ctx);
  if (!view) throw notFound();
  return { ...view, zone: await readerZone(args), title: pageTitle(ctx, "letters.title") };
}

export default function LettersRoute() {
  return <BatchesPage view={useLoaderData<typeof loader>()} />;
}
