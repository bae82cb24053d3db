import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { mayTry } from "#app/domain/accounts/access.ts";
import { guard, notFound } from "#app/http/guard.ts";
import { pageTitle } from "#app/http/page-title.server.ts";
import { PricesPage } from "#app/ui/tenders/prices-page.tsx";
import { titleMeta } from "#app/ui/title-meta.ts";
import { ownPrices } from "#app/use-cases/tenders/own-prices.server.ts";

export const meta = titleMeta;

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await guard(args, "price.own");
  const own = await ownPrices(ctx);
  if (!own) throw notFound();
  const mayPublish = mayTry(ctx.actor, "price.publish");
  return { prices: own.prices, mayPublish, title: pageTitle(ctx, "prices.title") };
}

export default function Prices() {
  return <PricesPage view={useLoaderData<typeof loader>()} />;
}
