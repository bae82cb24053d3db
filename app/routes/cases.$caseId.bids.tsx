import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { guard, notFound } from "#app/http/guard.ts";
import { translator } from "#app/messages/catalogue.ts";
import { BidsPage } from "#app/ui/tenders/bids-page.tsx";
import { compareBids } from "#app/use-cases/tenders/compare-bids.server.ts";

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await guard(args, "bid.compare");
  const view = await compareBids(ctx, args.params.caseId ?? "");
  if (!view) throw notFound();
  return { ...view, title: translator(ctx.locale)("compare.title", { case: view.heading.code }) };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title} · Rung` }];

export default function Bids() {
  return <BidsPage view={useLoaderData<typeof loader>()} />;
}
