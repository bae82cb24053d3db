import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { pageKeyText, parsePageKey } from "#app/domain/page-key.ts";
import { nameOf, placeOf } from "#app/domain/places/register.ts";
import { guard } from "#app/http/guard.ts";
import { filterOf } from "#app/http/round-filter.ts";
import { translator } from "#app/messages/catalogue.ts";
import { RoundsPage } from "#app/ui/tenders/rounds-page.tsx";
import { localPlace } from "#app/use-cases/local-place.ts";
import { browseRounds } from "#app/use-cases/tenders/browse-rounds.server.ts";

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await guard(args, "round.browse");
  const { searchParams } = new URL(args.request.url);
  const { filter, typed, errors } = filterOf(searchParams);
  const page = await browseRounds(ctx, { filter, after: parsePageKey(searchParams.get("after")) });
  return {
    title: translator(ctx.locale)("rounds.title"),
    rounds: page.rounds.map((listed) => ({ ...listed, place: localPlace(listed.brief.placeCode, ctx) })),
    next: page.next && pageAfter(searchParams, pageKeyText(page.next)),
    closedBecause: page.closedBecause,
    territories: page.territories.map((code) => {
      const place = placeOf(code);
      return { code, name: place ? nameOf(place, ctx.locale) : code };
    }),
    typed,
    errors,
  };
}

/** The address of the page that begins after a row, with the filters kept. */
function pageAfter(query: URLSearchParams, key: string): string {
  const next = new URLSearchParams(query);
  next.set("after", key);
  return `/rounds?${next}`;
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title} · Rung` }];

export default function Rounds() {
  return <RoundsPage view={useLoaderData<typeof loader>()} />;
}
