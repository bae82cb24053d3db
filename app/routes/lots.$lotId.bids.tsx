import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { guard, notFound } from "#app/http/guard.ts";
import { pageTitle } from "#app/http/page-title.server.ts";
import { LotBidsPage } from "#app/ui/lots/lot-bids-page.tsx";
import { titleMeta } from "#app/ui/title-meta.ts";
import { compareLotBids } from "#app/use-cases/lots/compare-lot-bids.server.ts";

export const meta = titleMeta;

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await guard(args, "bid.compare");
  const view = await compareLotBids(ctx, args.params.lotId ?? "");
  if (!view) throw notFound();
  return { ...view, title: pageTitle(ctx, "compare.title", { case: view.heading.code }) };
}

export default function LotBidsRoute() {
  return <LotBidsPage view={useLoaderData<typeof loader>()} />;
}
