import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { fieldOf } from "#app/domain/market/fields.ts";
import { rings } from "#app/domain/market/match.ts";
import { nameOf, placeOf } from "#app/domain/places/register.ts";
import { guard, notFound } from "#app/http/guard.ts";
import { pageTitle } from "#app/http/page-title.server.ts";
import { CoveragePage } from "#app/ui/tenders/coverage-page.tsx";
import { titleMeta } from "#app/ui/title-meta.ts";
import { readCoverage } from "#app/use-cases/market/read-coverage.server.ts";

export const meta = titleMeta;

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await guard(args, "market.review");
  const coverage = await readCoverage(ctx);
  if (!coverage) throw notFound();
  const named = (code: string) => {
    const place = placeOf(code);
    return place ? nameOf(place, ctx.locale) : code;
  };
  return {
    title: pageTitle(ctx, "coverage.title"),
    gaps: coverage.gaps.map(({ place, branch, open }) => ({
      place: named(place),
      field: fieldOf(branch)?.[ctx.locale] ?? branch,
      open,
    })),
    thin: coverage.thin.map(({ placeCode, ring, ...round }) => ({
      ...round,
      place: named(placeCode),
      ring: rings[ring] ?? null,
    })),
    declines: coverage.declines.map(({ place, ...row }) => ({ ...row, place: named(place) })),
    firstBids: coverage.firstBids.map(({ place, ...row }) => ({ ...row, place: named(place) })),
  };
}

export default function CoverageOfTheMarket() {
  return <CoveragePage view={useLoaderData<typeof loader>()} />;
}
