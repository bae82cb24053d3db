import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { pageKeyText, parsePageKey } from "#app/domain/page-key.ts";
import { guard } from "#app/http/guard.ts";
import { translator } from "#app/messages/catalogue.ts";
import { MyBidsPage } from "#app/ui/tenders/my-bids-page.tsx";
import { localPlace } from "#app/use-cases/local-place.ts";
import { myBids } from "#app/use-cases/tenders/my-bids.server.ts";

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await guard(args, "round.browse");
  const { bids, next } = await myBids(ctx, parsePageKey(new URL(args.request.url).searchParams.get("after")));
  return {
    title: translator(ctx.locale)("bids.title"),
    bids: bids.map((bid) => ({
      ...bid,
      place: localPlace(bid.placeCode, ctx),
      over: bid.closesAt <= ctx.now,
    })),
    next: next && `/bids?after=${encodeURIComponent(pageKeyText(next))}`,
  };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title} · Rung` }];

export default function MyBids() {
  return <MyBidsPage view={useLoaderData<typeof loader>()} />;
}
