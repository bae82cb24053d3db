import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { filterOf, openedQueryOf, queryOf } from "#app/domain/market/asked-filter.ts";
import { fieldOf } from "#app/domain/market/fields.ts";
import { partsOf } from "#app/domain/market/parts.ts";
import { pageKeyText, parsePageKey } from "#app/domain/page-key.ts";
import { nameOf, placeOf } from "#app/domain/places/register.ts";
import { guard } from "#app/http/guard.ts";
import { facetViews, listAt, mapView } from "#app/http/market-view.server.ts";
import { translator } from "#app/messages/catalogue.ts";
import { RoundsPage } from "#app/ui/tenders/rounds-page.tsx";
import { localPlace } from "#app/use-cases/local-place.ts";
import { readSearch } from "#app/use-cases/market/read-search.server.ts";
import { territoriesOf } from "#app/use-cases/market/territories-of.server.ts";
import { browseRounds } from "#app/use-cases/tenders/browse-rounds.server.ts";

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await guard(args, "round.browse");
  const { searchParams } = new URL(args.request.url);
  const asked = filterOf(searchParams);
  const { filter, mine, typed, errors } = asked;
  const territories = await territoriesOf(ctx);
  const parts = partsOf(territories, filter.place);
  const page = await browseRounds(ctx, {
    filter,
    mine,
    parts,
    after: parsePageKey(searchParams.get("after")),
  });
  const seen = { asked, facets: page.facets, parts, territories, locale: ctx.locale };
  const query = openedQueryOf(asked);
  const narrowing = queryOf(asked);
  const opened = asked.saved ? await readSearch(ctx, asked.saved) : null;
  return {
    title: translator(ctx.locale)("rounds.title"),
    rounds: page.rounds.map((listed) => ({
      ...listed,
      place: localPlace(listed.brief.placeCode, ctx),
      field: fieldOf(listed.brief.field)?.[ctx.locale] ?? "",
    })),
    next:
      page.next &&
      `/rounds?${new URLSearchParams([...new URLSearchParams(query), ["after", pageKeyText(page.next)]])}`,
    total: page.facets.total,
    atLeast: page.atLeast,
    facets: facetViews(seen),
    map: mapView(seen),
    unknown: page.unknown,
    closedBecause: page.closedBecause,
    territories: territories.map((code) => {
      const place = placeOf(code);
      return { code, name: place ? nameOf(place, ctx.locale) : code };
    }),
    tabs: { all: listAt(asked, {}, false), mine: listAt(asked, {}, true) },
    withoutText: listAt(asked, { text: undefined }),
    narrowed: narrowing !== "" && narrowing !== "mine=1",
    opened: opened && { id: opened.id, name: opened.name, changed: opened.query !== narrowing },
    mine,
    query,
    typed,
    errors,
  };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title} · Rung` }];

export default function Rounds() {
  return <RoundsPage view={useLoaderData<typeof loader>()} />;
}
