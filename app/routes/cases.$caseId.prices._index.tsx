import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { guard, notFound } from "#app/http/guard.ts";
import { pageTitle } from "#app/http/page-title.server.ts";
import { MatchingPricesPage } from "#app/ui/tenders/matching-prices-page.tsx";
import { titleMeta } from "#app/ui/title-meta.ts";
import { matchingPrices } from "#app/use-cases/tenders/matching-prices.server.ts";

export const meta = titleMeta;

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await guard(args, "bid.compare");
  const view = await matchingPrices(ctx, args.params.caseId ?? "");
  if (!view) throw notFound();
  return { ...view, title: pageTitle(ctx, "take.title", { case: view.heading.code }) };
}

export default function CasePrices() {
  return <MatchingPricesPage view={useLoaderData<typeof loader>()} />;
}
